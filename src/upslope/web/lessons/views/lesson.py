from django.http import HttpResponse
from django.shortcuts import render

from upslope.course import Item
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_lesson
from upslope.web.lessons.page_context import page_context
from upslope.web.lessons.sections import Sections


def lesson_page(request: LearnerRequest, item: Item, *, sections: Sections) -> HttpResponse:
    """A lesson: its text with the checkpoints in place, the words learnt, and the way on."""
    lesson = current_lesson(item)
    shown = sections(request, item, lesson)
    context = page_context(request, item, lesson, shown) | {
        "is_gallery": current_course().is_gallery,
        "has_scenes": any("<figure-scene" in section for section in shown),
    }
    return render(request, "lessons/lesson.html", context)
