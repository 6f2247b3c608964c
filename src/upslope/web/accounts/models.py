"""Who learns here, and how they get in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A learner, a teacher or an operator. Alone on a laptop there is exactly one."""


class EntryToken(models.Model):
    """A key that opens the door once. Only its digest is kept, so reading the database lets nobody in."""

    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"entry token of {self.made:%Y-%m-%d %H:%M}"
