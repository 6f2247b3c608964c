"""The deadlines of a class as a table of typed texts, read with a sentence for each that cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.db import transaction

from upslope.course import Course, Item
from upslope.web.cohorts.dates import END_OF_DAY, NotADate, moment_in, read_day, read_hour, said_day, weekly
from upslope.web.cohorts.forms.fields import input_type
from upslope.web.cohorts.models import Cohort, Deadline
from upslope.web.cohorts.touched import Changes
from upslope.web.cohorts.weights import weights_in

LONGEST = 40  # characters of what was typed that are kept


@dataclass(frozen=True)
class DeadlineRow:
    """One item: the day and the hour as they were typed, and what is wrong with them."""

    item: Item
    counts: bool
    day: str = ""
    hour: str = ""
    problem: str = ""

    @property
    def day_type(self) -> str:
        return input_type("date", self.day)

    @property
    def hour_type(self) -> str:
        return input_type("time", self.hour)


def rows_of(cohort: Cohort, course: Course) -> list[DeadlineRow]:
    """Return every item that is there, with its deadline as it is kept."""
    kept = dict(Deadline.objects.filter(cohort=cohort).values_list("item_id", "due"))
    weights = weights_in(cohort.counted, course)
    return [
        _shown(DeadlineRow(item, item.full_id in weights), kept.get(item.full_id), cohort)
        for item in course.items
        if item.path is not None
    ]


def typed_rows(rows: Iterable[DeadlineRow], posted: Mapping[str, str]) -> list[DeadlineRow]:
    """Return the rows with what was typed in place of what is kept. A row the page did not have stays."""
    return [
        replace(
            row,
            day=posted.get(f"day:{row.item.full_id}", row.day).strip()[:LONGEST],
            hour=posted.get(f"hour:{row.item.full_id}", row.hour).strip()[:LONGEST],
        )
        for row in rows
    ]


def cleared(rows: Iterable[DeadlineRow]) -> list[DeadlineRow]:
    return [replace(row, day="", hour="", problem="") for row in rows]


def filled(rows: Iterable[DeadlineRow], first: date, days_apart: int, hour: str) -> list[DeadlineRow]:
    """Return the rows with a date for each that counts, one after the other."""
    known = list(rows)
    days = iter(weekly(first, sum(row.counts for row in known), days_apart))
    return [replace(row, day=next(days).isoformat(), hour=hour) if row.counts else row for row in known]


def checked(
    rows: Iterable[DeadlineRow], cohort: Cohort
) -> tuple[list[DeadlineRow], dict[str, datetime | None]]:
    """Return the rows, each with what is wrong with it, and the moments of those where nothing is."""
    seen: list[DeadlineRow] = []
    moments: dict[str, datetime | None] = {}
    for row in rows:
        try:
            moments[row.item.full_id] = _moment(row, cohort)
            seen.append(replace(row, problem=""))
        except NotADate as wrong:
            seen.append(replace(row, problem=str(wrong)))
    return seen, moments


def changes_of(cohort: Cohort, moments: Mapping[str, datetime | None]) -> Changes:
    """Return what was and what would be due, for each item where that differs. Seconds do not count."""
    kept = dict(Deadline.objects.filter(cohort=cohort).values_list("item_id", "due"))
    pairs = {item_id: (kept.get(item_id), moment) for item_id, moment in moments.items()}
    return {item_id: pair for item_id, pair in pairs.items() if _minute(pair[0]) != _minute(pair[1])}


@transaction.atomic
def keep(cohort: Cohort, changes: Changes) -> None:
    """Save the new deadlines."""
    gone = [item_id for item_id, (_, due) in changes.items() if due is None]
    Deadline.objects.filter(cohort=cohort, item_id__in=gone).delete()
    for item_id, (_, due) in changes.items():
        if due is not None:
            Deadline.objects.update_or_create(cohort=cohort, item_id=item_id, defaults={"due": due})


def _shown(row: DeadlineRow, due: datetime | None, cohort: Cohort) -> DeadlineRow:
    if due is None:
        return row
    there = due.astimezone(cohort.zone)
    return replace(row, day=f"{there:%Y-%m-%d}", hour=f"{there:%H:%M}")


def _moment(row: DeadlineRow, cohort: Cohort) -> datetime | None:
    if not row.day:
        if row.hour:
            raise NotADate("There is a time but no date. Give the date too, or empty both.")
        return None
    day = read_day(row.day)
    if day < cohort.starts:
        raise NotADate(f"{said_day(day)} lies before the class starts, on {said_day(cohort.starts)}.")
    if cohort.ends and day > cohort.ends:
        raise NotADate(f"{said_day(day)} lies after the class ends, on {said_day(cohort.ends)}.")
    return moment_in(cohort.zone, day, read_hour(row.hour) if row.hour else END_OF_DAY)


def _minute(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC).replace(second=0, microsecond=0) if moment else None
