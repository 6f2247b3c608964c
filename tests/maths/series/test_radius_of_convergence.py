"""Radii of convergence: a list known from textbooks, and the coefficients themselves as a second witness."""

from fractions import Fraction
from math import e, inf, log, pi, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import Expression, MathsError, parse, symbol, to_text
from upslope.maths.expressions.evaluation import NUMPY, work_out
from upslope.maths.expressions.expression import PI
from upslope.maths.series.power_series import PowerSeries, Ring
from upslope.maths.series.radius_of_convergence import radius_of_convergence
from upslope.maths.series.series_functions import series_arithmetic

KNOWN = [
    ("x^3 - 2x", 0, inf),
    ("e^x", 5, inf),
    ("sin(x) + x^2 cosh(x)", 1, inf),
    ("e^(-x^2)", 0, inf),
    ("2^x", 0, inf),
    ("e^(sin(x))", 0, inf),
    ("1/x", 2, 2),
    ("1/x", -3, 3),
    ("1/(1-x)", 0, 1),
    ("1/(1+x^2)", 0, 1),
    ("1/(1+x^2)", 1, sqrt(2)),
    ("1/(1+25x^2)", 0, 0.2),
    ("1/(x^2-2)", 0, sqrt(2)),
    ("1/(x^2+2x+5)", 0, sqrt(5)),
    ("1/(1+x^4)", 0, 1),
    ("1/(x^3-2)", 0, 2 ** (1 / 3)),
    ("1/(x^2+1)^5", 0, 1),
    ("(1+x)/((1-x)(3-x))", 2, 1),
    ("ln(1+x)", 0, 1),
    ("ln(x)", 3, 3),
    ("ln(1+x^2)", 0, 1),
    ("sqrt(1+x)", 0, 1),
    ("sqrt(x)", 4, 4),
    ("x^(5/2)", 1, 1),
    ("x^x", 1, 1),
    ("tan(x)", 0, pi / 2),
    ("tan(x)", 1, pi / 2 - 1),
    ("sec(x)", 0, pi / 2),
    ("csc(x)", 1, 1),
    ("cot(x)", 1, 1),
    ("tanh(x)", 0, pi / 2),
    ("1/cosh(x)", 1, sqrt(1 + pi**2 / 4)),
    ("tan(x^2)", 0, sqrt(pi / 2)),
    ("1/(1+e^(-x))", 0, pi),
    ("1/(2^x-3)", 0, log(3) / log(2)),
    ("1/(2+sin(x))", 0, abs(-pi / 2 + 1j * log(2 + sqrt(3)))),
    ("1/(1+sin(x)^2)", 0, log(1 + sqrt(2))),
    ("ln(cos(x))", 0, pi / 2),
    ("atan(x)", 0, 1),
    ("atan(x)", 1, sqrt(2)),
    ("asin(x)", 0, 1),
    ("asinh(x)", 0, 1),
    ("atanh(x)", 0, 1),
    ("e^(1/x)", 1, 1),
    ("e^(-1/x^2)", 2, 2),
    ("1/ln(x)", 2, 1),
    ("1/(1-sqrt(x))", 4, 3),
    ("sqrt(x^3)", 1, 1),
    ("x^2 sqrt(1-x^2)", 0, 1),
]
REMOVABLE = [
    ("sin(x)/x", 1, inf),
    ("(x^2-1)/(x-1)", 0, inf),
    ("(1-cos(x))/x^2", 1, inf),
    ("1/(1-x) - 1/(1-x)", 0, inf),
    ("cos(sqrt(x))", 1, inf),
    ("sqrt(1+x)^2", 0, inf),
    ("x/(e^x-1)", 1, sqrt(1 + 4 * pi**2)),
    ("ln(x)/(x-1)", 2, 2),
    ("(x-1)/(x^2-1)", 0, 1),
]
# The root of a square and the arctangent at a pole go on smoothly where their principal values jump.
UNSURE = [
    "abs(x)",
    "sqrt(x^2)",
    "sqrt(1-cos(x))",
    "asin(1 - x^2/4)",
    "x + atan((x+1)/x)",
    "1/sin(1/x)",
    "1/(x - pi)",
    "1/(sin(x)+cos(x))",
]


@pytest.mark.parametrize(("text", "about", "radius"), KNOWN)
def test_the_radius_reaches_to_the_nearest_point_where_the_function_breaks_down(
    text: str, about: int, radius: float
) -> None:
    found = radius_of_convergence(parse(text), "x", about)
    assert found.radius == pytest.approx(radius, rel=1e-13)
    for point in found.nearest:
        assert abs(point - complex(about)) == pytest.approx(radius, rel=1e-13)
    assert bool(found.nearest) == (radius < inf)


@pytest.mark.parametrize(("text", "about", "radius"), REMOVABLE)
def test_gaps_that_can_be_closed_stop_no_series(text: str, about: int, radius: float) -> None:
    assert radius_of_convergence(parse(text), "x", about).radius == pytest.approx(radius, rel=1e-13)


@pytest.mark.parametrize("text", UNSURE)
def test_what_cannot_be_told_is_not_told(text: str) -> None:
    found = radius_of_convergence(parse(text), "x", 1)
    assert found.radius is None
    assert found.nearest == ()
    assert found.sentence.startswith("I cannot tell how far this series converges")


def tail(f: Expression, about: float, radius: float, order: int = 60) -> float:
    """About how large the last coefficients are, in units of the radius: 1 where the radius is right."""
    ring = Ring(order, NUMPY, lambda value: int(value) if value == int(value) else None)
    start = PowerSeries((np.float64(about), np.float64(radius)), ring)
    with np.errstate(all="ignore"):
        series = work_out(f, {"x": start}, series_arithmetic(ring))
    return float(np.max(np.abs(series.coefficients[order // 2 :])))


@pytest.mark.parametrize(("text", "about", "radius"), [row for row in KNOWN if 0 < row[2] < inf])
def test_coefficients_neither_grow_nor_die_out_in_units_of_the_radius(
    text: str, about: int, radius: float
) -> None:
    size = tail(parse(text), about, radius)
    assert 1e-6 < size < 1e6
    assert tail(parse(text), about, radius * 1.5) > 100 * size
    assert tail(parse(text), about, radius / 1.5) < size / 100


@given(
    st.lists(st.complex_numbers(max_magnitude=6), min_size=1, max_size=3),
    st.integers(-3, 3),
)
@settings(max_examples=40, deadline=None)
def test_the_nearest_root_of_a_denominator_decides(roots: list[complex], about: int) -> None:
    x = symbol("x")
    whole = [(round(4 * z.real), round(4 * z.imag)) for z in roots]
    below = x**0
    for real, imaginary in whole:
        # (4x − real)² + imaginary², which is 0 at (real ± i·imaginary)/4.
        below = below * ((4 * x - real) ** 2 + imaginary**2)
    nearest = min(abs((real + 1j * imaginary) / 4 - about) for real, imaginary in whole)
    if nearest:
        assert radius_of_convergence(1 / below, "x", about).radius == pytest.approx(nearest, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "about", "exact"),
    [("1/(1+x^2)", 1, "sqrt(2)"), ("tan(x)", 0, "pi/2"), ("1/(1+25x^2)", 0, "1/5"), ("1/(1+x^4)", 0, "1")],
)
def test_a_radius_that_is_a_root_or_a_part_of_pi_is_given_exactly(text: str, about: int, exact: str) -> None:
    found = radius_of_convergence(parse(text), "x", about)
    assert found.exact is not None
    assert to_text(found.exact) == exact
    assert radius_of_convergence(parse("1/(x^3-2)"), "x", 0).exact is None


def test_the_sentence_says_what_stops_the_series() -> None:
    assert radius_of_convergence(parse("1/x"), "x", 2).sentence == (
        "The function breaks down at $x = 0$, at a distance of $2$ from $x = 2$. A power series reaches "
        r"equally far to all sides and never past such a point, so this one holds for $\left|x - 2\right| < "
        "2$ and not beyond."
    )
    assert radius_of_convergence(parse("1/(1+x^2)"), "x", 0).sentence.startswith(
        "No point of the real line is to blame here, but complex ones are: the function breaks down at "
        r"$x = \pm i$"
    )
    assert r"$x = -1 \pm 2 i$" in radius_of_convergence(parse("1/(x^2+2x+5)"), "x", 0).sentence
    assert radius_of_convergence(parse("e^x"), "x", 0).sentence.endswith("so its series holds for every $x$.")


def test_the_points_can_be_drawn() -> None:
    points = sorted(radius_of_convergence(parse("1/(1+x^2)"), "x", 1).nearest, key=lambda z: z.imag)
    assert points == [-1j, 1j]


def test_other_letters_leave_the_radius_open() -> None:
    found = radius_of_convergence(parse("1/(a-x)", ("x", "a")), "x", 0)
    assert found.radius is None
    assert "give them values first" in found.sentence


def test_a_point_may_be_a_fraction_or_a_multiple_of_pi() -> None:
    assert radius_of_convergence(parse("1/(x-1)"), "x", Fraction(1, 2)).radius == 0.5
    assert radius_of_convergence(parse("sec(x)"), "x", PI / 4).radius == pytest.approx(pi / 4)
    assert radius_of_convergence(parse("ln(x)"), "x", parse("e")).radius == pytest.approx(e)


def test_a_point_without_a_series_is_refused() -> None:
    with pytest.raises(MathsError, match="has no value at x = 0"):
        radius_of_convergence(parse("1/x"), "x", 0)
