from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from upslope.course import HtmlChunk, Item
from upslope.course.starting_point import load_starting_point
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_lesson
from upslope.web.diagnostic.places import NOW
from upslope.web.diagnostic.runs import finished_runs, open_run, question_in
from upslope.web.diagnostic.showing import shown_result
from upslope.web.diagnostic.survey import answers_of, survey
from upslope.web.diagnostic.views.question import question_page
from upslope.web.lessons.page_context import page_context


def starting_point_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """What there is to show now: the question under way, what came out last, or the survey to begin with."""
    run = open_run(request.user)
    asked = question_in(run) if run else None
    if asked is not None:
        return question_page(request, asked)
    runs = finished_runs(request.user)
    if not runs or "survey" in request.GET:
        return _survey_page(request, item, has_result=bool(runs))
    context = {"item": item, "now": NOW, "result": shown_result(request.user, runs)}
    return render(request, "diagnostic/result.html", context)


def _survey_page(request: LearnerRequest, item: Item, *, has_result: bool) -> HttpResponse:
    lesson = current_lesson(item)
    sections = [mark_safe(chunk.html) for chunk in lesson.sections if isinstance(chunk, HtmlChunk)]
    context = page_context(request, item, lesson, sections) | {
        "survey": survey(load_starting_point(current_course(), item).aims, answers_of(request.user)),
        "has_result": has_result,
        "now": NOW,
    }
    return render(request, "diagnostic/survey.html", context)
