"""A class as one of its learners sees it: what is due, what they have, what comes next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from upslope.course import Course, Item
from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.due_dates import DueDate, due_dates_of
from upslope.web.cohorts.models import TEACHING, Membership, Role
from upslope.web.cohorts.weights import weights_in
from upslope.web.lessons.models import ItemProgress
from upslope.web.lessons.progress import progress_of

DONE = ItemProgress.State.DONE


class Mark(Protocol):
    """What somebody has at one item, from 0 to 1."""

    @property
    def best(self) -> float | None: ...
    @property
    def counted(self) -> float | None: ...
    @property
    def is_late(self) -> bool: ...
    @property
    def is_overridden(self) -> bool: ...


class Grade(Protocol):
    """How somebody stands in a class."""

    @property
    def items(self) -> Mapping[str, Mark]: ...
    @property
    def percent(self) -> int: ...
    @property
    def is_passed(self) -> bool: ...


GradeIn = Callable[[Membership], Grade]
"""The gradebook stands above this app; it is handed in from where the addresses are."""


@dataclass(frozen=True)
class WorkRow:
    """One item of a class for one learner."""

    item: Item
    weight: float
    due: DueDate | None
    state: str
    mark: Mark | None

    @property
    def address(self) -> str:
        return reverse("item", args=[self.item.module, self.item.id])

    @property
    def best(self) -> int | None:
        return _percent(self.mark.best) if self.mark else None

    @property
    def counted(self) -> int | None:
        return _percent(self.mark.counted) if self.mark else None

    @property
    def words(self) -> str:
        """What they have here, and why it is what it is."""
        if self.mark is None or self.counted is None:
            return self.state or "not opened"
        if self.mark.is_overridden:
            return f"{self.counted} %, set by a teacher"
        if self.mark.is_late:
            return f"{self.counted} %, late (reached: {self.best} %)"
        return f"{self.counted} %"


def work_rows(place: Membership, course: Course, grade: Grade) -> list[WorkRow]:
    """Return what counts or is due in the class, what is due first before the rest."""
    weights = weights_in(place.cohort.counted, course)
    dues = {one.item_id: one for one in due_dates_of(place.user) if one.cohort == place.cohort}
    progress = progress_of(place.user)
    rows = [
        WorkRow(
            item,
            weights.get(item.full_id, 0.0),
            dues.get(item.full_id),
            progress[item.full_id].state if item.full_id in progress else "",
            grade.items.get(item.full_id),
        )
        for item in course.items
        if item.path is not None and (item.full_id in weights or item.full_id in dues)
    ]
    return sorted(rows, key=lambda row: (row.due is None, row.due.due.timestamp() if row.due else 0.0))


def next_row(rows: Sequence[WorkRow]) -> WorkRow | None:
    """Return what to do now: of what is not done the one due next; then what is overdue, then the rest."""
    undone = [row for row in rows if row.state != DONE]
    ahead = [row for row in undone if row.due and not row.due.is_past]
    return next(iter([*ahead, *undone]), None)


def teachers_of(place: Membership) -> list[str]:
    """Return the names of those who teach in the class, owners first."""
    places = Membership.objects.filter(cohort=place.cohort_id, role__in=TEACHING, left__isnull=True)
    ranked = sorted(
        places.select_related("user"), key=lambda one: (TEACHING.index(Role(one.role)), shown_name(one.user))
    )
    return [shown_name(one.user) for one in ranked]


def next_dues(user: User) -> dict[int, DueDate]:
    """Return, by class, what somebody has to do next that is not done and not past."""
    progress = progress_of(user)
    done = {item_id for item_id, one in progress.items() if one.is_done}
    found: dict[int, DueDate] = {}
    for one in due_dates_of(user):
        if not one.is_past and one.item_id not in done:
            found.setdefault(one.cohort.pk, one)
    return found


def _percent(score: float | None) -> int | None:
    return None if score is None else int(100 * score + 1e-6)
