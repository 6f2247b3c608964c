"""What is kept of practice: variants as they were served, who sat at which, drafts and attempts."""

import uuid
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from upslope.questions.variant import Variant


class StoredVariant(models.Model):
    """A variant as it was first served. Mending the question later makes another; this one stays markable."""

    question_id = models.CharField(max_length=200)
    version = models.CharField(max_length=80)
    seed = models.PositiveBigIntegerField()
    data = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["question_id", "version", "seed"], name="a_variant_is_stored_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} (seed {self.seed})"

    @cached_property
    def variant(self) -> Variant:
        return Variant.from_json(self.data)


class Sitting(models.Model):
    """One learner in front of one variant: how much help was shown, and whether it is the one open now.

    A question can be open more than once: in its place in the course, in the daily review, and where it is to
    find out where to start. What happens in one of them leaves the others as they are.
    """

    class Purpose(models.TextChoices):
        COURSE = "course"
        REVIEW = "review"
        DIAGNOSTIC = "diagnostic"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sittings")
    question_id = models.CharField(max_length=200)
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.COURSE)
    stored = models.ForeignKey(StoredVariant, on_delete=models.PROTECT, related_name="sittings")
    is_open = models.BooleanField(default=True)
    hints_shown = models.PositiveSmallIntegerField(default=0)
    solution_shown = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "question_id", "purpose"],
                condition=Q(is_open=True),
                name="one_open_sitting_per_learner_question_and_purpose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.stored}"

    @property
    def variant(self) -> Variant:
        return self.stored.variant


class Draft(models.Model):
    """The answer as typed so far.

    ``revision`` counts the saves; ``writer`` is the tab that saved last, and ``serial`` its own count of what
    it sent, by which a request that was overtaken on the way is known.
    """

    sitting = models.OneToOneField(Sitting, on_delete=models.CASCADE, related_name="draft")
    answers: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    writer = models.CharField(max_length=40, blank=True)
    serial = models.PositiveBigIntegerField(default=0)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(revision__gte=1), name="a_stored_draft_was_saved_at_least_once"
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.revision} of {self.sitting}"


class Attempt(models.Model):
    """A marked answer. ``score`` is what it was worth; ``credit`` counts: 0 if the solution was known."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="attempts")
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4)
    answers: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()
    score = models.FloatField()
    credit = models.FloatField()
    feedback: "models.JSONField[list[dict[str, Any]], list[dict[str, Any]]]" = models.JSONField(default=list)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="a_score_is_from_0_to_1"),
            models.CheckConstraint(
                condition=Q(credit__gte=0, credit__lte=models.F("score")),
                name="credit_never_exceeds_the_score",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sitting}: {self.score:.2f}"


class ProblemReport(models.Model):
    """What a learner found wrong with a question, and all it takes to see it as they did.

    ``answers`` is what stood in the fields, ``feedback`` what was last said about an answer, ``page`` what
    the browser told of itself: address, theme, window, name.
    """

    class Kind(models.TextChoices):
        MARKED_WRONG = "marked-wrong", "Right, but marked wrong"
        UNCLEAR = "unclear", "Unclear what is asked"
        TYPO = "typo", "A slip in text or maths"
        DISPLAY = "display", "Something does not work"
        OTHER = "other", "Something else"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports")
    question_id = models.CharField(max_length=200)
    version = models.CharField(max_length=80)
    seed = models.PositiveBigIntegerField()
    report_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField()
    answers: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()
    feedback: "models.JSONField[list[dict[str, Any]], list[dict[str, Any]]]" = models.JSONField()
    page: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["user", "created"])]

    def __str__(self) -> str:
        return f"{self.question_id} (seed {self.seed}): {self.kind}"
