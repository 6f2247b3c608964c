"""What the pages before the sign-in may ask."""

from django.conf import settings
from django.http import HttpRequest

from upslope.web.accounts.adapter import may_sign_up


def entrance(request: HttpRequest) -> dict[str, bool]:
    """Say whether whoever asks may make an account, and whether mail can be sent."""
    if not settings.TOGETHER:
        return {}
    return {"can_sign_up": may_sign_up(request), "has_mail": settings.HAS_MAIL}
