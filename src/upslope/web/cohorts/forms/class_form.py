"""What a teacher says of a class: name, dates, what counts, and what lateness costs."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import transaction
from django.forms.boundfield import BoundField
from django.utils import timezone

from upslope.course import Course, Item
from upslope.web.cohorts.dates import is_zone, said, same_clock, zone_choices
from upslope.web.cohorts.forms.fields import DayField, WeightField, WholeField
from upslope.web.cohorts.models import Cohort, Deadline, Extension
from upslope.web.cohorts.weights import countable, to_keep, usual_weights, weights_in

SIMPLE = ("name", "starts", "ends", "time_zone", "pass_mark", "late_percent", "late_days")
MOST_DAYS = 365


class ClassForm(forms.Form):
    """A class as its form holds it. ``cohort`` is the one that is changed; a new one has none."""

    name = forms.CharField(
        max_length=120,
        error_messages={
            "required": "Give the class a name, such as “Calculus, autumn 2026”.",
            "max_length": "A name has at most 120 characters; this one has %(show_value)d.",
        },
    )
    starts = DayField(label="First day", error_messages={"required": "Say on which day the class starts."})
    ends = DayField(label="Last day", required=False, help_text="Leave it empty if the class has no end yet.")
    time_zone = forms.ChoiceField(
        choices=zone_choices,
        help_text="All dates and times of the class are shown in it.",
        error_messages={
            "invalid_choice": "“%(value)s” is no time zone that is known here. Choose one of the list."
        },
    )
    pass_mark = WholeField(
        most=100,
        label="Pass mark, in percent",
        error_messages={"required": "Say how many percent are a pass: a whole number from 0 to 100."},
    )
    late_percent = WholeField(
        most=100,
        label="Percentage points that each late day costs",
        error_messages={"required": "Say how much a late day costs: a whole number from 0 to 100."},
    )
    late_days = WholeField(
        most=MOST_DAYS,
        label="Days after which late work counts nothing",
        error_messages={"required": f"Say after how many days: a whole number from 0 to {MOST_DAYS}."},
    )

    def __init__(
        self, data: Mapping[str, Any] | None, course: Course, cohort: Cohort | None, time_zone: str = "UTC"
    ) -> None:
        self.course, self.cohort = course, cohort
        self.items = countable(course)
        weights = weights_in(cohort.counted, course) if cohort else usual_weights(course)
        super().__init__(data, initial=_initial(cohort, time_zone), label_suffix="")
        for item in self.items:
            weight = weights.get(item.full_id, 0.0)
            self.fields[_name(item)] = WeightField(label=item.title, initial=f"{weight:g}")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts, ends = values.get("starts"), values.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", f"The last day, {ends}, lies before the first day, {starts}.")
        elif starts and self.cohort:
            self._check_deadlines(starts, ends)
        if not self.errors and not any(values[_name(item)] for item in self.items):
            raise forms.ValidationError(
                "At least one item has to count: give one of them a number above 0. With nothing that counts "
                "nobody could pass."
            )
        return values

    @property
    def graded_rows(self) -> list[tuple[Item, BoundField]]:
        """What usually counts, each with its field."""
        usual = usual_weights(self.course)
        return [row for row in self._rows() if row[0].full_id in usual]

    @property
    def other_rows(self) -> list[tuple[Item, BoundField]]:
        usual = usual_weights(self.course)
        return [row for row in self._rows() if row[0].full_id not in usual]

    @property
    def has_others(self) -> bool:
        """Whether something of the rest counts, or could not be read, so that it must not be folded away."""
        return any(field.errors or field.value() not in ("0", "") for _, field in self.other_rows)

    @transaction.atomic
    def put_into(self, cohort: Cohort) -> Cohort:
        """Save what was typed. Deadlines keep their time on the clock when the time zone changes."""
        values = self.cleaned_data
        before = cohort.zone
        for name in SIMPLE:
            setattr(cohort, name, values[name])
        chosen = {item.full_id: values[_name(item)] for item in self.items}
        cohort.counted = to_keep(chosen, cohort.counted, self.course)
        # Only what the form holds: a class that was closed meanwhile stays closed.
        cohort.save(update_fields=[*SIMPLE, "counted"] if cohort.pk else None)
        if cohort.zone != before:
            _keep_clock(cohort, before)
        return cohort

    def _rows(self) -> list[tuple[Item, BoundField]]:
        return [(item, self[_name(item)]) for item in self.items]

    def _check_deadlines(self, starts: date, ends: date | None) -> None:
        """A date that leaves a deadline outside the class is wrong here, or the deadline is wrong there."""
        assert self.cohort
        zone = self.cohort.zone
        titles = {item.full_id: item.title for item in self.course.items}
        for deadline in Deadline.objects.filter(cohort=self.cohort).order_by("due"):
            day = deadline.due.astimezone(zone).date()
            title = titles.get(deadline.item_id, deadline.item_id)
            what = f"“{title}” is due {said(deadline.due, zone, timezone.now())}"
            if day < starts:
                self.add_error("starts", f"{what}, before this day. Move that deadline first.")
                return
            if ends and day > ends:
                self.add_error("ends", f"{what}, after this day. Move that deadline first.")
                return


def _initial(cohort: Cohort | None, time_zone: str) -> dict[str, Any]:
    kept = cohort or Cohort(starts=timezone.localdate(), time_zone=time_zone if is_zone(time_zone) else "UTC")
    return {name: getattr(kept, name) for name in SIMPLE}


def _name(item: Item) -> str:
    return f"weight:{item.full_id}"


def _keep_clock(cohort: Cohort, before: ZoneInfo) -> None:
    deadlines, extensions = list(cohort.deadlines.all()), list(cohort.extensions.all())
    rows: tuple[Deadline | Extension, ...] = (*deadlines, *extensions)
    for row in rows:
        row.due = same_clock(row.due, before, cohort.zone)
    Deadline.objects.bulk_update(deadlines, ["due"])
    Extension.objects.bulk_update(extensions, ["due"])
