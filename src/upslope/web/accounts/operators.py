"""Making the account of whoever runs the server, and a link at which a password is chosen."""

import uuid

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from upslope.web.accounts.models import User


def account_of(email: str) -> User | None:
    """Return the account with this address, whatever its capitals."""
    return User.objects.filter(email__iexact=email.strip()).first()


def make_operator(email: str) -> User:
    """Return the account with this address as an operator's, made if there is none.

    Raises:
        ValidationError: the text cannot be an e-mail address.
    """
    email = email.strip()
    validate_email(email)
    with transaction.atomic():
        user = account_of(email)
        if user is None:
            user = User.objects.create(
                username=uuid.uuid4().hex, email=email, first_name=email.partition("@")[0]
            )
            user.set_unusable_password()
        user.is_staff = True
        user.save()
        EmailAddress.objects.update_or_create(
            user=user, email=email.lower(), defaults={"verified": True, "primary": True}
        )
    return user


def password_address(user: User) -> str:
    """Return the address, without the site's own, at which this account's password is chosen."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=(user_pk_to_url_str(user), key))
