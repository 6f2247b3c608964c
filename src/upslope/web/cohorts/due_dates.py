"""When things are due for somebody, over all the classes they are in. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.cohorts.dates import said, time_left
from upslope.web.cohorts.lateness import last_moment
from upslope.web.cohorts.models import Cohort, Deadline, Extension, Role


@dataclass(frozen=True)
class DueDate:
    """When an item is due for one learner in one class."""

    cohort: Cohort
    item_id: str
    due: datetime
    is_extended: bool
    now: datetime

    @property
    def is_past(self) -> bool:
        return self.due < self.now

    @property
    def said(self) -> str:
        """The moment in words, in the class's time zone."""
        return said(self.due, self.cohort.zone, self.now)

    @property
    def left(self) -> str:
        return time_left(self.due, self.now)

    @property
    def sentence(self) -> str:
        """The moment, and what is left of the time, or whether late work still counts."""
        if not self.is_past:
            return f"due {self.said}; {self.left}"
        end = last_moment(self.due, self.cohort.late_days)
        if end <= self.now:
            return f"was due {self.said}; nothing counts any more"
        return f"was due {self.said}; late work counts until {said(end, self.cohort.zone, self.now)}"


def due_dates_of(user: User, item_ids: Iterable[str] | None = None) -> list[DueDate]:
    """Return what is due for a learner in classes that are open, the next first.

    Args:
        item_ids: only of these items; None: of all.
    """
    theirs = Q(
        cohort__memberships__user=user,
        cohort__memberships__left__isnull=True,
        cohort__memberships__role=Role.LEARNER,
        cohort__closed__isnull=True,
    )
    given = Extension.objects.filter(cohort=OuterRef("cohort"), user=user, item_id=OuterRef("item_id"))
    rows = Deadline.objects.filter(theirs).annotate(given=Subquery(given.values("due")[:1]))
    if item_ids is not None:
        rows = rows.filter(item_id__in=list(item_ids))
    now = timezone.now()
    found = [_due_date(row, row.given, now) for row in rows.select_related("cohort")]
    return sorted(found, key=lambda one: (one.due, one.item_id))


def _due_date(deadline: Deadline, given: datetime | None, now: datetime) -> DueDate:
    due = max(deadline.due, given or deadline.due)
    return DueDate(deadline.cohort, deadline.item_id, due, due > deadline.due, now)
