"""One learner's marks, item by item, with what led to each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from upslope.course import Course, Item
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Membership
from upslope.web.gradebook.grades import CohortGrade, ItemGrade, weights_of
from upslope.web.gradebook.models import Override
from upslope.web.gradebook.overrides import OverrideForm
from upslope.web.gradebook.wording import percent


@dataclass(frozen=True)
class Step:
    """One entry of a mark's history; ``percent`` None: taken back."""

    percent: str | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class MarkRow:
    """An item with its grade; ``title`` is its id where the course no longer has it."""

    item_id: str
    title: str
    item: Item | None
    grade: ItemGrade
    weight: float
    history: tuple[Step, ...]
    form: OverrideForm | None

    @property
    def anchor(self) -> str:
        return anchor_of(self.item_id)

    @property
    def module(self) -> str:
        return self.item_id.partition("/")[0]

    @property
    def name(self) -> str:
        return self.item_id.partition("/")[2]

    @property
    def best(self) -> str:
        return percent(self.grade.best)

    @property
    def judged(self) -> str:
        return percent(self.grade.judged)

    @property
    def counted(self) -> str:
        return percent(self.grade.counted)


def anchor_of(item_id: str) -> str:
    """Return the place of an item on a learner's page."""
    return item_id.replace("/", "-")


def rows_of(
    place: Membership, grade: CohortGrade, course: Course, item_id: str, form: OverrideForm | None
) -> list[MarkRow]:
    """Return what counts or was touched, in the course's order; then items that the course no longer has."""
    weights = weights_of(place.cohort, course)
    items = {item.full_id: item for item in course.items}
    history = _history(place)
    shown = {one for one, there in grade.items.items() if one in weights or there.counted is not None}
    wanted = [one for one in items if one in shown]
    gone = sorted(one for one in grade.items if one not in items)
    return [
        MarkRow(
            one,
            items[one].title if one in items else one,
            items.get(one),
            grade.items[one],
            weights.get(one, 0.0),
            tuple(history[one]),
            form if one == item_id else None,
        )
        for one in [*wanted, *gone]
    ]


def _history(place: Membership) -> dict[str, Sequence[Step]]:
    found: dict[str, list[Step]] = defaultdict(list)
    marks = Override.objects.filter(cohort=place.cohort_id, user=place.user_id).select_related("by")
    for mark in marks.order_by("-pk"):
        said = None if mark.score is None else percent(mark.score)
        by = shown_name(mark.by) if mark.by else "somebody who has left"
        found[mark.item_id].append(Step(said, mark.reason, by, mark.at))
    return defaultdict(list, found)
