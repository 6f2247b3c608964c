"""``/healthz``: whether this server can work, for the programs that watch over it."""

from collections.abc import Callable
from importlib.metadata import version

from django.db import DatabaseError
from django.db.models import Min
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

ADDRESS = "/healthz"


def answer_health(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer before anybody asks for a host or who is there: a balancer calls a machine by its number."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return _health() if request.path == ADDRESS else get_response(request)

    return middleware


def _health() -> JsonResponse:
    """Return 200 with how the queue stands, or 503 where the database is away. Nothing in it is secret."""
    try:
        found = {"database": "there", **_queue()}
        status = 200
    except DatabaseError:
        found, status = {"database": "away"}, 503
    answer = JsonResponse({**found, "version": version("upslope")}, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _queue() -> dict[str, float]:
    waiting = DBTaskResult.objects.ready().order_by()
    oldest = waiting.aggregate(first=Min("enqueued_at"))["first"]
    seconds = (timezone.now() - oldest).total_seconds() if oldest else 0.0
    return {"jobs_waiting": waiting.count(), "oldest_waiting_seconds": round(max(seconds, 0.0), 1)}
