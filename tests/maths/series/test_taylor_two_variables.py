"""Taylor polynomials of two variables, against SymPy's derivatives."""

from fractions import Fraction
from itertools import product
from math import factorial

import pytest
import sympy

from tests.maths.oracle import assert_steps_hold, every_step, to_sympy, value
from upslope.maths import MathsError, evaluate, number, parse, symbol, to_text
from upslope.maths.expressions.expression import PI, Operand
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.series.taylor_two_variables import taylor_polynomial_of_two

XY = ("x", "y")
Place = tuple[Operand, Operand]
WRITTEN: list[tuple[str, Place, int, str]] = [
    ("e^(x+y)", (0, 0), 1, "1 + x + y"),
    ("x y", (-1, 3), 2, "-3 + 3*(x + 1) - (y - 3) + (x + 1)*(y - 3)"),
    ("sin(x) cos(y)", (0, 0), 3, "x - x^3/6 - x*y^2/2"),
    ("x^2 y + y^3", (1, 2), 1, "10 + 4*(x - 1) + 13*(y - 2)"),
    ("x e^(-x^2-y^2)", (1, 0), 2, "1/e - (x - 1)/e - (x - 1)^2/e - y^2/e"),
    ("x^2 + y^2", (0, 0), 2, "x^2 + y^2"),
    ("x^2 + y^2", (0, 0), 1, "0"),
    ("(x-1)*(1+y)", (1, 0), 1, "x - 1"),
    ("sin(x) y", (1, 2), 1, "1.68294 + 1.0806*(x - 1) + 0.841471*(y - 2)"),
    ("0.5 x^2 y", (0.2, 1), 1, "0.02 + 0.2*(x - 0.2) + 0.02*(y - 1)"),
]
MORE: list[tuple[str, Place, int]] = [
    *((text, about, order) for text, about, order, _ in WRITTEN),
    ("ln(1 + x^2 + y)", (1, 0), 3),
    ("sqrt(x^2 + y^2)", (3, 4), 2),
    ("x^3 - 3 x y^2", (1, 1), 3),
    ("sin(x y)", (PI / 2, 1), 2),
    ("cos(x) + y^4", (0, Fraction(1, 2)), 3),
    ("1/(1 + x y)", (1, 2), 3),
]


def theirs(text: str, about: Place, order: int) -> sympy.Expr:
    """The sum of all partial derivatives over factorials, taken one by one."""
    x, y = (sympy.Symbol(name, real=True) for name in XY)
    f, a, b = to_sympy(parse(text, XY)), to_sympy(number(about[0])), to_sympy(number(about[1]))
    return sum(
        sympy.diff(f, (x, i), (y, j)).subs({x: a, y: b})
        * (x - a) ** i
        * (y - b) ** j
        / (factorial(i) * factorial(j))
        for i, j in product(range(order + 1), repeat=2)
        if i + j <= order
    )


@pytest.mark.parametrize(("text", "about", "order", "polynomial"), WRITTEN)
def test_the_polynomial_is_written_order_by_order(
    text: str, about: Place, order: int, polynomial: str
) -> None:
    result = to_text(taylor_polynomial_of_two(parse(text, XY), ("x", "y"), about, order).result)
    assert result == polynomial


@pytest.mark.parametrize(("text", "about", "order"), MORE)
def test_the_polynomial_is_that_of_sympy(text: str, about: Place, order: int) -> None:
    ours = to_sympy(taylor_polynomial_of_two(parse(text, XY), ("x", "y"), about, order).result)
    x, y = (sympy.Symbol(name, real=True) for name in XY)
    for place in ({x: 3, y: -2}, {x: 1, y: 5}, {x: -2, y: sympy.Rational(1, 2)}):
        off = sympy.N((ours - theirs(text, about, order)).subs(place), 30)
        assert abs(off) < 1e-4


@pytest.mark.parametrize(("text", "about", "order"), MORE)
def test_every_step_holds_close_to_the_point(text: str, about: Place, order: int) -> None:
    worked = taylor_polynomial_of_two(parse(text, XY), ("x", "y"), about, order)
    a, b = (Fraction(evaluate(number(at), {})) for at in about)
    away = Fraction(1, 10**5)
    assert_steps_hold(worked, {"x": a + away, "y": b - away}, {"x": a - away, "y": b - 2 * away})
    assert worked.steps[-1].end == worked.result


def test_jacobian_and_hessian_stand_in_the_matrix_form() -> None:
    worked = taylor_polynomial_of_two(parse("x^2 y + y^3", XY), ("x", "y"), (1, 2), 2)
    together = worked.steps[-2]
    assert together.rule == "put together"
    assert together.after.endswith(
        r"10 + \begin{bmatrix} 4 & 13 \end{bmatrix} \begin{bmatrix} x - 1 \\ y - 2 \end{bmatrix} + "
        r"\frac{1}{2} \begin{bmatrix} x - 1 & y - 2 \end{bmatrix} \begin{bmatrix} 4 & 2 \\ 2 & 12 "
        r"\end{bmatrix} \begin{bmatrix} x - 1 \\ y - 2 \end{bmatrix}"
    )
    assert [step.rule for step in worked.steps[-1].steps] == ["the tilt", "the bend"]
    shapes = [step.end.shape for step in worked.steps if isinstance(step.end, Matrix)]
    assert shapes == [(1, 2), (1, 2), (2, 2), (2, 2)]


def test_third_derivatives_are_worked_one_by_one() -> None:
    worked = taylor_polynomial_of_two(parse("x^3 - 3 x y^2", XY), ("x", "y"), (1, 1), 3)
    third = next(step for step in worked.steps if step.rule == "third derivatives")
    assert [value(entry, {}) for entry in third.end.children] == [6, 0, -6, 0]
    assert len(every_step(third.steps)) > 12


@pytest.mark.parametrize(("order", "power"), [(1, "square"), (2, "third power"), (3, "fourth power")])
def test_the_error_shrinks_as_fast_as_is_said(order: int, power: str) -> None:
    f = parse("e^(2x+y) + x y^2", XY)
    worked = taylor_polynomial_of_two(f, ("x", "y"), (0, Fraction(-1)), order)
    assert f"the {power} of the distance" in worked.conclusion
    far, near = (
        abs(float(value(f, at) - value(worked.result, at)))
        for at in ({"x": h, "y": Fraction(-1) + 2 * h} for h in (Fraction(1, 1000), Fraction(1, 2000)))
    )
    assert far / near == pytest.approx(2 ** (order + 1), rel=0.01)


def test_other_letters_stay_letters() -> None:
    worked = taylor_polynomial_of_two(parse("a x^2 + x y", ("x", "y", "a")), ("x", "y"), (1, 0), 2)
    assert to_text(worked.result) == "a + 2*a*(x - 1) + y + a*(x - 1)^2 + (x - 1)*y"


def test_what_cannot_be_expanded_is_refused() -> None:
    with pytest.raises(MathsError, match=r"has no value at x = 0, y = 1"):
        taylor_polynomial_of_two(parse("1/x + y", XY), ("x", "y"), (0, 1), 1)
    with pytest.raises(MathsError, match=r"no value"):
        taylor_polynomial_of_two(parse("sqrt(x^2 + y^2)", XY), ("x", "y"), (0, 0), 1)
    with pytest.raises(MathsError, match=r"Choose 1, 2 or 3\."):
        taylor_polynomial_of_two(parse("x y", XY), ("x", "y"), (0, 0), 4)
    with pytest.raises(MathsError, match=r"two of each"):
        taylor_polynomial_of_two(parse("x"), ("x",), (0, 0), 1)  # type: ignore[arg-type]
    with pytest.raises(MathsError, match=r"moves with x"):
        taylor_polynomial_of_two(parse("x y", XY), ("x", "y"), (symbol("x"), 0), 1)
