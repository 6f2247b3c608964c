from typing import Any

import pytest
import sympy
from hypothesis import given, settings

from tests.maths.multivariate_strategies import OTHER_POINT, POINT, smooth_functions
from tests.maths.oracle import assert_steps_hold, central_difference, close, to_sympy, value
from upslope.maths import Expression, MathsError, parse, to_text
from upslope.maths.expressions.expression import Unworked
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.multivariate.partial_derivative import HIGHEST_ORDER, partial_derivative

LETTERS = ("x", "y", "z", "r", "h", "t", "rho", "a", "f")
NAMES = ("x", "y", "z")


def read(text: str) -> Expression:
    return parse(text, LETTERS)


def sympy_value(expression: Any) -> float:
    places = {sympy.Symbol(name, real=True): sympy.Rational(str(at)) for name, at in POINT.items()}
    return float(expression.subs(places).evalf(30))


@pytest.mark.parametrize(
    ("typed", "by", "result"),
    [
        ("2 pi r^2 t rho + 2 pi r h t rho", "r", "4*pi*r*rho*t + 2*pi*h*rho*t"),
        ("2 pi r^2 t rho + 2 pi r h t rho", "h", "2*pi*r*rho*t"),
        ("x^2 y e^z", "z", "x^2*y*e^z"),
        ("x^2 y + sin(x y)", "x", "2*x*y + y*cos(x*y)"),
        ("x^2 + 1", "y", "0"),
        ("sqrt(x^2 + y^2)", "x", "x/sqrt(x^2 + y^2)"),
    ],
)
def test_the_result_is_what_a_person_writes(typed: str, by: str, result: str) -> None:
    assert to_text(partial_derivative(read(typed), by).result) == result


def test_a_first_derivative_is_worked_by_its_rules_at_once() -> None:
    worked = partial_derivative(read("x^2 y"), "x")
    assert worked.problem == r"\frac{\partial}{\partial x}\left(x^{2} y\right)"
    assert [step.rule for step in worked.steps] == ["constant multiple", "put together"]
    assert worked.conclusion == ""


def test_a_mixed_derivative_is_worked_from_right_to_left() -> None:
    worked = partial_derivative(read("x^2 y^3 + a"), "x", "y")
    assert worked.problem == r"\frac{\partial^{2}}{\partial x \partial y}\left(x^{2} y^{3} + a\right)"
    first, second = worked.steps
    assert (first.rule, first.after) == (
        "first by y",
        r"\frac{\partial}{\partial x}\left(3x^{2} y^{2}\right)",
    )
    assert first.why == ("First differentiate by $y$. Only $y$ moves; $a$ and $x$ stand still, like numbers.")
    assert (second.rule, second.after) == ("second by x", "6x y^{2}")
    assert (
        r"The other way round, $\frac{\partial^{2} f}{\partial y \partial x}$, gives the same"
        in worked.conclusion
    )
    assert "Schwarz" in worked.conclusion


def test_a_pure_second_derivative_has_no_order_to_speak_of() -> None:
    worked = partial_derivative(read("x^5"), "x", "x")
    assert (to_text(worked.result), worked.conclusion) == ("20*x^3", "")


def test_the_name_of_the_function_is_a_free_one() -> None:
    assert r"\partial^{2} g" in partial_derivative(read("f^2 y^2"), "f", "y").conclusion


@given(smooth_functions(NAMES))
@settings(deadline=None, max_examples=30)
def test_first_derivatives_agree_with_short_secants_and_sympy(f: Expression) -> None:
    theirs = sympy.diff(to_sympy(f), sympy.Symbol("x", real=True))
    worked = partial_derivative(f, "x")
    ours = value(worked.result, POINT)
    assert close(ours, central_difference(f, "x", POINT))
    assert close(float(ours), sympy_value(theirs), 1e-12)
    assert parse(to_text(worked.result), NAMES) == worked.result
    assert_steps_hold(worked, POINT, OTHER_POINT)


@given(smooth_functions(NAMES))
@settings(deadline=None, max_examples=15)
def test_mixed_derivatives_agree_with_sympy_in_either_order(f: Expression) -> None:
    x, y = sympy.symbols("x y", real=True)
    theirs = sympy_value(sympy.diff(to_sympy(f), y, x))
    for order in (("x", "y"), ("y", "x")):
        worked = partial_derivative(f, *order)
        assert close(float(value(worked.result, POINT)), theirs, 1e-12)
        assert_steps_hold(worked, POINT)
        assert worked.steps[0].before == worked.problem
        assert worked.steps[-1].end == worked.result


@pytest.mark.parametrize(
    ("f", "by", "sentence"),
    [
        (read("x y"), (), r"There is no variable to differentiate by\. Name at least one"),
        (read("x y"), ("x y",), r"'x y' cannot be a variable's name\. Use a letter"),
        (read("x y"), ("x", ""), r"'' cannot be a variable's name"),
        (
            read("x y"),
            ("x",) * (HIGHEST_ORDER + 1),
            r"of order 7 is more than I can work out\. Ask for one of",
        ),
        (row_vector([1, read("x")]), ("x",), r"\[1, x\] is not one number at every point\. Give a function"),
        (
            Unworked("partial", read("x"), "x"),
            ("x",),
            r"holds a derivative that is still to do\. Work it out",
        ),
        (read("*".join(["(x + y)"] * 60)), ("x",), "has more than 150 numbers, letters and signs"),
        (read("*".join(f"(x + {n}*y)" for n in range(2, 20))), ("x", "x"), "I cannot differentiate it again"),
    ],
)
def test_what_cannot_be_worked_says_why(f: Expression, by: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(MathsError, match=sentence):
        partial_derivative(f, *by)
