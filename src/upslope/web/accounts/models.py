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


class CacheRow(models.Model):
    """The table of Django's database cache: counts of attempts to sign in, shared by all processes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
