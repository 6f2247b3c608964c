"""The gradebook as a table: which items and learners are shown, in what order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from upslope.course import Course, Item
from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.gradebook.grades import CohortGrade, ItemGrade, grades_of, weights_of
from upslope.web.lessons.models import ItemProgress

COUNTED, ALL = "counted", "all"


@dataclass(frozen=True)
class Choice:
    """What a teacher wants to see, as the page's address says it. Unknown words mean the usual."""

    items: str = COUNTED
    who: str = "everybody"
    order: str = "name"
    name: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Choice":
        return cls(
            items=query.get("items", COUNTED),
            who=query["who"] if query.get("who") in WHO else "everybody",
            order=query["order"] if query.get("order") in ORDERS else "name",
            name=query.get("name", "").strip()[:80],
        )


@dataclass(frozen=True)
class Row:
    """One learner: their grades, and when they were last here."""

    user: User
    name: str
    is_auditing: bool
    grade: CohortGrade
    last: datetime | None

    @property
    def is_late(self) -> bool:
        return any(item.is_late for item in self.grade.items.values())


@dataclass(frozen=True)
class Table:
    """What is shown, and out of how many learners."""

    columns: tuple[Item, ...]
    rows: tuple[Row, ...]
    everybody: int
    weights: Mapping[str, float]

    def cells(self, row: Row) -> list[ItemGrade | None]:
        return [row.grade.items.get(item.full_id) for item in self.columns]

    @property
    def means(self) -> list[int | None]:
        """The mean of what was reached at each item, in percent, over those who have a score there."""
        return [self._mean(item) for item in self.columns]

    def _mean(self, item: Item) -> int | None:
        grades = (row.grade.items.get(item.full_id) for row in self.rows)
        scores = [grade.counted for grade in grades if grade is not None and grade.counted is not None]
        return int(100 * sum(scores) / len(scores) + 1e-6) if scores else None


WHO: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "everybody": ("everybody", lambda row: True),
    "below": ("below the pass mark", lambda row: not row.grade.is_passed),
    "passed": ("passed", lambda row: row.grade.is_passed),
    "late": ("with late work", lambda row: row.is_late),
    "away": ("who have not begun", lambda row: row.last is None),
}
ORDERS: dict[str, tuple[str, Callable[[Row], tuple[object, ...]]]] = {
    "name": ("name", lambda row: (row.name.casefold(),)),
    "lowest": ("lowest first", lambda row: (row.grade.score, row.name.casefold())),
    "highest": ("highest first", lambda row: (-row.grade.score, row.name.casefold())),
    "away": (
        "longest away first",
        lambda row: (row.last.timestamp() if row.last else 0.0, row.name.casefold()),
    ),
}


def table_of(cohort: Cohort, course: Course, choice: Choice) -> Table:
    """Return the gradebook of a cohort as it was asked for."""
    everybody = _rows(cohort)
    wanted = WHO[choice.who][1]
    part = choice.name.casefold()
    rows = [row for row in everybody if wanted(row) and part in row.name.casefold()]
    rows.sort(key=ORDERS[choice.order][1])
    weights = weights_of(cohort, course)
    return Table(_columns(course, choice.items, weights), tuple(rows), len(everybody), weights)


def _rows(cohort: Cohort) -> list[Row]:
    places = list(
        Membership.objects.filter(cohort=cohort, role=Role.LEARNER, left__isnull=True).select_related("user")
    )
    users = [place.user_id for place in places]
    grades = grades_of(cohort, users)
    last = _last_seen(users)
    return [
        Row(
            place.user,
            shown_name(place.user),
            place.is_auditing,
            grades[place.user_id],
            last.get(place.user_id),
        )
        for place in places
    ]


def _last_seen(users: Sequence[int]) -> dict[int, datetime]:
    rows = ItemProgress.objects.filter(user__in=users).order_by().values_list("user_id")
    return dict(rows.annotate(Max("updated")))


def _columns(course: Course, items: str, weights: Mapping[str, float]) -> tuple[Item, ...]:
    there = [item for item in course.items if item.path is not None]
    if items == ALL:
        return tuple(there)
    modules = {module.id for module in course.modules}
    if items in modules:
        return tuple(item for item in there if item.module == items)
    return tuple(item for item in there if item.full_id in weights)
