from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.dates import NotADate, read_day, read_hour
from upslope.web.cohorts.deadline_table import (
    DeadlineRow,
    changes_of,
    checked,
    cleared,
    filled,
    keep,
    rows_of,
    typed_rows,
)
from upslope.web.cohorts.forms.fields import input_type
from upslope.web.cohorts.models import Cohort
from upslope.web.cohorts.rights import leading_in
from upslope.web.cohorts.touched import digest, touched_by
from upslope.web.cohorts.views.closed import refusal_if_closed
from upslope.web.course_access import current_course
from upslope.web.form_values import read_whole

NOT_KEPT = "Nothing is kept yet."


@dataclass(frozen=True)
class Filling:
    """What the helper was told that fills in a date for each item that counts."""

    first: str = ""
    hour: str = "18:00"
    days: str = "7"
    problem: str = ""

    @property
    def first_type(self) -> str:
        return input_type("date", self.first)

    @property
    def hour_type(self) -> str:
        return input_type("time", self.hour)


@require_http_methods(["GET", "HEAD", "POST"])
def deadlines(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """All deadlines of a class in one table. Filling in and clearing change only what is shown."""
    cohort = leading_in(request.user, cohort_id).cohort
    refusal = refusal_if_closed(request, cohort)
    if refusal:
        return refusal
    rows = rows_of(cohort, current_course())
    if request.method != "POST":
        return _page(request, cohort, rows)
    rows = typed_rows(rows, request.POST.dict())
    if request.POST.get("do") == "clear":
        return _page(request, cohort, cleared(rows), note=f"All dates are taken out. {NOT_KEPT}")
    if request.POST.get("do") == "fill":
        return _fill(request, cohort, rows)
    return _keep(request, cohort, rows)


def _fill(request: LearnerRequest, cohort: Cohort, rows: Sequence[DeadlineRow]) -> HttpResponse:
    told = _filling(request.POST)
    days = read_whole(told.days, 3)
    try:
        first, _ = read_day(told.first), read_hour(told.hour)
        if not days:
            raise NotADate(f"“{told.days}” is not a number of days from 1 to 999.")
        new, _ = checked(filled(rows, first, days, told.hour), cohort)
    except (NotADate, OverflowError) as wrong:
        problem = str(wrong) if told.first else "Say on which day the first item is due."
        return _page(request, cohort, rows, filling=replace(told, problem=problem))
    return _page(
        request, cohort, new, filling=told, note=f"A date is filled in for each item that counts. {NOT_KEPT}"
    )


def _keep(request: LearnerRequest, cohort: Cohort, rows: Sequence[DeadlineRow]) -> HttpResponse:
    rows, moments = checked(rows, cohort)
    wrong = sum(bool(row.problem) for row in rows)
    if wrong:
        which = "One date needs" if wrong == 1 else f"{wrong} dates need"
        return _page(request, cohort, rows, note=f"{which} a second look. {NOT_KEPT}", status=422)
    changes = changes_of(cohort, moments)
    touched = touched_by(cohort, changes)
    mark = digest(changes)
    if touched and request.POST.get("agreed") != mark:
        titles = {row.item.full_id: row.item.title for row in rows}
        whom = [(titles[one.item_id], one) for one in touched]
        return _page(request, cohort, rows, touched=whom, mark=mark)
    keep(cohort, changes)
    count = len(changes)
    messages.success(
        request,
        "Nothing was different."
        if not count
        else f"Kept: {count} deadline{'' if count == 1 else 's'} changed.",
    )
    return redirect("cohort-deadlines", cohort.pk)


def _filling(posted: QueryDict) -> Filling:
    return Filling(*(posted.get(name, "").strip()[:40] for name in ("fill_first", "fill_hour", "fill_days")))


def _page(
    request: LearnerRequest, cohort: Cohort, rows: Sequence[DeadlineRow], status: int = 200, **shown: object
) -> HttpResponse:
    context = {
        "cohort": cohort,
        "counted": [row for row in rows if row.counts],
        "others": [row for row in rows if not row.counts],
        "others_open": any(row.problem or row.day for row in rows if not row.counts),
        "filling": Filling(),
        **shown,
    }
    return render(request, "cohorts/deadlines.html", context, status=status)
