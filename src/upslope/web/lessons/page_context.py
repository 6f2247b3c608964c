"""What every page shows that is built on a lesson's text: a lesson, or a tool with a page of its own."""

from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from upslope.course import Item, Lesson, Word
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_glossary
from upslope.web.lessons.progress import progress_of


def page_context(
    request: LearnerRequest, item: Item, lesson: Lesson, sections: Sequence[SafeString]
) -> dict[str, Any]:
    """Return what ``lessons/lesson.html`` needs to show these sections of a lesson."""
    progress = progress_of(request.user)
    return {
        "item": item,
        "lesson": lesson,
        "lede": mark_safe(lesson.lede),
        "sections": sections,
        "words": _words(lesson),
        "is_done": progress[item.full_id].is_done,
        "progress": progress,
    }


def _words(lesson: Lesson) -> list[Word]:
    glossary = {word.id: word for word in current_glossary()}
    return [glossary[word_id] for word_id in lesson.words if word_id in glossary]
