from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from upslope.course import CheckpointChunk, Item, Lesson, Word
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_glossary, current_lesson
from upslope.web.lessons.progress import progress_of
from upslope.web.practice.cards import question_card


def lesson_page(request: LearnerRequest, item: Item) -> HttpResponse:
    """A lesson: its text with the checkpoints in place, the words learnt, and the way on."""
    lesson = current_lesson(item)
    context = {
        "item": item,
        "lesson": lesson,
        "lede": mark_safe(lesson.lede),
        "sections": list(_sections(request, lesson)),
        "words": _words(lesson),
        "is_done": progress_of(request.user)[item.full_id].is_done,
    }
    return render(request, "lessons/lesson.html", context)


def _sections(request: LearnerRequest, lesson: Lesson) -> Iterator[SafeString]:
    for chunk in lesson.sections:
        if isinstance(chunk, CheckpointChunk):
            yield mark_safe(question_card(request, chunk.question_id, context="checkpoint"))
        else:
            yield mark_safe(chunk.html)


def _words(lesson: Lesson) -> list[Word]:
    glossary = {word.id: word for word in current_glossary()}
    return [glossary[word_id] for word_id in lesson.words if word_id in glossary]
