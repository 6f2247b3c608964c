"""The coefficients worked out step by step, as a piece of a page."""

from functools import lru_cache

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from upslope.course.fences.derivation import render_derivation
from upslope.maths import Derivation, MathsError, taylor_polynomial, taylor_polynomial_of_two
from upslope.maths.series.exact_coefficients import HIGHEST_ORDER
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.explorer.typed import is_surface, read_coordinate, read_function
from upslope.web.form_values import read_whole
from upslope.web.time_limit import in_time


@require_safe
def working(request: LearnerRequest) -> HttpResponse:
    """Show the working. Fetched when somebody opens the fold, since few do and it takes a moment."""
    asked = request.GET
    try:
        found = in_time(
            request.get_full_path(),
            lambda: _derivation(
                asked.get("f", ""), asked.get("about", "0"), asked.get("beside", "0"), asked.get("order", "")
            ),
        )
    except MathsError as error:
        return render(request, "explorer/working.html", {"trouble": str(error)})
    return render(
        request, "explorer/working.html", {"working": mark_safe(render_derivation(found.to_json()))}
    )


@lru_cache(maxsize=128)
def _derivation(text: str, about: str, beside: str, order: str) -> Derivation:
    f, x, highest = read_function(text), read_coordinate(about), read_whole(order, 2) or 0
    if is_surface(f):
        return taylor_polynomial_of_two(f, ("x", "y"), (x, read_coordinate(beside)), min(max(highest, 1), 2))
    return taylor_polynomial(f, "x", x, min(highest, HIGHEST_ORDER))
