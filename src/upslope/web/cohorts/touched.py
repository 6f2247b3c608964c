"""Whom a change of deadlines touches: learners who have handed in, and what their work counts then."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.lateness import Rise, counted_score, due_for
from upslope.web.cohorts.models import Cohort, Extension, Membership, Role
from upslope.web.lessons.models import ScoreRise

Changes = Mapping[str, tuple[datetime | None, datetime | None]]


@dataclass(frozen=True)
class Touched:
    """One item whose deadline moves, how many handed in, and for whom the mark changes (in percent)."""

    item_id: str
    handed_in: int
    marks: tuple[tuple[str, int, int], ...]


def touched_by(cohort: Cohort, changes: Changes) -> list[Touched]:
    """Return the items of the change for which somebody has handed in work."""
    learners = User.objects.filter(
        memberships__cohort=cohort, memberships__role=Role.LEARNER, memberships__left__isnull=True
    )
    names = {user.pk: shown_name(user) for user in learners}
    rows = ScoreRise.objects.filter(user__in=list(names), item_id__in=list(changes)).order_by("at", "pk")
    rises: dict[str, dict[int, list[Rise]]] = defaultdict(lambda: defaultdict(list))
    for user, item, at, score in rows.values_list("user_id", "item_id", "at", "score"):
        rises[item][user].append((at, score))
    given = {(one.user_id, one.item_id): one.due for one in Extension.objects.filter(cohort=cohort)}
    return [
        Touched(item, len(rises[item]), tuple(_marks(cohort, (item, pair), rises[item], names, given)))
        for item, pair in changes.items()
        if rises[item]
    ]


def digest(changes: Changes) -> str:
    """Return a mark of exactly these changes: whoever agrees to it agrees to no others."""
    return hashlib.sha256(repr(sorted(changes.items())).encode()).hexdigest()[:16]


def learners_with_work(cohort: Cohort) -> int:
    """Return how many who are or were learners in the class reached a score since they joined."""
    since = ScoreRise.objects.filter(user=OuterRef("user"), at__gte=OuterRef("joined"))
    return Membership.objects.filter(Exists(since), cohort=cohort, role=Role.LEARNER).count()


def _marks(
    cohort: Cohort,
    change: tuple[str, tuple[datetime | None, datetime | None]],
    rises: Mapping[int, list[Rise]],
    names: Mapping[int, str],
    given: Mapping[tuple[int, str], datetime],
) -> list[tuple[str, int, int]]:
    item, pair = change
    found = []
    for user, theirs in rises.items():
        dues = [due_for({item: due} if due else {}, given, user, item) for due in pair]
        before, after = (
            int(100 * counted_score(theirs, due, cohort.late_percent, cohort.late_days)[0] + 1e-6)
            for due in dues
        )
        if before != after:
            found.append((names[user], before, after))
    return sorted(found)
