"""More time for one learner at one item."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from upslope.course import Course
from upslope.web.cohorts.dates import END_OF_DAY, NotADate, moment_in, read_hour, said
from upslope.web.cohorts.forms.fields import DayField, TypedInput
from upslope.web.cohorts.models import Deadline, Extension, Membership


class ExtensionForm(forms.Form):
    """The item, the new date, and why. ``place`` is the learner's."""

    item_id = forms.ChoiceField(
        label="For", error_messages={"invalid_choice": "Choose an item that has a deadline in this class."}
    )
    day = DayField(label="New date", error_messages={"required": "Say on which day it is due for them."})
    hour = forms.CharField(
        label="Time",
        required=False,
        widget=TypedInput("time"),
        help_text="Empty: the end of that day, 23:59.",
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=300,
        help_text="No page shows it to the learner, but it is in the copy of their own data.",
        error_messages={"max_length": "At most 300 characters; this has %(show_value)d."},
    )

    def __init__(self, data: Mapping[str, Any] | None, place: Membership, course: Course) -> None:
        super().__init__(data, label_suffix="")
        self.place = place
        self.deadlines = {one.item_id: one.due for one in Deadline.objects.filter(cohort=place.cohort_id)}
        zone, now = place.cohort.zone, timezone.now()
        item = self.fields["item_id"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = [
            (item.full_id, f"{item.title} (due {said(self.deadlines[item.full_id], zone, now)})")
            for item in course.items
            if item.full_id in self.deadlines
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if {"item_id", "day", "hour"} <= values.keys():
            try:
                hour = read_hour(values["hour"]) if values["hour"] else END_OF_DAY
            except NotADate as wrong:
                self.add_error("hour", str(wrong))
            else:
                values["due"] = self._later(values["item_id"], values["day"], hour)
        return values

    def give(self, by: Membership) -> Extension:
        """Save the extension, in the place of an earlier one for the same item."""
        values = self.cleaned_data
        given = {"due": values["due"], "reason": values["reason"], "given_by": by.user}
        extension, _ = Extension.objects.update_or_create(
            cohort=self.place.cohort, user=self.place.user, item_id=values["item_id"], defaults=given
        )
        return extension

    def _later(self, item_id: str, day: Any, hour: Any) -> datetime | None:
        zone, now = self.place.cohort.zone, timezone.now()
        try:
            due = moment_in(zone, day, hour)
        except NotADate as wrong:
            self.add_error("hour", str(wrong))
            return None
        usual = self.deadlines[item_id]
        if due <= usual:
            own = f"the class’s own deadline, {said(usual, zone, now)}"
            self.add_error("day", f"{said(due, zone, now)} is not later than {own}.")
        return due
