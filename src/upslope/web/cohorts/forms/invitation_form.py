"""A new link into a class: as what, for whom, and how long."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from upslope.web.cohorts.dates import END_OF_DAY, said_day
from upslope.web.cohorts.forms.fields import DayField, WholeField
from upslope.web.cohorts.models import Cohort, Invitation, Membership, Role
from upslope.web.cohorts.rights import is_owning

EVERYBODY, SOME, ONE = "everybody", "some", "one"
WHOM = [
    (EVERYBODY, "everybody who has the link"),
    (SOME, "so many people"),
    (ONE, "one e-mail address"),
]
MOST_PEOPLE = 5000


class InvitationForm(forms.Form):
    """Only owners may invite to teach."""

    role = forms.ChoiceField(
        label="They come as", error_messages={"invalid_choice": "Choose one of the roles."}
    )
    whom = forms.ChoiceField(
        label="The link is for", choices=WHOM, initial=EVERYBODY, widget=forms.RadioSelect
    )
    most = WholeField(least=1, most=MOST_PEOPLE, required=False, label="How many people")
    email = forms.EmailField(
        required=False,
        label="Their e-mail address",
        error_messages={"invalid": "This is not an e-mail address, such as name@example.org."},
    )
    until = DayField(
        required=False, label="Works until", help_text="Leave it empty for a link without an end."
    )

    def __init__(self, data: Mapping[str, Any] | None, place: Membership) -> None:
        super().__init__(data, initial={"role": Role.LEARNER}, label_suffix="")
        self.place = place
        role = self.fields["role"]
        assert isinstance(role, forms.ChoiceField)
        role.choices = [(role.value, role.label) for role in roles_for(place)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        whom = values.get("whom")
        if whom == SOME and not values.get("most") and "most" not in self.errors:
            self.add_error("most", "Say how many people the link is for.")
        if whom == ONE and not values.get("email") and "email" not in self.errors:
            self.add_error("email", "Say which address the link is for.")
        until, cohort = values.get("until"), self.place.cohort
        if until and until < timezone.localdate(timezone=cohort.zone):
            self.add_error("until", f"{said_day(until)} has passed, so nobody could use the link.")
        return values

    def make(self) -> Invitation:
        """Return the new link, saved."""
        values, whom = self.cleaned_data, self.cleaned_data["whom"]
        return Invitation.objects.create(
            cohort=self.place.cohort,
            role=values["role"],
            email=values["email"] if whom == ONE else "",
            most={EVERYBODY: None, SOME: values["most"], ONE: 1}[whom],
            expires=_end_of(values["until"], self.place.cohort) if values["until"] else None,
            made_by=self.place.user,
        )


def roles_for(place: Membership) -> list[Role]:
    """Return as what this member may invite others."""
    return [Role.LEARNER, Role.ASSISTANT, *([Role.TEACHER] if is_owning(place) else [])]


def _end_of(day: Any, cohort: Cohort) -> datetime:
    return datetime.combine(day, END_OF_DAY, cohort.zone) + timedelta(seconds=59)
