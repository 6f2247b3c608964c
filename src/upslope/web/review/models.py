"""What a learner is thought to remember, and the review under way."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from upslope.web.practice.models import Sitting


class SkillMemory(models.Model):
    """One learner, one skill: a card of the ``fsrs`` library as plain data, and how it came to be so.

    ``card`` counts everything up to and including ``sitting``; ``before`` is the card without it, so that a
    sitting counts once, by how it ends, however many attempts it takes. ``rating`` is what it counted as.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memories")
    skill_id = models.CharField(max_length=200)
    card: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    before: "models.JSONField[dict[str, Any] | None, dict[str, Any] | None]" = models.JSONField(null=True)
    due = models.DateTimeField()
    rating = models.PositiveSmallIntegerField()
    times = models.PositiveIntegerField(default=1)
    sitting = models.ForeignKey(Sitting, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "skill_id"], name="one_memory_per_learner_and_skill"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.skill_id}, due {self.due:%Y-%m-%d}"


class ReviewSession(models.Model):
    """A row of skills to go through, and the question that is asked now.

    ``questions`` names the question for each skill; where it is empty, one is chosen when its turn comes.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    skills: "models.JSONField[list[str], list[str]]" = models.JSONField()
    questions: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=0)
    question_id = models.CharField(max_length=200, blank=True)
    is_open = models.BooleanField(default=True)
    begun = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(is_open=True), name="one_open_review_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.position + 1} of {len(self.skills)}"

    @property
    def skill_id(self) -> str:
        """The skill that is practised now."""
        return self.skills[self.position]

    @property
    def wanted(self) -> str:
        """The question that was named for this skill; empty where there is none."""
        return self.questions[self.position] if self.position < len(self.questions) else ""

    @property
    def number(self) -> int:
        return self.position + 1
