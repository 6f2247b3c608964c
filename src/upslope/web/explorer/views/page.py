"""The page of the Taylor explorer: the tool, and below it the text of its lesson."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from upslope.course import HtmlChunk, Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_lesson
from upslope.web.explorer.examples import CURVES, SURFACES
from upslope.web.lessons.page_context import page_context


def explorer_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Show the explorer as its example number one; a link may ask for another state, in its fragment."""
    lesson = current_lesson(item)
    sections = [mark_safe(chunk.html) for chunk in lesson.sections if isinstance(chunk, HtmlChunk)]
    context = page_context(request, item, lesson, sections) | {"curves": CURVES, "surfaces": SURFACES}
    return render(request, "explorer/page.html", context)
