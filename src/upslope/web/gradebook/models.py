"""What a teacher decides about marks, and what a corrected question changed."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from upslope.web.cohorts.models import Cohort
from upslope.web.practice.models import Attempt


class Override(models.Model):
    """A teacher's own mark for one learner at one item, with the reason.

    The newest of a learner and an item holds; with ``score`` None it says that the mark is again what was
    reached. ``batch`` is shared by those that came in one file, so that they can be taken back together.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="overrides")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="overrides")
    item_id = models.CharField(max_length=200)
    score = models.FloatField(null=True)
    reason = models.CharField(max_length=300)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["cohort", "user", "item_id"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=1),
                name="an_override_is_from_0_to_1",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.item_id} {self.score}"


class Regrade(models.Model):
    """A question was corrected, and a cohort's old answers to it were marked again.

    For undoing: ``scores_before`` are the learners' best scores at the item (by their ids, as text),
    ``rises`` the ids of the moments that were added.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="regrades")
    question_id = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True)
    scores_before: "models.JSONField[dict[str, float | None], dict[str, float | None]]" = models.JSONField(
        default=dict
    )
    rises: "models.JSONField[list[int], list[int]]" = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.question_id} marked again for {self.cohort}"


class RegradedAttempt(models.Model):
    """What an attempt was worth before and after."""

    regrade = models.ForeignKey(Regrade, on_delete=models.CASCADE, related_name="attempts")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="regrades")
    score_before = models.FloatField()
    credit_before = models.FloatField()
    score_after = models.FloatField()
    credit_after = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["regrade", "attempt"], name="an_attempt_is_regraded_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt}: {self.score_before:.2f} to {self.score_after:.2f}"
