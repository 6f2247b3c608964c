"""A function of x about a point, as data for the page: coefficients, terms, reach of the series."""

from functools import lru_cache
from math import isfinite
from typing import Any

from upslope.course.prose import render_inline
from upslope.maths import Expression, general_term, number, radius_of_convergence
from upslope.maths.series.ascending import multiple
from upslope.maths.series.exact_coefficients import HIGHEST_ORDER
from upslope.maths.series.expansion import Expansion, expand
from upslope.web.explorer.break_points import break_points
from upslope.web.explorer.showing import as_float, shown
from upslope.web.explorer.terms import term_data


@lru_cache(maxsize=256)
def expansion_of(f: Expression, point: Expression) -> Expansion:
    """Return the expansion up to the highest order. Raises MathsError where there is none."""
    return expand(f, "x", point, HIGHEST_ORDER)


@lru_cache(maxsize=256)
def expansion_data(f: Expression, point: Expression) -> dict[str, Any]:
    """Return everything about the point that does not depend on order or window. Raises MathsError."""
    found = expansion_of(f, point)
    around = as_float(found.point)
    reach = radius_of_convergence(f, "x", found.point)
    term = general_term(f, "x", found.point)
    return {
        "point": around,
        "coefficients": [as_float(value) for value in found.exact],
        "terms": _terms(found),
        "radius": reach.radius if reach.radius is None or isfinite(reach.radius) else "infinite",
        "reach": render_inline(reach.sentence),
        "breaks": [[at.real, at.imag] for at in break_points(f, around).points],
        "general": term.series if term else "",
    }


def _terms(found: Expansion) -> list[dict[str, Any]]:
    """The terms that are not 0, the lowest order first."""
    written = enumerate(shown(value, found.point) for value in found.exact)
    return [
        term_data(k, multiple(value, k, found.way) if k else value)
        for k, value in written
        if value != number(0)
    ]
