"""How far a Taylor series reaches: to the nearest point, real or complex, where the function breaks down."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

import numpy as np

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Expression, Operand, Symbol
from upslope.maths.expressions.high_precision import Real, exact_value
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation
from upslope.maths.series.ascending import way_from
from upslope.maths.series.complex_places import CannotTellError, Places, Plane
from upslope.maths.series.exact_coefficients import exact_coefficients, expansion_point
from upslope.maths.series.exact_form import exact_form
from upslope.maths.series.singular_points import breaks_down, singular_points
from upslope.maths.simplification.polynomial_roots import Complex, many_digits

_SAME = 1e-30
_SHOWN_DIGITS = 4
_SHARE = 0.25
_MOST_POINTS = 40


@dataclass(frozen=True)
class Convergence:
    """How far from its centre a Taylor series converges to the function.

    ``radius`` is a number above 0, infinite where the series converges everywhere, None where that cannot be
    told; ``exact`` is the radius as a tree where it is a fraction, a root or a multiple of π. ``nearest`` are
    the points of the complex plane at that distance where the function breaks down. ``sentence`` says why.
    """

    radius: float | None
    exact: Expression | None
    nearest: tuple[complex, ...]
    sentence: str


def radius_of_convergence(expression: Expression, x: str = "x", about: Operand = 0) -> Convergence:
    """Return how far the Taylor series about a point converges, and what stops it.

    It can be told for quotients of polynomials, and for exponentials, roots, logarithms, trigonometric and
    hyperbolic functions of them as far as their poles can be located; where it cannot, ``radius`` is None.
    Raises MathsError where there is no Taylor series about the point at all.
    Source: Ahlfors, Complex Analysis, 3rd ed., section 5.1.2: the series converges in the largest disc in
    which the function is analytic. Apostol, Calculus, vol. I, section 11.7.
    """
    point = expansion_point(x, about)
    exact_coefficients(expression, x, point, 1)
    if (expression.variables | point.variables) - {x}:
        return _unknown("other letters stand in it; give them values first")
    centre = many_digits().convert(exact_value(point, {}, 50))
    try:
        nearest = _nearest(expression, Plane(x, centre))
    except (ArithmeticError, np.linalg.LinAlgError):
        return _unknown("I cannot locate every point where this function breaks down")
    if not nearest:
        return Convergence(inf, None, (), _WHY_EVERYWHERE.format(to_latex(Symbol(x))))
    return _finite(nearest, x, point, centre)


def _unknown(why: str) -> Convergence:
    return Convergence(None, None, (), f"I cannot tell how far this series converges: {why}.")


def _nearest(expression: Expression, plane: Plane) -> list[Complex]:
    """The nearest points where the function breaks down, all at one distance; none where it never does."""
    places = _nearby(singular_points(expression, plane), plane)
    points = _once(places.points, plane)
    for distance, ring in groupby(points, key=lambda p: _rounded(plane.distance(p))):
        if distance > places.horizon:
            raise CannotTellError
        stopping = [p for p in ring if breaks_down(expression, plane.x, p, _room(p, points, places, plane))]
        if stopping:
            return stopping
    if places.horizon < inf:
        raise CannotTellError
    return []


def _nearby(places: Places, plane: Plane) -> Places:
    """The nearest places, in order, and no more than can be looked at in a moment."""
    points = sorted(places.points, key=plane.distance)
    if len(points) <= _MOST_POINTS:
        return Places(tuple(points), places.horizon)
    horizon = min(places.horizon, plane.distance(points[_MOST_POINTS]))
    return Places(tuple(points[:_MOST_POINTS]), horizon)


def _rounded(distance: float) -> float:
    """What points that lie equally far have in common."""
    return float(f"{distance:.12g}")


def _once(points: Sequence[Complex], plane: Plane) -> list[Complex]:
    """The points without repetitions."""
    found: list[Complex] = []
    for point in points:
        if all(abs(point - other) > _SAME * plane.distance(point) for other in found):
            found.append(point)
    return found


def _room(point: Complex, points: Sequence[Complex], places: Places, plane: Plane) -> float:
    """The radius of a circle around the point that keeps well away from all others."""
    others = [float(abs(point - other)) for other in points if other != point]
    return _SHARE * min([plane.distance(point), places.horizon - plane.distance(point), *others])


def _finite(nearest: list[Complex], x: str, point: Expression, centre: Real) -> Convergence:
    distance = abs(nearest[0] - centre)
    exact = exact_form(distance)
    way, place = to_latex(way_from(x, point)), to_latex(Equation(Symbol(x), point))
    size = to_latex(exact or rounded(float(distance), _SHOWN_DIGITS))
    upper = sorted((z for z in nearest if z.imag > -_SAME * distance), key=lambda z: float(z.real))
    named = " and at ".join(_named(z, x, distance) for z in upper)
    is_real = any(abs(z.imag) < _SAME * distance for z in nearest)
    start = "The" if is_real else "No point of the real line is to blame here, but complex ones are: the"
    sentence = (
        f"{start} function breaks down at {named}, at a distance of {'' if exact else 'about '}${size}$ from "
        f"${place}$. A power series reaches equally far to all sides and never past such a point, so this "
        rf"one holds for $\left|{way}\right| < {size}$ and not beyond."
    )
    return Convergence(float(distance), exact, tuple(map(complex, nearest)), sentence)


def _named(z: Complex, x: str, distance: Real) -> str:
    """``x = 1 \\pm 2 i``: a point off the real line stands for its mirror image too."""
    parts = [_real(part, distance) for part in (z.real, z.imag)]
    relation = (
        "=" if all(part is not None for part in (exact_form(z.real), exact_form(z.imag))) else r"\approx"
    )
    shown = parts[0] or "0"
    if parts[1]:
        shown = rf"{parts[0]} \pm {'' if parts[1] == '1' else parts[1] + ' '}i".strip()
    return f"${to_latex(Symbol(x))} {relation} {shown}$"


def _real(value: Real, distance: Real) -> str:
    if abs(value) < _SAME * distance:
        return ""
    return to_latex(exact_form(value) or rounded(float(value), _SHOWN_DIGITS))


_WHY_EVERYWHERE = (
    "Nowhere does this function break down, not even among the complex numbers, so its series holds for "
    "every ${}$."
)
