"""Who looks at a public page."""

from django.http import HttpRequest

from upslope.web.accounts.models import User


def user_of(request: HttpRequest) -> User | None:
    """Return who is signed in, or None."""
    return request.user if isinstance(request.user, User) else None
