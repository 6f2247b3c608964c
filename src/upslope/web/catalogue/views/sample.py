from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from upslope.course import CheckpointChunk, HtmlChunk, Item
from upslope.web.course_access import current_course_page, current_item, current_lesson
from upslope.web.lessons.views.figure_still import figure_still


@login_not_required
@require_safe
def sample_lesson(request: HttpRequest) -> HttpResponse:
    """One lesson for everybody to read and to play with. Nothing is kept, and its questions are left out."""
    item = _sample()
    lesson = current_lesson(item)
    context = {
        "item": item,
        "lesson": lesson,
        "lede": mark_safe(lesson.lede),
        "sections": [
            mark_safe(chunk.html) if isinstance(chunk, HtmlChunk) else None
            for chunk in lesson.sections
            if isinstance(chunk, HtmlChunk | CheckpointChunk)
        ],
        "questions": len(lesson.checkpoints),
    }
    return render(request, "catalogue/sample.html", context)


@login_not_required
@require_safe
def sample_still(request: HttpRequest, figure: str, moment: str) -> HttpResponseBase:
    """A figure of that lesson as a picture, for browsers without script."""
    item = _sample()
    show: Callable[..., HttpResponseBase] = figure_still  # the stubs of its decorator forget its arguments
    return show(request, item.module, item.id, figure, moment)


def _sample() -> Item:
    page = current_course_page()
    if not page.sample:
        raise Http404("no lesson to try")
    return current_item(page.sample)
