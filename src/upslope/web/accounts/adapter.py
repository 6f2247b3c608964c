"""How accounts behave here, where django-allauth leaves it to the site."""

import uuid
from ipaddress import ip_address
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from upslope.web.accounts.models import User

INVITATION = "cohorts_invitation"  # in the session of whoever came by an invitation


def may_sign_up(request: HttpRequest) -> bool:
    """Return whether whoever asks may make an account."""
    session = getattr(request, "session", {})  # a page about a file that is not there has none
    return settings.SIGN_UP == "open" or INVITATION in session


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """Sign-up is for those who were invited, unless the operator opened it to everybody."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "This address and this password do not go together. Try again, or ask for "
        "a new password.",
        "email_taken": "This address has an account already. Sign in with it, or take another address.",
        "enter_current_password": "This is not your password of now. Nothing was changed.",
        "incorrect_password": "This is not your password. Try again.",
        "incorrect_code": "This code is not right. Codes of the app change every half minute: type the one "
        "it shows now.",
        "too_many_login_attempts": "Too many failed attempts. Wait five minutes, then try again.",
        "rate_limited": "That was a lot at once. Wait a minute, then try again.",
        "same_as_current": "This is the address you have already.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return may_sign_up(request)

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Make a name that nobody sees: people go by their display name and sign in with their address.

        What a provider proposes is not taken: the name of a laptop's own learner opens more than an account.
        """
        user.username = uuid.uuid4().hex

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead whoever came by an invitation back to it."""
        key = request.session.get(INVITATION)
        return f"/join/{key}/" if key else str(super().get_login_redirect_url(request))

    def get_client_ip(self, request: HttpRequest) -> Any:
        """Return whom the web server in front names; it stands near, so nobody from afar is believed."""
        peer = request.META.get("REMOTE_ADDR", "")
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return named if named and _is_near(peer) else peer or "unknown"

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Let whoever has neither a password nor an app sign in afresh, at the provider that vouches."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        afresh = {"id": "afresh", "description": "Sign in afresh", "url": reverse("account_logout")}
        return methods or [afresh]


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """What a provider says of somebody is a proposal: they see it in the form and may change it."""

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        known: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return {**known, "name": f"{known['first_name']} {known['last_name']}".strip()}


def _is_near(address: str) -> bool:
    try:
        return ip_address(address).is_private
    except ValueError:  # a socket of this machine has no address
        return True
