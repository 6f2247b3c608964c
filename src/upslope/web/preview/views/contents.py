from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.course import Item
from upslope.course.schema import walk_questions
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course


@dataclass(frozen=True)
class Entry:
    """An item and the names of its questions."""

    item: Item
    questions: tuple[str, ...]


@require_safe
def contents(request: LearnerRequest) -> HttpResponse:
    """List every item that is ready and every question, for the author."""
    course = current_course()
    return render(request, "preview/contents.html", {"course": course, "entries": list(_entries())})


def _entries() -> Iterator[Entry]:
    course = current_course()
    names = list(walk_questions(course))
    for item in course.items:
        if item.path is not None:
            own = [name.rpartition("/")[2] for name in names if name.startswith(f"{item.full_id}/")]
            yield Entry(item, tuple(own))
