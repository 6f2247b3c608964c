"""Who may look behind the scenes: the owner of a laptop's own course, and staff."""

from upslope.web.accounts.learner import USERNAME
from upslope.web.accounts.models import User


def may_operate(user: User) -> bool:
    """Return whether the user runs this course rather than only learning in it."""
    return user.is_staff or user.username == USERNAME
