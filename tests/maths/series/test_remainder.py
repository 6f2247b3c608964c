"""Bounds on the error of Taylor polynomials: never below the true error, and not far above what must be."""

from fractions import Fraction
from math import factorial, isfinite

import numpy as np
import pytest
import sympy
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.maths.oracle import to_sympy, value
from tests.maths.strategies import functions
from upslope.maths import Expression, MathsError, evaluate, number, parse
from upslope.maths.expressions.expression import PI, Operand
from upslope.maths.series.interval_series import largest_coefficient
from upslope.maths.series.remainder import Reach, RemainderBound, remainder_bound
from upslope.maths.series.remainder_worked import remainder_bound_worked
from upslope.maths.series.taylor import taylor_coefficients, taylor_polynomial

CASES: list[tuple[str, Operand, int, Reach]] = [
    ("sin(x)", 0, 3, 1.0),
    ("e^x", 0, 2, (-0.5, 0.5)),
    ("cos(x)", PI / 4, 2, 1.0),
    ("1/x", 1, 1, (0.8, 1.2)),
    ("sqrt(x)", 4, 1, 5.0),
    ("ln(1+x)", 0, 4, (-0.5, 0.5)),
    ("e^(x^2)", 0, 4, (-1.0, 1.0)),
    ("tan(x)", 0, 3, 1.0),
    ("1/(1+x^2)", 0, 5, (-0.7, 0.7)),
    ("x sin(x)", 1, 3, (-1.0, 2.0)),
    ("tanh(x)", 0, 8, (-2.0, 2.0)),
    ("exp(sin(x))", 0, 6, 3.0),
    ("x^x", 1, 3, (0.5, 2.0)),
    ("atan(3x)", 0, 4, (-2.0, 2.0)),
    ("e^(-x^2) cos(5x)", 0, 11, (-2.0, 2.0)),
]


def true_derivative(f: Expression, order: int, low: float, high: float) -> float:
    """The largest size of a derivative on a fine grid, by SymPy."""
    x = sympy.Symbol("x", real=True)
    slope = sympy.lambdify(x, to_sympy(f).diff(x, order), "numpy")
    return float(np.max(np.abs(slope(np.linspace(low, high, 4001)) + np.zeros(4001))))


def errors(f: Expression, about: Operand, order: int, places: list[Fraction]) -> list[float]:
    """The true errors, with 120 digits; for polynomials with exact coefficients."""
    polynomial = taylor_polynomial(f, "x", about, order).result
    return [abs(float(value(f, {"x": at}) - value(polynomial, {"x": at}))) for at in places]


@pytest.mark.parametrize(("text", "about", "order", "reach"), CASES)
def test_no_error_exceeds_the_bound(text: str, about: Operand, order: int, reach: Reach) -> None:
    found = remainder_bound(parse(text), "x", about, order, reach)
    assert found.bound is not None
    ends = reach if isinstance(reach, tuple) else (reach, reach)
    places = [Fraction(place) for place in np.linspace(*ends, 41 if ends[0] < ends[1] else 1)]
    assert max(errors(parse(text), about, order, places)) <= found.bound


@pytest.mark.parametrize(("text", "about", "order", "reach"), CASES)
def test_m_is_never_smaller_than_the_derivative_and_hardly_larger(
    text: str, about: Operand, order: int, reach: Reach
) -> None:
    found = remainder_bound(parse(text), "x", about, order, reach)
    assert found.steepest is not None
    true = true_derivative(parse(text), order + 1, found.low, found.high)
    assert true * (1 - 1e-9) <= found.steepest <= 1.05 * true


@pytest.mark.parametrize(("text", "about", "order", "reach"), CASES)
def test_the_bound_is_lagranges(text: str, about: Operand, order: int, reach: Reach) -> None:
    found = remainder_bound(parse(text), "x", about, order, reach)
    assert found.steepest is not None
    centre = evaluate(number(about), {})
    assert found.low <= centre <= found.high
    assert found.distance == pytest.approx(max(found.high - centre, centre - found.low))
    wanted = found.steepest * found.distance ** (order + 1) / factorial(order + 1)
    assert found.bound == pytest.approx(wanted, rel=1e-9)


@given(functions(depth=2), st.integers(1, 5), st.floats(-2, 2), st.floats(0, 2))
@settings(max_examples=60, deadline=None)
def test_bounds_hold_the_coefficients_of_any_function_at_any_point(
    f: Expression, order: int, low: float, width: float
) -> None:
    bound = largest_coefficient(f, "x", order, low, low + width)
    if not isfinite(bound):
        reject()
    for share in (0, Fraction(1, 3), Fraction(4, 5), 1):
        at = Fraction(low) + share * (Fraction(low + width) - Fraction(low))
        try:
            coefficient = taylor_coefficients(f, "x", at, order)[order]
        except MathsError:
            continue
        # Six digits are shown.
        assert abs(float(value(coefficient, {}))) <= bound * (1 + 1e-5) + 1e-300


UNBOUNDED = [
    ("1/x", 1, 2, (-1.0, 2.0)),
    ("tan(x)", 0, 3, 2.0),
    ("sqrt(x)", 1, 1, 0.0),
    ("abs(x)", 1, 1, -1.0),
]


@pytest.mark.parametrize(("text", "about", "order", "reach"), UNBOUNDED)
def test_no_bound_is_given_across_a_point_where_the_function_breaks_down(
    text: str, about: Operand, order: int, reach: Reach
) -> None:
    found = remainder_bound(parse(text), "x", about, order, reach)
    assert found.bound is None
    assert found.steepest is None
    assert found.sentence.endswith(f"Stay nearer to $x = {about}$.")
    with pytest.raises(MathsError, match="Stay nearer"):
        remainder_bound_worked(parse(text), "x", about, order, reach)


def test_the_sentence_names_m_and_the_bound() -> None:
    found = remainder_bound(parse("sin(x)"), "x", 0, 3, 1.0)
    assert found.sentence == (
        "From $0$ to $1$ the derivative of order $4$ is never larger than $M = 0.842$ in size. By Lagrange’s "
        r"form of the remainder the error at a distance $d$ from $x = 0$ is at most $\frac{M d^{4}}{4!}$, so "
        "up to $d = 1$ it is never more than $0.0351$."
    )


@pytest.mark.parametrize("text", ["x^2", "x/2", "(x + 1)/4", "x^2/3", "abs(x)"])
def test_where_the_polynomial_is_the_function_itself_there_is_no_error(text: str) -> None:
    found = remainder_bound(parse(text), "x", 1, 2, (0.25, 3.0))
    assert (found.bound, found.steepest) == (0, 0)
    assert "is the function itself" in found.sentence
    assert r"From $0.25$ to $3$" in found.sentence


def test_the_working_goes_from_the_next_derivative_to_the_bound() -> None:
    worked = remainder_bound_worked(parse("sin(x)"), "x", 0, 3, 1.0)
    assert [(step.rule, str(step.end)) for step in worked.steps] == [
        ("the next derivative", "sin(x)"),
        ("its largest size", "abs(sin(x)) ≤ 0.842"),
        ("Lagrange’s form", "abs(R_3) ≤ 0.842*1^4/24"),
        ("work it out", "abs(R_3) ≤ 0.0351"),
    ]
    assert worked.result == worked.steps[-1].end
    assert len(worked.steps[0].steps) == 4


def test_a_derivative_that_would_fill_pages_is_only_named() -> None:
    worked = remainder_bound_worked(parse("exp(sin(x))"), "x", 0, 6, 1.0)
    assert "would fill pages" in worked.steps[0].why
    assert r"\frac{d^{7}}{dx^{7}}" in worked.steps[1].after


def test_what_is_shown_is_never_smaller_than_the_bound() -> None:
    for text, about, order, reach in CASES:
        found: RemainderBound = remainder_bound(parse(text), "x", about, order, reach)
        shown = remainder_bound_worked(parse(text), "x", about, order, reach).result.children[1]
        assert found.bound is not None
        assert evaluate(shown, {}) >= found.bound * (1 - 1e-6)


def test_a_reach_that_is_no_interval_and_open_letters_are_refused() -> None:
    with pytest.raises(MathsError, match="the smaller one first"):
        remainder_bound(parse("x"), "x", 0, 1, (2.0, 1.0))
    with pytest.raises(MathsError, match="two finite numbers"):
        remainder_bound(parse("x"), "x", 0, 1, float("nan"))
    with pytest.raises(MathsError, match="while a can be anything"):
        remainder_bound(parse("a x", ("x", "a")), "x", 0, 1, 1.0)
