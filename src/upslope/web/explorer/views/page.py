"""The page of the Taylor explorer: the tool, and below it the text of its lesson."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from upslope.course import HtmlChunk, Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_glossary, current_lesson
from upslope.web.explorer.examples import CURVES, SURFACES
from upslope.web.lessons.progress import progress_of


def explorer_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """Show the explorer as its example number one; a link may ask for another state, in its fragment."""
    lesson = current_lesson(item)
    context = {
        "item": item,
        "lesson": lesson,
        "lede": mark_safe(lesson.lede),
        "sections": [mark_safe(chunk.html) for chunk in lesson.sections if isinstance(chunk, HtmlChunk)],
        "words": [word for word in current_glossary() if word.id in lesson.words],
        "is_done": progress_of(request.user)[item.full_id].is_done,
        "curves": CURVES,
        "surfaces": SURFACES,
    }
    return render(request, "explorer/page.html", context)
