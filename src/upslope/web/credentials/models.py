"""What was certified, to whom, and whether it still holds."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from upslope.web.cohorts.models import Cohort
from upslope.web.credentials.numbers import new_number


def keep_if_wished(collector: Any, field: Any, sub_objs: Any, using: str) -> None:
    """With an account go its certificates, but for those that their learner wished to stay verifiable."""
    models.SET_NULL(collector, field, sub_objs.filter(outlives_account=True), using)
    models.CASCADE(collector, field, sub_objs.filter(outlives_account=False), using)


class Certificate(models.Model):
    """A pass in a class, as it was on the day it was issued.

    All that is printed is kept here as it was printed: a new name, a renamed class or a course that moves on
    changes no certificate. ``modules`` are ``[title, [skills]]``; ``by_hand`` names the items whose mark a
    teacher set, and ``judged_percent`` is what the server alone had judged. ``email_mark`` is a salted hash.
    """

    number = models.CharField(max_length=24, unique=True, default=new_number)
    badge_id = models.UUIDField(unique=True, default=uuid.uuid4)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=keep_if_wished, null=True, related_name="certificates"
    )
    cohort = models.ForeignKey(Cohort, on_delete=models.SET_NULL, null=True, related_name="certificates")
    name = models.CharField(max_length=310)
    email_mark = models.CharField(max_length=80, blank=True)
    class_name = models.CharField(max_length=120)
    course_id = models.CharField(max_length=100)
    course_title = models.CharField(max_length=200)
    course_version = models.CharField(max_length=40)
    modules: "models.JSONField[list[Any], list[Any]]" = models.JSONField(default=list)
    percent = models.PositiveSmallIntegerField()
    judged_percent = models.PositiveSmallIntegerField()
    pass_mark = models.PositiveSmallIntegerField()
    by_hand: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    issued = models.DateTimeField(auto_now_add=True)
    may_be_found = models.BooleanField(default=False)
    may_be_fetched = models.BooleanField(default=False)
    outlives_account = models.BooleanField(default=False)
    revoked = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["-issued", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cohort", "user"], name="one_certificate_in_a_cohort"),
        ]

    def __str__(self) -> str:
        return f"certificate {self.number}"

    @property
    def path(self) -> str:
        return reverse("certificate", args=[self.number])

    @property
    def address(self) -> str:
        """Where anybody can verify it."""
        return f"{settings.BASE_URL}{self.path}"

    @property
    def is_judged(self) -> bool:
        """Whether every mark behind it was judged by the server."""
        return not self.by_hand


class PublishedKey(models.Model):
    """The public half of a key that signed badges. Kept for ever, so that old badges stay verifiable."""

    thumbprint = models.CharField(max_length=64, unique=True)
    x = models.CharField(max_length=64)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"key {self.thumbprint}"
