"""While a course is being written its pages say what is wrong with it, and come back when it is mended."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from upslope.course import ContentError


class ShowContentErrors:
    """Answer a page whose content cannot be right with file, line and remedy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ContentError):
            return None
        return render(request, "preview/broken.html", {"problem": exception})
