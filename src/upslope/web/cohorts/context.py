"""What every template may ask about other people."""

from django.conf import settings
from django.http import HttpRequest


def together(request: HttpRequest) -> dict[str, bool]:
    """Say whether this server is for a class, or for one learner alone."""
    return {"together": settings.TOGETHER}
