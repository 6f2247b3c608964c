"""One line in the log for each request: what was asked for, how it ended, how long it took.

Never what was typed: the part behind ``?`` is left out, and so is what stands for a key or a name in an
address. An address that leads nowhere may be a key that was mistyped: only its first word is kept.
"""

import logging
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from upslope.web.serving.json_log import request_id

_log = logging.getLogger("upslope.requests")

PLACES = frozenset({"module", "item", "question", "name"})  # of the course, not of a person


def log_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give each request an id, which its answer carries too, and note how it went."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        mark = request_id.set(uuid.uuid4().hex[:16])
        try:
            response = get_response(request)
            response["X-Request-ID"] = request_id.get()
            _note(request, response.status_code, time.perf_counter() - began)
            return response
        finally:
            request_id.reset(mark)

    return middleware


def shown_path(request: HttpRequest) -> str:
    """Return the path without anything in it that only one person may know."""
    match = request.resolver_match
    if match is None:
        first = request.path.split("/", 2)[1]
        return request.path if first == "static" or request.path == "/" else f"/{first[:40]}/…"
    path = request.path
    for name, value in match.kwargs.items():
        if isinstance(value, str) and value and name not in PLACES:
            path = path.replace(value, f"<{name}>")
    return path


def _note(request: HttpRequest, status: int, seconds: float) -> None:
    # The user as far as a view has asked for them: to ask here would cost every picture a query.
    user = getattr(request, "_cached_user", None)
    _log.info(
        "%s %d",
        request.method,
        status,
        extra={
            "fields": {
                "path": shown_path(request),
                "status": status,
                "milliseconds": round(1000 * seconds, 1),
                "user": getattr(user, "pk", None),
            }
        },
    )
