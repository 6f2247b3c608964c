"""What a site for a class shows to people who are not signed in: these addresses, and no others."""

import re
import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    "": "the front door",
    "course/": "what the course is, and what people say of it",
    "course/figures/<slug:figure>/<slug:moment>.svg": "its pictures",
    "course/lesson/": "a lesson to try",
    "course/lesson/figures/<slug:figure>/<slug:moment>.svg": "its pictures",
    "course/join/": "how to get in",
    "course/reviews/": "reviews",
    "join/<str:key>/": "an invitation",
    "discussion/no-mail/<str:token>/": "no more mail, from the mail itself",
    "certificates/<str:number>/": "whether a certificate is real",
    "certificates/<str:number>/certificate.pdf": "the certificate, if its owner shows it",
    "certificates/<str:number>/badge.jwt": "the same for programs",
    "credentials/issuer/": "who signs",
    "credentials/achievements/<slug:course_id>/": "what for",
    "credentials/revoked/": "what no longer holds",
    "credentials/keys/<slug:thumbprint>/": "the keys to check it with",
    ".well-known/jwks.json": "the same",
    "lti/login/": "a learning platform says that somebody comes",
    "lti/launch/": "and vouches for them",
    "lti/keys/": "how it knows that we are asking",
    "account/sign-in/": "",
    "account/sign-up/": "",
    "account/sign-out/": "",
    "account/inactive/": "",
    "account/email/sent/": "",
    "account/email/confirm/<key>/": "",
    "account/password/forgotten/": "",
    "account/password/forgotten/sent/": "",
    "account/password/new/<uidb36>-<key>/": "",
    "account/password/new/done/": "",
    "account/second-step/authenticate/": "between password and page",
    "account/providers/login/cancelled/": "",
    "account/providers/signup/": "",
    "account/oidc/<str:provider_id>/login/": "",
    "account/oidc/<provider_id>/login/": "",
    "account/oidc/<provider_id>/login/callback/": "",
}
PLACES = {
    "int": "1",
    "slug": "first",
    "str": "anything",
    "uuid": str(uuid.UUID(int=1)),
}


def walk(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each address as it is written, and whether its view asks for nobody's account."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, route)
        elif isinstance(entry, URLPattern):
            yield _plain(route), not getattr(entry.callback, "login_required", True)


def _plain(route: str) -> str:
    """Write a regular expression as a path is written."""
    return re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route).replace("^", "").replace("$", "")


ROUTES = list(walk(get_resolver("upslope.web.together_urls")))


def test_these_addresses_and_no_others_are_open() -> None:
    first = dict(reversed(ROUTES))  # of two with one address the first answers
    assert {route for route, is_open in first.items() if is_open} == set(OPEN)


@pytest.mark.usefixtures("together", "db")
def test_everything_else_asks_who_you_are() -> None:
    visitor = Client()
    for route in {route for route, _ in ROUTES} - set(OPEN):
        address = "/" + re.sub(r"<(\w+):\w+>", lambda place: PLACES[place[1]], route)
        answer = visitor.get(address)
        assert answer.status_code == 302, address
        assert answer.headers["Location"].startswith("/account/sign-in/"), address


@pytest.mark.usefixtures("together", "db")
def test_what_is_open_breaks_for_nobody() -> None:
    visitor = Client()
    for route in OPEN:
        address = "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda place: PLACES[place[1] or "str"], route)
        assert visitor.get(address).status_code in (200, 302, 400, 401, 403, 404, 405, 410), address
