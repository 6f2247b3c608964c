"""What a learner has of a sandpit: of the lab the walk they watch and their races, and all their games."""

import secrets
import uuid

from django.conf import settings
from django.db import models


def new_token() -> str:
    """Return a token that cannot be guessed."""
    return secrets.token_urlsafe(16)


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


class GamePit(models.Model):
    """What names a pit that games are played on.

    It stands apart from the games because the data that learners may have of their own must not hold the
    number of a pit that they still search.
    """

    kind = models.CharField(max_length=20)
    seed = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "seed"], name="one_row_per_game_pit"),)

    def __str__(self) -> str:
        return f"a pit of the kind {self.kind}"


class SandpitGame(models.Model):
    """One game: its sticks ``[x, y, by whom]``, in order. All else follows from them and the pit.

    ``chosen`` says how the pit was: empty for by chance. ``score`` and ``missed`` are worked out from the
    sticks at the end and kept for the lists; ``token`` is in the address that shows the game to others.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sandpit_games")
    item_id = models.CharField(max_length=200)
    mode = models.CharField(max_length=30)
    pit = models.ForeignKey(GamePit, on_delete=models.PROTECT, related_name="games")
    chosen = models.CharField(max_length=200, default="", blank=True)
    day = models.DateField(null=True)
    counts = models.BooleanField()
    probes = models.JSONField(default=list)
    started = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)
    gave_up = models.BooleanField(default=False)
    score = models.PositiveSmallIntegerField(null=True)
    missed = models.FloatField(null=True)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "mode", "chosen"],
                condition=models.Q(ended__isnull=True),
                name="one_open_game_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["user", "day"], condition=models.Q(day__isnull=False), name="one_daily_game_per_day"
            ),
        )
        indexes = (models.Index(fields=["user", "item_id", "-started"], name="games_of_a_learner"),)

    def __str__(self) -> str:
        return f"{self.mode}: {len(self.probes)} sticks"
