"""A cohort is a class that takes the course together: who is in it, when, and what counts."""

import secrets
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

PASS_MARK = 80  # percent, as the course says


class Role(models.TextChoices):
    """What somebody may do in a cohort; each role may do all that those below it may."""

    OWNER = "owner", "Owner"
    TEACHER = "teacher", "Teacher"
    ASSISTANT = "assistant", "Assistant"
    LEARNER = "learner", "Learner"


TEACHING = (Role.OWNER, Role.TEACHER, Role.ASSISTANT)


class Cohort(models.Model):
    """A run of the course for a class. ``counted`` says how much an item counts; empty: each graded one 1.

    Work handed in after its deadline counts ``late_percent`` percentage points less for each day begun, and
    nothing once ``late_days`` days have passed. Its dates and hours are those of ``time_zone``. A class that
    is ``closed`` can be read and no longer changed.
    """

    name = models.CharField(max_length=120)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    pass_mark = models.PositiveSmallIntegerField(default=PASS_MARK)
    late_percent = models.PositiveSmallIntegerField(default=10)
    late_days = models.PositiveSmallIntegerField(default=7)
    counted: "models.JSONField[dict[str, float], dict[str, float]]" = models.JSONField(
        default=dict, blank=True
    )
    made = models.DateTimeField(auto_now_add=True)
    closed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-starts", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(pass_mark__lte=100), name="a_pass_mark_is_a_percentage"),
            models.CheckConstraint(condition=Q(late_percent__lte=100), name="a_late_day_costs_a_percentage"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("starts")),
                name="a_cohort_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed where the class is."""
        return self.ends is not None and timezone.localdate(timezone=self.zone) > self.ends


class Membership(models.Model):
    """Somebody in a cohort. Who has left keeps their work and the row; who audits gets no certificate.

    ``invitation`` is the link they came by last. No link lets back in whom a teacher took out.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role, default=Role.LEARNER)
    is_auditing = models.BooleanField(default=False)
    joined = models.DateTimeField(auto_now_add=True)
    left = models.DateTimeField(null=True, blank=True)
    was_removed = models.BooleanField(default=False)
    invitation = models.ForeignKey(
        "Invitation", on_delete=models.SET_NULL, null=True, blank=True, related_name="brought"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cohort", "user"], name="one_membership_in_a_cohort"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.role} in {self.cohort}"

    @property
    def is_teaching(self) -> bool:
        return self.role in TEACHING and self.left is None


def _new_key() -> str:
    return secrets.token_urlsafe(12)


class Invitation(models.Model):
    """A link that lets people in, with a role. ``most`` says how many may use it; None: all who have it."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="invitations")
    key = models.CharField(max_length=40, unique=True, default=_new_key)
    role = models.CharField(max_length=10, choices=Role, default=Role.LEARNER)
    email = models.EmailField(blank=True)
    most = models.PositiveIntegerField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)
    expires = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-made"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(most__isnull=True) | Q(used__lte=models.F("most")),
                name="an_invitation_is_not_used_too_often",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation to {self.cohort} as {self.role}"

    @property
    def is_open(self) -> bool:
        is_used_up = self.most is not None and self.used >= self.most
        is_over = self.expires is not None and self.expires <= timezone.now()
        return not (is_used_up or is_over or self.revoked)


class Deadline(models.Model):
    """When an item of the course is due in a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="deadlines")
    item_id = models.CharField(max_length=200)
    due = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["due"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cohort", "item_id"], name="one_deadline_for_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} in {self.cohort} by {self.due:%Y-%m-%d %H:%M}"


class Extension(models.Model):
    """A later deadline for one learner, with the reason."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="extensions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="extensions")
    item_id = models.CharField(max_length=200)
    due = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    given = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cohort", "user", "item_id"], name="one_extension_for_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} for {self.user} by {self.due:%Y-%m-%d %H:%M}"
