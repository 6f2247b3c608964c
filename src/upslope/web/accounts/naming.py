"""What people are called in front of others."""

from upslope.web.accounts.models import User


def shown_name(user: User) -> str:
    """Return the name somebody chose to go by, or the one they sign in with."""
    return user.get_full_name() or user.get_username()
