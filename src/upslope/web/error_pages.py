"""What is shown when something is not there, not allowed, or broken."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@login_not_required
def not_readable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what arrived was too much at once, or not something a page of ours sends."""
    is_too_much = isinstance(exception, TOO_MUCH)
    return render(
        request, "errors/400.html", {"is_too_much": is_too_much}, status=413 if is_too_much else 400
    )


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


@login_not_required
def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    """Say that it broke. Where only the database is away, say that it comes back; programs read that, too.

    Then the page must not ask who is here: that would be a question to the database.
    """
    if not isinstance(sys.exc_info()[1], OperationalError):
        return render(request, "errors/500.html", status=500)
    page = HttpResponse(render_to_string("errors/500.html", {"is_away": True}), status=503)
    page["Retry-After"] = "30"
    return page


@login_not_required
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/form_expired.html", status=403)
