"""The answers to the explorer's script: plain data, or the sentence that says why there is none."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from upslope.maths import Expression, MathsError, to_json
from upslope.maths.series.exact_coefficients import HIGHEST_ORDER
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.explorer.bounding import bound_data
from upslope.web.explorer.break_points import break_points
from upslope.web.explorer.close_by import Tolerance, where_close
from upslope.web.explorer.expanding import expansion_data
from upslope.web.explorer.opening import opening_point, opening_view
from upslope.web.explorer.sentences import close_sentence
from upslope.web.explorer.surfaces import disc_data, place_data, surface_data
from upslope.web.explorer.typed import echo, is_surface, read_coordinate, read_float, read_function
from upslope.web.form_values import read_whole
from upslope.web.time_limit import TakesLongError, in_time


@require_safe
def function(request: LearnerRequest) -> JsonResponse:
    """How a typed function is read, and what it takes to draw it."""
    text = request.GET.get("f", "")
    shown = echo(text)
    html = render_to_string("practice/echo.html", {"echo": shown})
    if not shown.reading:
        return JsonResponse({"echo": html, "words": shown.words})
    drawn = _answer(request, lambda: _drawing_data(read_function(text)))
    return JsonResponse({"echo": html, "words": shown.words, "latex": shown.reading, **drawn})


@lru_cache(maxsize=256)
def _drawing_data(f: Expression) -> dict[str, Any]:
    if is_surface(f):
        return surface_data(f)
    about = opening_point(f)
    return {
        "kind": "curve",
        "tree": to_json(f),
        "view": opening_view(f),
        "about": about,
        "breaks": [[point.real, point.imag] for point in break_points(f, float(about)).points],
    }


@require_safe
def expansion(request: LearnerRequest) -> JsonResponse:
    """Coefficients, terms and reach about a point."""
    return JsonResponse(
        _answer(request, lambda: expansion_data(_curve(request), _coordinate(request, "about")))
    )


@require_safe
def plane(request: LearnerRequest) -> JsonResponse:
    """Value, Jacobian and Hessian of a function of two variables at a point."""
    return JsonResponse(
        _answer(
            request,
            lambda: place_data(
                _function(request), _coordinate(request, "about"), _coordinate(request, "beside")
            ),
        )
    )


@require_safe
def bound(request: LearnerRequest) -> JsonResponse:
    """The bound on the error in the window."""
    return JsonResponse(
        _answer(
            request,
            lambda: bound_data(
                _curve(request), _coordinate(request, "about"), _order(request), *_window(request)
            ),
        )
    )


@require_safe
def closeness(request: LearnerRequest) -> JsonResponse:
    """Where in the window the polynomial is close to the function; in two variables, how far around."""
    return JsonResponse(_answer(request, lambda: _closeness(request)))


def _closeness(request: LearnerRequest) -> dict[str, Any]:
    f, window = _function(request), _window(request)
    size = abs(read_float(request.GET.get("size", "0.01")))
    allowed = Tolerance(size, request.GET.get("measure") != "size")
    if is_surface(f):
        place = (_coordinate(request, "about"), _coordinate(request, "beside"))
        return disc_data(f, place, _order(request), (*window, *_window(request, "bottom", "top")), allowed)
    data = expansion_data(f, _coordinate(request, "about"))
    kept = data["coefficients"][: _order(request) + 1]
    found = where_close(f, kept, data["point"], window, allowed)
    return {
        "around": found.around,
        "others": found.others,
        "sentence": close_sentence(found, window, allowed),
    }


def _answer(request: HttpRequest, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What the work returns; the sentence of what went wrong under the name ``trouble`` if it cannot."""
    try:
        return in_time(request.get_full_path(), work)
    except TakesLongError as error:
        return {"trouble": str(error), "is_late": True}
    except MathsError as error:
        return {"trouble": str(error)}


def _function(request: HttpRequest) -> Expression:
    return read_function(request.GET.get("f", ""))


def _curve(request: HttpRequest) -> Expression:
    f = _function(request)
    if is_surface(f):
        raise MathsError(f"{f} is a function of two variables.", "Ask for its plane and paraboloid.")
    return f


def _coordinate(request: HttpRequest, name: str) -> Expression:
    return read_coordinate(request.GET.get(name, "0"))


def _order(request: HttpRequest) -> int:
    order = read_whole(request.GET.get("order", ""), 2)
    if order is None or order > HIGHEST_ORDER:
        raise MathsError("That is not an order I can work with.", f"Choose one from 0 to {HIGHEST_ORDER}.")
    return order


def _window(request: HttpRequest, *ends: str) -> tuple[float, float]:
    low, high = (read_float(request.GET.get(name, "")) for name in ends or ("low", "high"))
    if low >= high:
        raise MathsError("This window has no width.", "Press Fit to see the function.")
    return low, high
