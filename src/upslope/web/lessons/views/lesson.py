from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from upslope.course import CheckpointChunk, Item, Lesson
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_lesson
from upslope.web.lessons.page_context import page_context

Cards = Callable[[LearnerRequest, Sequence[str]], Sequence[SafeString]]


def lesson_page(request: LearnerRequest, item: Item, *, cards: Cards) -> HttpResponse:
    """A lesson: its text with the checkpoints in place, the words learnt, and the way on.

    Args:
        cards: gives the HTML of the questions with these ids. Lessons know nothing of practice.
    """
    lesson = current_lesson(item)
    sections = _sections(request, lesson, cards)
    context = page_context(request, item, lesson, sections) | {
        "is_gallery": current_course().is_gallery,
        "has_scenes": any("<figure-scene" in section for section in sections),
    }
    return render(request, "lessons/lesson.html", context)


def _sections(request: LearnerRequest, lesson: Lesson, cards: Cards) -> list[SafeString]:
    asked = [chunk.question_id for chunk in lesson.sections if isinstance(chunk, CheckpointChunk)]
    made = iter(cards(request, asked))
    return [
        next(made) if isinstance(chunk, CheckpointChunk) else mark_safe(chunk.html)
        for chunk in lesson.sections
    ]
