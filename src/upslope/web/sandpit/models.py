"""What a learner has of a sandpit lab: the walk they watch, their latest race, and their best."""

from django.conf import settings
from django.db import models


class PitWork(models.Model):
    """One learner's walks and races for one lab, as plain data that the page can show again.

    ``runner`` is the id of the race that is running, None if none is. Whoever takes it away stops that race;
    a race writes its result only while its own id stands there.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pit_works")
    item_id = models.CharField(max_length=200)
    walk = models.JSONField(null=True)
    race = models.JSONField(null=True)
    best = models.JSONField(null=True)
    runner = models.UUIDField(null=True)
    done = models.PositiveSmallIntegerField(default=0)
    alive = models.DateTimeField(null=True)
    problem = models.TextField(default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "item_id"], name="one_pit_work_per_learner_and_lab"),
        )

    def __str__(self) -> str:
        return f"{self.item_id}: {self.done} pits walked"
