from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from upslope.course import HtmlChunk, Item
from upslope.course.plugins import STARTING_POINT
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_lesson
from upslope.web.diagnostic.comparison import comparison_of, occasions_of
from upslope.web.diagnostic.places import NOW, pages
from upslope.web.diagnostic.runs import open_run, question_in
from upslope.web.diagnostic.showing import shown_steps
from upslope.web.diagnostic.views.question import question_page
from upslope.web.lessons.page_context import page_context
from upslope.web.looking_back.line import picture_of
from upslope.web.looking_back.ratings import RatingForm
from upslope.web.looking_back.views.rating import rating_context


def course_review_page(request: LearnerRequest, item: Item, form: RatingForm | None = None) -> HttpResponse:
    """The question under way, if it was begun here; else how far the learner came, and what they think.

    Args:
        form: a rating that could not be kept, with the reason.
    """
    run = open_run(request.user)
    asked = question_in(run) if run and run.item_id == item.full_id else None
    if asked is not None and form is None:
        return question_page(request, asked)
    lesson = current_lesson(item)
    sections = [mark_safe(chunk.html) for chunk in lesson.sections if isinstance(chunk, HtmlChunk)]
    occasions = occasions_of(request.user)
    comparison = comparison_of(occasions, item.full_id)
    context = page_context(request, item, lesson, sections) | rating_context(request, item, form)
    return render(
        request,
        "looking_back/page.html",
        context
        | {
            "now": NOW,
            "comparison": comparison,
            "picture": picture_of(comparison) if comparison else None,
            "steps": shown_steps(comparison.now.run) if comparison else (),
            "start": next(pages(STARTING_POINT), None),
            "before": next(iter(occasions), None),
        },
    )
