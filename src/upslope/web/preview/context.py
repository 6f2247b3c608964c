"""Tells every page whether a course is being previewed."""

from django.conf import settings
from django.http import HttpRequest


def preview(request: HttpRequest) -> dict[str, bool]:
    return {"is_preview": settings.PREVIEW}
