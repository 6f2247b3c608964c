"""The page of the Taylor explorer: the tool, and below it the text of its lesson."""

from django.http import HttpResponse
from django.shortcuts import render

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_lesson
from upslope.web.explorer.examples import CURVES, SURFACES
from upslope.web.lessons.page_context import page_context
from upslope.web.lessons.sections import Sections


def explorer_page(request: LearnerRequest, item: Item, *, sections: Sections) -> HttpResponse:
    """Show the explorer as its example number one; a link may ask for another state, in its fragment."""
    lesson = current_lesson(item)
    shown = sections(request, item, lesson)
    context = page_context(request, item, lesson, shown) | {"curves": CURVES, "surfaces": SURFACES}
    return render(request, "explorer/page.html", context)
