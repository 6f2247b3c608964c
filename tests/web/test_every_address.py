"""What holds for every address of the site. The URLconf is walked, so no page can be forgotten."""

import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

from upslope.web.accounts.models import User

EXAMPLES = {
    IntConverter: "1",
    SlugConverter: "first",
    StringConverter: "anything",
    UUIDConverter: str(uuid.UUID(int=1)),
}
OPEN_TO_ALL = {
    "enter/": "says where the key to the course is printed",
    "enter/<str:token>/": "is the door itself: it asks for a key that works once",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def walk(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each address as written in the URLconf, and with an example in each of its places."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, route)
        elif isinstance(entry, URLPattern):
            filled = route
            for name, converter in entry.pattern.converters.items():
                kind = next(word for word in ("int", "slug", "str", "uuid") if f"<{word}:{name}>" in filled)
                filled = filled.replace(f"<{kind}:{name}>", EXAMPLES[type(converter)])
            yield route, f"/{filled}"


ADDRESSES = dict(walk(get_resolver()))
CLOSED = [address for route, address in ADDRESSES.items() if route not in OPEN_TO_ALL]


def test_the_open_addresses_are_there() -> None:
    assert set(OPEN_TO_ALL) <= set(ADDRESSES)
    assert len(CLOSED) > 20


@pytest.mark.parametrize("address", CLOSED)
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_a_visitor_without_a_key_is_sent_to_the_door(
    charlies_browser: Client, address: str, method: str
) -> None:
    answer = charlies_browser.generic(method.upper(), address)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/enter/?next=")


@pytest.mark.parametrize("address", CLOSED)
def test_a_change_without_the_pages_own_token_is_refused(alice: User, address: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)

    answer = browser.post(address)

    assert answer.status_code == 403
    assert b"That did not go through" in answer.content


@pytest.mark.parametrize(
    "address", [*ADDRESSES.values(), "/nothing-here/", "/static/icon.svg", "/static/no.css"]
)
@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_every_answer_carries_the_protecting_headers(
    charlies_browser: Client, address: str, host: str
) -> None:
    answer = charlies_browser.get(address, headers={"Host": host})

    assert "script-src 'self';" in answer.headers["Content-Security-Policy"] + ";"
    assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    answer.close()  # a static file is an open one


@pytest.mark.usefixtures("small_course")
@pytest.mark.parametrize(
    "address", ["/", "/progress/", "/glossary/", "/learn/first/opening/", "/nothing-here/"]
)
def test_no_cache_keeps_what_a_learner_was_shown(alices_browser: Client, address: str) -> None:
    assert "no-store" in alices_browser.get(address).headers["Cache-Control"]
