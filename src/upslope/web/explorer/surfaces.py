"""A function of x and y, as data for the page: trees to draw from, and its polynomial at a point."""

from functools import lru_cache
from math import factorial
from typing import Any

from upslope.maths import Expression, derivative, matrix, number, row_vector, symbol, to_json, to_latex
from upslope.maths.expressions.expression import product_of, replace
from upslope.maths.multivariate.point import at_point
from upslope.maths.series.ascending import times, way_from
from upslope.maths.simplification.tidy import tidied
from upslope.web.explorer.close_around import close_radius
from upslope.web.explorer.close_by import Tolerance
from upslope.web.explorer.opening import View, opening_place, opening_square
from upslope.web.explorer.sentences import disc_sentence
from upslope.web.explorer.showing import as_float, shown
from upslope.web.explorer.terms import term_data

_TAKEN_BY = ((0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2))  # how often by x, and by y


@lru_cache(maxsize=128)
def derivatives(f: Expression) -> tuple[Expression, ...]:
    """Return f and its derivatives by x, y, xx, xy and yy. Raises MathsError."""
    fx, fy = derivative(f, "x"), derivative(f, "y")
    return (f, fx, fy, derivative(fx, "x"), derivative(fx, "y"), derivative(fy, "y"))


def surface_data(f: Expression) -> dict[str, Any]:
    """Return what the page draws a surface from. Raises MathsError."""
    x, y = opening_place(f)
    return {
        "kind": "surface",
        "trees": [to_json(each) for each in derivatives(f)],
        "view": opening_square(),
        "about": x,
        "beside": y,
    }


@lru_cache(maxsize=256)
def place_data(f: Expression, x: Expression, y: Expression) -> dict[str, Any]:
    """Return value, Jacobian and Hessian at a point, and the terms they make. Raises MathsError."""
    values = [at_point(each, {"x": x, "y": y}) for each in derivatives(f)]
    value, fx, fy, fxx, fxy, fyy = (shown(each, x, y) for each in values)
    return {
        "point": [as_float(x), as_float(y)],
        "coefficients": [as_float(each) for each in values],
        "terms": [
            _term(each, *taken, x, y)
            for each, taken in zip(values, _TAKEN_BY, strict=True)
            if _is_something(each)
        ],
        "value": to_latex(value),
        "jacobian": to_latex(row_vector([fx, fy])),
        "hessian": to_latex(matrix([[fxx, fxy], [fxy, fyy]])),
    }


def disc_data(
    f: Expression, place: tuple[Expression, Expression], order: int, view: View, allowed: Tolerance
) -> dict[str, Any]:
    """Return how far around the point the polynomial is within the tolerance. Raises MathsError."""
    data = place_data(f, *place)
    kept = [
        value if by_x + by_y <= order else 0.0
        for value, (by_x, by_y) in zip(data["coefficients"], _TAKEN_BY, strict=True)
    ]
    x, y = data["point"]
    radius = close_radius(f, kept, (x, y), view, allowed)
    return {"radius": radius, "sentence": disc_sentence(radius, (x, y), view, allowed)}


def _is_something(value: Expression) -> bool:
    return as_float(value) != 0


def _term(slope: Expression, by_x: int, by_y: int, x: Expression, y: Expression) -> dict[str, Any]:
    """The derivative over i! j!, times the ways from the point in these powers."""
    coefficient = shown(tidied(slope / (factorial(by_x) * factorial(by_y))), x, y)
    if not by_x + by_y:
        return term_data(0, coefficient)
    across, up = symbol("h"), symbol("k")
    powers = tidied(product_of((across ** number(by_x), up ** number(by_y))))
    term = times(coefficient, powers)
    return term_data(by_x + by_y, replace(term, {across: way_from("x", x), up: way_from("y", y)}))
