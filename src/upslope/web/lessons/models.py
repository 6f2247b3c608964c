"""How far a learner has come."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class ItemProgress(models.Model):
    """One learner, one item. ``score`` is the best so far, from 0 to 1; None where nothing is scored."""

    class State(models.TextChoices):
        STARTED = "started"
        DONE = "done"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="progress")
    item_id = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.STARTED)
    score = models.FloatField(null=True, blank=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "item_id"], name="one_progress_per_item"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.item_id} {self.state}"

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE


class ScoreRise(models.Model):
    """A score somebody reached at an item, and when: each that was the best so far, each work handed in."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="score_rises")
    item_id = models.CharField(max_length=200)
    score = models.FloatField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at", "pk")
        indexes = (models.Index(fields=["user", "item_id"]),)

    def __str__(self) -> str:
        return f"{self.user}: {self.item_id} {self.score:.2f} at {self.at:%Y-%m-%d %H:%M}"


class ActiveDay(models.Model):
    """A day on which somebody learnt, and about how long, in seconds. Pauses are not counted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="active_days")
    day = models.DateField()
    seconds = models.FloatField(default=0)
    last = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "day"], name="one_row_a_learner_and_day"),)

    def __str__(self) -> str:
        return f"{self.user} on {self.day}: {self.seconds:.0f} s"
