"""The people of the tests: Alice learns here, Bob learns beside her, Charlie is not signed in."""

import pytest
from django.test import Client
from pytest_django import Settings

from upslope.web.accounts.models import User


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice")


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob")


@pytest.fixture
def alices_browser(alice: User) -> Client:
    """A browser that is signed in as Alice and checks CSRF tokens only where a test asks for it."""
    return signed_in(alice)


@pytest.fixture
def bobs_browser(bob: User) -> Client:
    return signed_in(bob)


@pytest.fixture
def charlies_browser(db: None) -> Client:
    """A browser that never came in by the door."""
    return Client()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def together(settings: Settings) -> None:
    """A site for a class: its addresses, and other people."""
    settings.TOGETHER = True
    settings.BASE_URL = "http://testserver"
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.ROOT_URLCONF = "upslope.web.together_urls"
    settings.LOGIN_URL = "account_login"
