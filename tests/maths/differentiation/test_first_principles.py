from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import close, value
from upslope.maths import (
    Expression,
    MathsError,
    Step,
    compare,
    derivative,
    first_principles,
    number,
    parse,
    symbol,
    tidy,
    to_text,
)
from upslope.maths.expressions.expression import Unworked

LETTERS = ("x", "m", "c")


def test_a_square_step_by_step() -> None:
    worked = first_principles(parse("x^2"))
    assert [(step.rule, step.after) for step in worked.steps] == [
        ("definition", r"\lim_{\Delta x \to 0} \frac{(x + \Delta x)^{2} - x^{2}}{\Delta x}"),
        ("expand", r"\lim_{\Delta x \to 0} \frac{x^{2} + 2x \Delta x + (\Delta x)^{2} - x^{2}}{\Delta x}"),
        ("cancel", r"\lim_{\Delta x \to 0} \frac{2x \Delta x + (\Delta x)^{2}}{\Delta x}"),
        ("divide", r"\lim_{\Delta x \to 0} (2x + \Delta x)"),
        ("limit", "2x"),
    ]
    assert worked.steps[0].before == worked.problem == r"\frac{d}{dx}\left(x^{2}\right)"


def test_one_over_x_step_by_step() -> None:
    worked = first_principles(parse("1/x"))
    assert [step.rule for step in worked.steps] == [
        "definition",
        "common denominator",
        "cancel",
        "divide",
        "limit",
    ]
    assert worked.steps[1].after == (
        r"\lim_{\Delta x \to 0} \frac{\frac{x - (x + \Delta x)}{x(x + \Delta x)}}{\Delta x}"
    )
    assert to_text(worked.result) == "-1/x^2"


def test_the_run_can_have_another_name() -> None:
    assert first_principles(parse("t^2", ("t",)), "t", "h").steps[0].after == (
        r"\lim_{h \to 0} \frac{(t + h)^{2} - t^{2}}{h}"
    )


def moves(text: str) -> list[tuple[str, str]]:
    return [(step.rule, str(step.end)) for step in first_principles(parse(text), "x", "h").steps]


def test_a_root_by_its_conjugate() -> None:
    assert moves("sqrt(x)") == [
        ("definition", "limit[h]((sqrt(x + h) - sqrt(x))/h)"),
        (
            "conjugate",
            "limit[h]((sqrt(x + h) - sqrt(x))*(sqrt(x + h) + sqrt(x))/(h*(sqrt(x + h) + sqrt(x))))",
        ),
        ("difference of squares", "limit[h]((x + h - x)/(h*(sqrt(x + h) + sqrt(x))))"),
        ("cancel", "limit[h](h/(h*(sqrt(x + h) + sqrt(x))))"),
        ("divide", "limit[h](1/(sqrt(x + h) + sqrt(x)))"),
        ("limit", "1/(2*sqrt(x))"),
    ]


def test_one_over_a_square() -> None:
    assert moves("1/x^2")[1:] == [
        ("common denominator", "limit[h]((x^2 - (x + h)^2)/(x^2*(x + h)^2)/h)"),
        ("expand and cancel", "limit[h]((-2*x*h - h^2)/(x^2*(x + h)^2)/h)"),
        ("divide", "limit[h]((-2*x - h)/(x^2*(x + h)^2))"),
        ("limit", "-2/x^3"),
    ]


def test_an_exponential_names_the_limit_it_rests_on() -> None:
    worked = first_principles(parse("e^x"), "x", "h")
    assert [step.rule for step in worked.steps] == [
        "definition",
        "split the power",
        "take out",
        "known limit",
        "tidy",
    ]
    assert str(worked.steps[2].end) == "limit[h](e^x*((e^h - 1)/h))"
    assert (
        r"A fact is used here and not proved: that $\frac{e^{h} - 1}{h}$ goes to $1$" in worked.steps[3].why
    )


@pytest.mark.parametrize(("text", "result"), [("sin x", "cos(x)"), ("cos x", "-sin(x)")])
def test_waves_use_the_addition_formula_and_two_limits(text: str, result: str) -> None:
    worked = first_principles(parse(text), "x", "h")
    assert [step.rule for step in worked.steps][1:] == [
        "addition formula",
        "collect",
        "known limit",
        "tidy",
    ]
    assert (
        r"\frac{\cos h - 1}{h}$ goes to $0$, and that $\frac{\sin h}{h}$ goes to $1$" in worked.steps[3].why
    )
    assert to_text(worked.result) == result


def test_a_logarithm_names_the_limit_it_rests_on() -> None:
    worked = first_principles(parse("ln x"), "x", "h")
    assert str(worked.steps[3].end) == "limit[h](1/x*(ln(1 + h/x)/(h/x)))"
    assert r"$\frac{\ln(1 + t)}{t}$ goes to $1$ as $t$ goes to $0$" in worked.steps[4].why


def test_a_constant_waits_in_front() -> None:
    assert moves("3 sin x")[1] == ("constant multiple", "limit[h](3*((sin(x + h) - sin(x))/h))")


TEXTS = [
    *("7", "x", "3x + 2", "m x + c", "x^2", "(x+1)^2", "x^3 - 2x + 1", "2x^4", "0.5x^2", "x(x-1)/2"),
    *("x^6", "-x^8/4", "m x^5", "1/x", "-3/x", "m/x", "1/x^2", "5/x^3", "x^(-4)", "2x^(-1)", "-1/(3x^2)"),
    *("sqrt(x)", "x^(1/2)", "5 sqrt(x)", "-sqrt(x)/m", "e^x", "exp(x)", "-2e^x", "ln x", "3 ln(x)/m"),
    *("sin x", "cos x", "m sin(x)", "-cos(x)/2"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_result_is_that_of_the_rules(text: str) -> None:
    tree = parse(text, LETTERS)
    worked = first_principles(tree)
    assert compare(derivative(tree), worked.result).verdict == "same"
    assert tidy(worked.result) == worked.result


def bodies(step: Step) -> tuple[Expression, Expression]:
    """What stands under the limit on both sides, where both sides are limits."""
    sides = (step.start, step.end)
    if all(isinstance(side, Unworked) and side.operation == "limit" for side in sides):
        return step.start.children[0], step.end.children[0]
    return sides


@pytest.mark.parametrize("text", TEXTS)
def test_every_step_keeps_the_value(text: str) -> None:
    """Under the limit even for a wide run; across the limit for one of 1e-25."""
    point = {"x": Fraction(7, 5), "m": Fraction(3), "c": Fraction(-2), "Δx": Fraction(1, 3)}
    worked = first_principles(parse(text, LETTERS))
    assert worked.steps[0].before == worked.problem
    for step in worked.steps:
        before, after = (value(side, point) for side in bodies(step))
        assert close(before, after), step.rule
        assert close(value(step.start, point), value(step.end, point)), step.rule
        assert step.why.count("$") % 2 == 0
    for step, after in zip(worked.steps, worked.steps[1:], strict=False):
        assert step.end == after.start


@given(st.lists(st.fractions(-9, 9, max_denominator=6), min_size=1, max_size=5))
@settings(deadline=None, max_examples=40)
def test_any_polynomial_to_degree_four(coefficients: list[Fraction]) -> None:
    x = symbol("x")
    tree = number(coefficients[0])
    for power, coefficient in enumerate(coefficients[1:], 1):
        tree = tree + number(coefficient) * x**power
    assert compare(derivative(tree), first_principles(tree).result).verdict == "same"


@pytest.mark.parametrize(
    "text", ["tan x", "x^9", "x^5 + x", "1/x^5", "sin(2x)", "x^x", "x sin(x)", "1/(x+1)", "x^(1/3)"]
)
def test_other_functions_are_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(MathsError, match=r"is not among the functions .* Use differentiate"):
        first_principles(parse(text))


def test_a_run_with_the_name_of_a_letter_in_use_is_refused() -> None:
    with pytest.raises(MathsError, match=r"The run is called m, and m stands in m\*x. Use another name"):
        first_principles(parse("m x", LETTERS), "x", "m")
