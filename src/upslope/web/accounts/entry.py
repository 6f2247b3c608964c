"""One-time keys: the address that ``upslope run`` prints opens the door once; later a cookie does."""

import hashlib
import secrets

from django.db import transaction

from upslope.web.accounts.models import EntryToken


def new_token() -> str:
    """Return a fresh key; every key made before it stops working."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        EntryToken.objects.all().delete()
        EntryToken.objects.create(digest=_digest(token))
    return token


def use_up(token: str) -> bool:
    """Return whether the key opens the door; it never will again."""
    deleted, _ = EntryToken.objects.filter(digest=_digest(token)).delete()
    return deleted == 1


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
