"""Where a polynomial takes any of the values w, w ± T, w ± 2T…: the zeros of sines, the poles of tangents."""

from collections.abc import Sequence
from math import comb

from upslope.maths.expressions.expression import Expression
from upslope.maths.series.complex_inverses import Family
from upslope.maths.series.complex_places import CannotTellError, Places, Plane, together
from upslope.maths.simplification.polynomial_roots import Complex, many_digits, simple_roots
from upslope.maths.simplification.rational_function import (
    NotRationalError,
    Polynomial,
    rational_function,
    without_repetitions,
)

_MOST_PERIODS = 5
_HIGHEST_DEGREE = 4
_NOTHING = 1e-45
_HALVINGS = 60
_FARTHEST = 2.0**20


def where_repeating(inner: Expression, families: Sequence[Family], plane: Plane) -> Places:
    """Return where a polynomial of ``plane.x`` takes values of the families. Raises CannotTellError."""
    try:
        found = rational_function(inner, plane.x)
    except NotRationalError as error:
        raise CannotTellError from error
    if len(found.below) > 1 or not 2 <= len(found.above) <= _HIGHEST_DEGREE + 1:
        raise CannotTellError
    return together(_of_family(found.above, family, plane) for family in families)


def _of_family(polynomial: Polynomial, family: Family, plane: Plane) -> Places:
    first, period = family
    moved = _about(polynomial, plane)
    nearest = round(float(((moved[0] - first) / period).real))
    values = [first + (nearest + k) * period for k in range(-_MOST_PERIODS, _MOST_PERIODS + 1)]
    points = tuple(point for value in values for point in _where(polynomial, value))
    return Places(points, _horizon(moved, values[_MOST_PERIODS], abs(period)))


def _where(polynomial: Polynomial, value: Complex) -> list[Complex]:
    if abs(value) < _NOTHING:
        return simple_roots(without_repetitions(polynomial))
    return simple_roots([many_digits().convert(polynomial[0]) - value, *polynomial[1:]])


def _about(polynomial: Polynomial, plane: Plane) -> list[Complex]:
    """The coefficients of the powers of the way from the centre."""
    context = many_digits()
    return [
        sum(
            (
                context.convert(a) * comb(n, k) * plane.centre ** (n - k)
                for n, a in enumerate(polynomial)
                if n >= k
            ),
            context.mpf(0),
        )
        for k in range(len(polynomial))
    ]


def _horizon(moved: Sequence[Complex], nearest: Complex, period: Complex) -> float:
    """How far from the centre the polynomial cannot reach values beyond the periods that were looked at.

    Within the distance d it moves by no more than the sum of |a_k| dᵏ. Raises CannotTellError where even
    the centre may be nearer to other values.
    """
    room = float(_MOST_PERIODS * period - abs(nearest - moved[0]))
    sizes = [float(abs(a)) for a in moved[1:]]
    if room <= 0:
        raise CannotTellError
    low, high = 0.0, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        reached = sum(size * middle**k for k, size in enumerate(sizes, 1))
        low, high = (middle, high) if reached <= room else (low, middle)
    return low
