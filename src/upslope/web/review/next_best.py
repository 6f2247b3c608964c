"""What would be best to do next, and why: one thing first, at most two others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.cohorts.due_dates import DueDate, due_dates_of
from upslope.web.lessons.course_map import CourseMap, Row

SOON = timedelta(days=4)
ENOUGH_DUE = 5  # skills; fewer can wait for a day with more
MOST = 3
SCORED = ("quiz", "graded-quiz", "assignment")


@dataclass(frozen=True)
class Suggestion:
    """Something to do: a title for the button, where it is, and the reason in a sentence."""

    title: str
    address: str
    why: str


def suggestions_for(user: User, course: CourseMap, due_skills: int) -> list[Suggestion]:
    """Return what to do, the best first; nothing where everything is done and nothing is due."""
    found: dict[str, Suggestion] = {}
    for one in _wanted(course, due_dates_of(user), due_skills):
        found.setdefault(one.address, one)
    return list(found.values())[:MOST]


def _wanted(course: CourseMap, dates: Sequence[DueDate], due_skills: int) -> Iterator[Suggestion]:
    rows = {row.item.full_id: row for row in course.rows if row.state != "coming"}
    yield from _pressing(rows, dates)
    if due_skills >= ENOUGH_DUE:
        yield _review(due_skills)
    if course.next_row is not None:
        yield Suggestion(course.next_row.item.title, course.next_row.address, _why_next(course.next_row))
    for row in rows.values():
        if row.state == "started" and row.item.kind in SCORED and row.percent is not None:
            yield Suggestion(row.item.title, row.address, _why_next(row))
    if due_skills:
        yield _review(due_skills)


def _pressing(rows: dict[str, Row], dates: Sequence[DueDate]) -> Iterator[Suggestion]:
    for date in dates:
        row = rows.get(date.item_id)
        if row is None or row.state == "done" or date.is_past or date.due - timezone.now() > SOON:
            continue
        yield Suggestion(row.item.title, row.address, f"It is {date.sentence}.")


def _review(count: int) -> Suggestion:
    why = "One skill is" if count == 1 else f"{count} skills are"
    return Suggestion("Daily review", reverse("review"), f"{why} due: a few minutes now keep them for weeks.")


def _why_next(row: Row) -> str:
    if row.percent is not None:
        return f"You have {row.percent} % there. Another try can only help."
    if row.state == "started":
        return "You have begun it."
    return f"It comes next, and takes about {row.item.minutes} minutes."
