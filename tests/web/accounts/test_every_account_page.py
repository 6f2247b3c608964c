"""What holds for every address of accounts: the URLconf is walked, so no page can be forgotten."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from tests.support.cast import signed_in
from upslope.web.accounts import together_urls
from upslope.web.accounts.operators import make_operator

pytestmark = [pytest.mark.usefixtures("together"), pytest.mark.django_db]

PLACES = {"(?P<key>[-:\\w]+)": "a-key", "(?P<uidb36>[0-9A-Za-z]+)": "1", "(?P<key>.+)": "a-key"}
OPEN_TO_ALL = {
    "account_login": "is the door",
    "account_signup": "makes an account for those who were invited",
    "account_logout": "sends whoever is not signed in to the front page",
    "account_inactive": "says that an account is closed",
    "account_email_verification_sent": "says where to look for a link",
    "account_confirm_email": "is opened from a mail",
    "account_reset_password": "is for who cannot sign in",
    "account_reset_password_done": "says where to look for a link",
    "account_reset_password_from_key": "is opened from a mail",
    "account_reset_password_from_key_done": "says that the password is kept",
    "socialaccount_login_cancelled": "is where a provider sends whoever turned back",
    "socialaccount_login_error": "is where a provider's failure ends",
    "openid_connect_login": "leads to a provider",
    "openid_connect_callback": "is where a provider sends people to",
}
HALF_WAY = {  # they belong to somebody who has given the password, or comes from a provider
    "mfa_authenticate",
    "socialaccount_signup",
}


def walk(entries: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str]]:
    for entry in entries:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry.url_patterns, route)
        else:
            yield entry.name or "", filled(route)


def filled(route: str) -> str:
    for place, example in PLACES.items():
        route = route.replace(place, example)
    return re.sub(r"\(\?P<provider_id>[^)]*\)", "no-such-provider", route).replace("^", "").replace("$", "")


ADDRESSES = dict(walk(list(together_urls.urlpatterns), "/account/"))
CLOSED = sorted(set(ADDRESSES) - set(OPEN_TO_ALL) - HALF_WAY)


@pytest.fixture
def doras_browser() -> Client:
    """Dora's browser, a moment after she gave her password."""
    dora = make_operator("dora@example.org")
    dora.set_password("a-rather-long-one")
    dora.save()
    client = signed_in(dora)
    client.post("/account/again/", {"password": "a-rather-long-one"})
    return client


def test_the_addresses_are_there() -> None:
    assert set(OPEN_TO_ALL) | HALF_WAY <= set(ADDRESSES)
    assert len(CLOSED) > 10


@pytest.mark.parametrize("name", CLOSED)
def test_a_page_of_an_account_sends_visitors_to_the_sign_in(charlies_browser: Client, name: str) -> None:
    for answer in (charlies_browser.get(ADDRESSES[name]), charlies_browser.post(ADDRESSES[name])):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/sign-in/")


@pytest.mark.parametrize("name", sorted(HALF_WAY))
def test_half_way_in_is_not_reached_from_outside(charlies_browser: Client, name: str) -> None:
    answer = charlies_browser.get(ADDRESSES[name])
    assert answer.status_code == 302
    assert "/account/sign-" in answer["Location"]


@pytest.mark.parametrize("name", sorted(OPEN_TO_ALL))
def test_an_open_page_opens_to_all(charlies_browser: Client, name: str) -> None:
    answer = charlies_browser.get(ADDRESSES[name])
    assert answer.status_code in ((404,) if name.startswith("openid") else (200, 302))
    assert_is_ours(answer.content.decode())


@pytest.mark.parametrize("name", CLOSED)
def test_every_page_is_in_our_words_and_without_inline_script(doras_browser: Client, name: str) -> None:
    answer = doras_browser.get(ADDRESSES[name])
    assert answer.status_code in (200, 302, 404)  # 404: there is no second step to turn off
    assert_is_ours(answer.content.decode())


def assert_is_ours(page: str) -> None:
    if not page:
        return
    assert 'class="brand"' in page
    assert not re.search(r"<script(?![^>]* src=)|\son[a-z]+=|style=", page)
    assert not re.search(r"Third-Party|Two-Factor|reauthenticate|Re-send|Authenticator App", page)
