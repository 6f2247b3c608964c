"""Who runs jobs: each process that takes some from the database, and when it was last heard of."""

from django.db import models


class JobWorker(models.Model):
    """A process that runs jobs. ``name`` is what a job it has taken carries as its last ``worker_ids``.

    ``seen`` is told by the database's own clock, so that those of the machines need not agree.
    """

    name = models.CharField(max_length=64, unique=True)
    machine = models.CharField(max_length=200)
    threads = models.PositiveSmallIntegerField()
    seen = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.threads} threads on {self.machine}, seen {self.seen:%Y-%m-%d %H:%M:%S}"
