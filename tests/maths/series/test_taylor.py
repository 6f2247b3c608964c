"""Taylor polynomials: coefficients against mpmath and SymPy, every step, the look, and what is refused."""

from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold, every_step, to_sympy, value
from tests.maths.strategies import functions
from upslope.maths import Expression, MathsError, evaluate, number, parse, symbol, to_text
from upslope.maths.expressions.expression import PI, Number, Operand, Symbol, walk
from upslope.maths.expressions.statement import Equation, System
from upslope.maths.series.taylor import taylor_coefficients, taylor_polynomial

WRITTEN = [
    ("cos(x)", 0, 4, "1 - x^2/2 + x^4/24"),
    ("e^x", 0, 3, "1 + x + x^2/2 + x^3/6"),
    ("e^x", 1, 2, "e + e*(x - 1) + e*(x - 1)^2/2"),
    ("1/x", 1, 3, "1 - (x - 1) + (x - 1)^2 - (x - 1)^3"),
    ("sqrt(x)", 4, 2, "2 + (x - 4)/4 - (x - 4)^2/64"),
    ("ln(x)", 2, 2, "ln(2) + (x - 2)/2 - (x - 2)^2/8"),
    ("ln(1+x)", 0, 3, "x - x^2/2 + x^3/3"),
    ("e^(x^2)", 0, 8, "1 + x^2 + x^4/2 + x^6/6 + x^8/24"),
    ("x^3 - 2x", -1, 3, "1 + (x + 1) - 3*(x + 1)^2 + (x + 1)^3"),
    ("sin(x)", PI, 3, "-(x - pi) + (x - pi)^3/6"),
    ("sin(x)", 1, 2, "0.841471 + 0.540302*(x - 1) - 0.420735*(x - 1)^2"),
    ("0.5x^2", 0.2, 2, "0.02 + 0.2*(x - 0.2) + 0.5*(x - 0.2)^2"),
    ("tan(x)", 0, 5, "x + x^3/3 + 2*x^5/15"),
    ("sin(x)^3", 0, 2, "0"),
    ("5", 3, 4, "5"),
    ("2^x", 0, 2, "1 + x*ln(2) + x^2*ln(2)^2/2"),
]
WORKED = [
    *((text, about, order) for text, about, order, _ in WRITTEN),
    ("sin(x) ln(1+x)", 0, 6),
    ("exp(sin x)", 1, 10),
    ("1/(1+x^2)", 1, 12),
    ("sqrt(1+sin(x)^2)", 0, 4),
    ("x^x", 1, 5),
    ("abs(x)", -2, 3),
    ("tanh(x)", Fraction(1, 2), 4),
    ("asin(x)", Fraction(1, 2), 3),
    ("x cos(3x)/(1+x)", 0, 7),
]


@pytest.mark.parametrize(("text", "about", "order", "polynomial"), WRITTEN)
def test_the_polynomial_is_written_from_its_lowest_power(
    text: str, about: Operand, order: int, polynomial: str
) -> None:
    assert to_text(taylor_polynomial(parse(text), "x", about, order).result) == polynomial


@pytest.mark.parametrize(("text", "about", "order"), WORKED)
def test_every_step_holds_close_to_the_point(text: str, about: Operand, order: int) -> None:
    worked = taylor_polynomial(parse(text), "x", about, order)
    centre = Fraction(evaluate(number(about), {}))
    distance = Fraction(1, 10**5) if order < 2 else Fraction(1, 1000)
    # The u of an outer function is close to what stands for it: to 1 where that is a sum or a root.
    u = Fraction(1) if any(text.startswith(name) for name in ("sin(x) ln", "sqrt(1+")) else centre
    for away in (distance, -distance):
        assert_steps_hold(worked, {"x": centre + away, "u": u + away})
    assert worked.steps[-1].end == worked.result


@pytest.mark.parametrize(("text", "about", "order"), WORKED)
def test_every_line_of_every_table_is_true(text: str, about: Operand, order: int) -> None:
    worked = taylor_polynomial(parse(text), "x", about, order)
    at = {"x": Fraction(evaluate(number(about), {}))}
    ends = [step.end for step in every_step(worked.steps)]
    for row in (row for end in ends for row in (end.rows if isinstance(end, System) else (end,))):
        if isinstance(row, Equation):
            left, right = value(row.left, at), value(row.right, at)
            assert abs(left - right) < (1e-20 if row.relation == "=" else 1e-5) * (1 + abs(right)), str(row)


@pytest.mark.parametrize(("text", "about", "order"), WORKED)
def test_coefficients_are_those_of_mpmath(text: str, about: Operand, order: int) -> None:
    found = taylor_coefficients(parse(text), "x", about, order)
    with mpmath.workdps(60):
        function = sympy.lambdify(sympy.Symbol("x", real=True), to_sympy(parse(text)), "mpmath")
        theirs = mpmath.taylor(function, mpmath.mpf(str(value(number(about), {}))), order)
    assert len(found) == order + 1
    for ours, right in zip(found, theirs, strict=True):
        assert float(value(ours, {})) == pytest.approx(float(right), rel=6e-6, abs=1e-15)


@pytest.mark.parametrize(
    "text",
    ["e^(sin(x))", "cos(x)/(1-x)", "ln(cos(x))", "sqrt(1+x+x^2)", "x/(e^x+1)", "atan(x)*e^x", "cosh(x^2)"],
)
def test_maclaurin_polynomials_are_exactly_those_of_sympy(text: str) -> None:
    x = sympy.Symbol("x", real=True)
    theirs = sympy.series(to_sympy(parse(text)), x, 0, 7).removeO()
    ours = to_sympy(taylor_polynomial(parse(text), "x", 0, 6).result)
    assert sympy.expand(ours - theirs) == 0


@given(functions(depth=2), st.sampled_from([0, 1, -1, 2, Fraction(1, 2)]), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_any_function_agrees_with_its_polynomial_as_the_point_comes_closer(
    f: Expression, about: Operand, order: int
) -> None:
    try:
        polynomial = taylor_polynomial(f, "x", about, order).result
        off = [abs(value(f, at) - value(polynomial, at)) for at in close_to(about)]
    except (MathsError, ArithmeticError):
        reject()
    # Decimals of six digits leave an error of their own, which does not shrink.
    scale = 1 + max(abs(value(f, at)) for at in close_to(about))
    if not any(isinstance(node, Number) and node.places for node in walk(polynomial)):
        assert off[1] <= scale * 1e-12 or off[1] < 2 * off[0] * mpmath.mpf(10) ** -(2 * (order + 1))
    else:
        assert off[1] < 1e-4 * scale


def close_to(about: Operand) -> list[dict[str, Fraction]]:
    return [{"x": Fraction(str(about)) + Fraction(1, 10**k)} for k in (10, 12)]


def test_other_letters_and_a_letter_as_the_point_stay_letters() -> None:
    f = parse("sin(a x)", ("x", "a"))
    assert to_text(taylor_polynomial(f, "x", 0, 3).result) == "a*x - a^3*x^3/6"
    assert (
        to_text(taylor_polynomial(parse("x^2"), "x", symbol("a"), 2).result)
        == "a^2 + 2*a*(x - a) + (x - a)^2"
    )


def test_the_steps_are_those_of_a_textbook() -> None:
    worked = taylor_polynomial(parse("cos(x)"), "x", 0, 4)
    assert [step.rule for step in worked.steps] == [
        "differentiate",
        "put in the point",
        "divide by the factorials",
        "put together",
    ]
    assert [step.rule for step in worked.steps[0].steps[:2]] == ["first derivative", "second derivative"]
    assert "$4! = 24$" in worked.steps[2].why
    assert "The odd powers drop out" in worked.steps[3].why
    assert worked.steps[3].link == "≈"
    assert worked.conclusion.endswith("the error shrinks at least as fast as $x^{5}$.")


def test_a_function_too_long_to_differentiate_is_worked_with_the_series_of_its_parts() -> None:
    worked = taylor_polynomial(parse("sin(x) ln(1+x)"), "x", 0, 6)
    assert [step.rule for step in worked.steps] == ["work with series"]
    assert "would fill pages" in worked.steps[0].why
    assert [str(step.end) for step in worked.steps[0].steps[:1]] == ["x - x^3/6 + x^5/120"]


def test_a_polynomial_is_its_own_taylor_polynomial_and_that_is_said() -> None:
    worked = taylor_polynomial(parse("x^3 - 2x"), "x", -1, 3)
    assert worked.steps[-1].link == "="
    assert worked.conclusion.startswith("Nothing was left out")
    assert taylor_polynomial(parse("x^3 - 2x"), "x", -1, 2).steps[-1].link == "≈"


def test_a_flat_curve_is_said_to_be_too_flat_for_the_order() -> None:
    assert "Try a higher order." in taylor_polynomial(parse("sin(x)^3"), "x", 0, 2).conclusion


REFUSED = [
    ("1/x", 0, 3, "1/x has no value at x = 0, so there is nothing to match.", "for example x = 1."),
    ("ln(x)", 0, 3, "ln(x) has no value at x = 0", "for example x = 1."),
    ("sin(x)/x", 0, 2, "has no value at x = 0", "for example x = 1."),
    ("abs(x)", 0, 1, "a corner, an upright tangent or an end there", "for example x = 1."),
    ("sqrt(x)", 0, 1, "sqrt(x) has a value at x = 0, but no derivatives to match", "for example x = 1."),
    ("asin(x)", 1, 2, "a corner, an upright tangent or an end there", "Expand about another point."),
    ("ln(-x)", 0, 2, "no value", "for example x = -1."),
    ("x", 0, 13, "13 is not an order I can work with.", "Choose a whole number from 0 to 12."),
    ("x", 0, -1, "-1 is not an order", "from 0 to 12."),
    ("x", Symbol("x"), 2, "A function of x cannot be expanded about x", "Choose a fixed number."),
    (
        "(x+10)^1000000",
        0,
        3,
        "too large for me to write down",
        "Choose a point where the function is smaller.",
    ),
    ("+".join(["x"] * 200), 0, 2, "more than 150 numbers", "Use a shorter one."),
]


@pytest.mark.parametrize(("text", "about", "order", "message", "remedy"), REFUSED)
def test_what_cannot_be_expanded_is_refused_with_a_sentence_and_a_remedy(
    text: str, about: Operand, order: int, message: str, remedy: str
) -> None:
    with pytest.raises(MathsError) as refused:
        taylor_polynomial(parse(text), "x", about, order)
    assert message in refused.value.message
    assert refused.value.remedy.endswith(remedy)


def test_letters_whose_coefficients_fill_pages_are_refused() -> None:
    f = parse("exp(sin(a x + b cos(x)))", ("x", "a", "b"))
    with pytest.raises(MathsError, match=r"grow too long while a, b can be anything"):
        taylor_polynomial(f, "x", 1, 6)
