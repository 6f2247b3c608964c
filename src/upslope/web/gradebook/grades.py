"""What everybody in a cohort has reached, item by item and over all. Six queries, however many learners."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from upslope.course import Course
from upslope.web.cohorts.lateness import counted_score, due_for
from upslope.web.cohorts.models import Cohort, Deadline, Extension, Membership
from upslope.web.course_access import current_course
from upslope.web.gradebook.models import Override
from upslope.web.lessons.models import ItemProgress, ScoreRise

GRADED = ("graded-quiz", "assignment")
ROUNDING = 1e-9  # a mean of 0.8 may come out a hair below it

Key = tuple[int, str]  # user, item


@dataclass(frozen=True)
class ItemGrade:
    """One learner at one item, scores from 0 to 1.

    ``best`` is the best score so far, None where there is none. ``judged`` is what of it was in time, after
    what lateness costs; ``counted`` is the teacher's mark where there is one, else ``judged``.
    """

    item_id: str
    best: float | None
    judged: float | None
    counted: float | None
    is_late: bool = False
    is_overridden: bool = False
    is_done: bool = False
    due: datetime | None = None


@dataclass(frozen=True)
class CohortGrade:
    """A learner's grades in a cohort; ``score`` is the weighted mean of what counts, from 0 to 1."""

    items: Mapping[str, ItemGrade]
    score: float
    judged: float
    pass_mark: int

    @property
    def percent(self) -> int:
        """The score for reading: rounded down, so that nobody sees a pass they do not have."""
        return int(100 * self.score + 1e-6)

    @property
    def judged_percent(self) -> int:
        """The same without any teacher's mark: what the server has judged."""
        return int(100 * self.judged + 1e-6)

    @property
    def is_passed(self) -> bool:
        return 100 * self.score >= self.pass_mark - 100 * ROUNDING

    @property
    def is_judged_passed(self) -> bool:
        return 100 * self.judged >= self.pass_mark - 100 * ROUNDING


def weights_of(cohort: Cohort, course: Course) -> dict[str, float]:
    """Return how much each counted item counts, in the course's order.

    A cohort that says nothing counts every graded quiz and assignment once. An item that the course no longer
    has counts for nothing: what was reached there is kept, but nobody new could reach it.
    """
    there = [item for item in course.items if item.path is not None]
    if not cohort.counted:
        return {item.full_id: 1.0 for item in there if item.kind in GRADED}
    return {item.full_id: weight for item in there if (weight := cohort.counted.get(item.full_id, 0.0)) > 0}


def grade_in(membership: Membership) -> CohortGrade:
    """Return one learner's grades in the cohort of this membership."""
    return grades_of(membership.cohort, [membership.user_id])[membership.user_id]


def grades_of(cohort: Cohort, users: Sequence[int]) -> dict[int, CohortGrade]:
    """Return the grades of these learners (ids), each with every item that was touched or counts."""
    weights = weights_of(cohort, current_course())
    progress = _progress(users)
    grading = _Grading(cohort, weights, users)
    return {user: grading.grade(user, progress.get(user, {})) for user in users}


@dataclass(frozen=True)
class _Reached:
    score: float | None
    is_done: bool


class _Grading:
    """All that is known of a cohort's dates and marks, looked up once for all its learners."""

    def __init__(self, cohort: Cohort, weights: Mapping[str, float], users: Sequence[int]) -> None:
        self._cohort = cohort
        self._weights = weights
        self._total = sum(weights.values())
        self._due = dict(Deadline.objects.filter(cohort=cohort).values_list("item_id", "due"))
        self._extensions = _extensions(cohort)
        self._overrides = _overrides(cohort)
        self._rises = _rises(users, self._due)

    def grade(self, user: int, reached: Mapping[str, _Reached]) -> CohortGrade:
        touched = {*reached, *self._weights, *(item for owner, item in self._overrides if owner == user)}
        items = {item: self._item(user, item, reached.get(item)) for item in sorted(touched)}
        return CohortGrade(
            items,
            score=self._mean((item, items[item].counted) for item in self._weights),
            judged=self._mean((item, items[item].judged) for item in self._weights),
            pass_mark=self._cohort.pass_mark,
        )

    def _item(self, user: int, item: str, reached: _Reached | None) -> ItemGrade:
        key = (user, item)
        best = reached.score if reached else None
        due = due_for(self._due, self._extensions, user, item)
        judged, is_late = best, False
        if best is not None and due is not None:
            cohort = self._cohort
            judged, is_late = counted_score(
                self._rises.get(key, ()), due, cohort.late_percent, cohort.late_days
            )
        mark = self._overrides.get(key)
        counted = judged if mark is None else mark
        is_done = reached is not None and reached.is_done
        return ItemGrade(item, best, judged, counted, is_late, mark is not None, is_done, due)

    def _mean(self, scores: Iterable[tuple[str, float | None]]) -> float:
        if not self._total:
            return 0.0
        return sum(self._weights[item] * (score or 0.0) for item, score in scores) / self._total


def _progress(users: Sequence[int]) -> dict[int, dict[str, _Reached]]:
    rows = ItemProgress.objects.filter(user__in=users).values_list("user_id", "item_id", "score", "state")
    found: dict[int, dict[str, _Reached]] = defaultdict(dict)
    for user, item, score, state in rows:
        found[user][item] = _Reached(score, state == ItemProgress.State.DONE)
    return found


def _extensions(cohort: Cohort) -> dict[Key, datetime]:
    rows = Extension.objects.filter(cohort=cohort).values_list("user_id", "item_id", "due")
    return {(user, item): due for user, item, due in rows}


def _overrides(cohort: Cohort) -> dict[Key, float]:
    rows = Override.objects.filter(cohort=cohort).order_by("pk").values_list("user_id", "item_id", "score")
    newest = {(user, item): score for user, item, score in rows}
    return {key: score for key, score in newest.items() if score is not None}


def _rises(users: Sequence[int], items: Iterable[str]) -> dict[Key, list[tuple[datetime, float]]]:
    """Only items with a deadline need to know when what was reached."""
    rows = ScoreRise.objects.filter(user__in=users, item_id__in=list(items))
    found: dict[Key, list[tuple[datetime, float]]] = defaultdict(list)
    for user, item, at, score in rows.order_by("at", "pk").values_list("user_id", "item_id", "at", "score"):
        found[user, item].append((at, score))
    return found
