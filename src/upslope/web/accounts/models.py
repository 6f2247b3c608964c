"""Who learns here."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A learner, a teacher or an operator. Alone on a laptop there is exactly one."""
