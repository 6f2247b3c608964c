"""What a learner says of their background, and each time they were asked where to start."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from upslope.web.practice.models import Sitting


class Background(models.Model):
    """The survey as it was answered last: an option for each question that was not left out."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="background")
    answers: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    updated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.user}: {len(self.answers)} answers"


class DiagnosticRun(models.Model):
    """Once through the questions. ``item_id`` is the page it was done at: early in the course, or late.

    ``levels`` is what came out: how likely each landmark is known. Runs are kept, so that the last can be
    compared with the first.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="diagnostics")
    item_id = models.CharField(max_length=200)
    is_open = models.BooleanField(default=True)
    levels: "models.JSONField[dict[str, float], dict[str, float]]" = models.JSONField(default=dict)
    begun = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(is_open=True), name="one_open_diagnostic_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.item_id}, {self.begun:%Y-%m-%d}"


class DiagnosticStep(models.Model):
    """One question of a run. ``takes`` and ``guess`` are what it was thought to take when it was asked.

    ``score`` is None while it is open, and where the answer was "I don't know yet".
    """

    class Outcome(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        UNKNOWN = "unknown"

    run = models.ForeignKey(DiagnosticRun, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    question_id = models.CharField(max_length=200)
    takes: "models.JSONField[list[str], list[str]]" = models.JSONField()
    guess = models.FloatField()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    score = models.FloatField(null=True)
    sitting = models.ForeignKey(Sitting, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "number"], name="one_diagnostic_question_at_a_time"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=1),
                name="a_diagnostic_score_is_from_0_to_1",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.question_id} {self.outcome}"
