from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.course import Item, Module
from upslope.course.figures import OpeningStill, opening_still
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.lessons.item_figures import figures_on


@dataclass(frozen=True)
class Picture:
    """A figure by its still picture, and the item on whose page it can be touched."""

    item: Item
    figure: str
    still: OpeningStill


@require_safe
def figures(request: LearnerRequest) -> HttpResponse:
    """Every figure of a gallery as a picture; who looks for one would rather look than read."""
    course = current_course()
    if not course.is_gallery:
        raise Http404
    parts = [(module, _pictures(module)) for module in course.modules]
    return render(request, "lessons/figures.html", {"course": course, "parts": parts})


def _pictures(module: Module) -> list[Picture]:
    return [
        Picture(item, str(spec["id"]), still)
        for item in module.items
        for spec in figures_on(item)
        if (still := opening_still(spec))
    ]
