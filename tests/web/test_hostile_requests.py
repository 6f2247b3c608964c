"""Requests that no page of ours sends get a sentence, never a broken page."""

import pytest
from django.test import Client

from tests.support.pages import text_of

pytestmark = pytest.mark.usefixtures("small_course")
FORM = "application/x-www-form-urlencoded"
DONE = "/learn/first/opening/done/"


@pytest.mark.parametrize("body", ["x=" + "a" * 3_000_000, "&".join(f"x{number}=1" for number in range(1500))])
def test_a_form_that_is_too_large_is_refused_with_a_sentence(alices_browser: Client, body: str) -> None:
    answer = alices_browser.post("/practice/echo/", body, content_type=FORM)

    assert answer.status_code == 413
    assert "more than a page can send at once" in text_of(answer)


def test_a_body_that_is_no_form_is_refused_with_a_sentence(alices_browser: Client) -> None:
    answer = alices_browser.post("/practice/echo/", b"rubbish", content_type="multipart/form-data")

    assert answer.status_code == 400
    assert "Go back, reload the page" in text_of(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/practice/" + "9" * 30 + "/hint/",
        "/practice/" + "9" * 5000 + "/hint/",
        "/labs/first/opening/earlier/" + "9" * 40 + ".ipynb",
        "/learn/%2e%2e/%2e%2e/",
        "/learn/..%2f..%2fetc/passwd/",
        "/learn/a%00b/c/",
        "/learn/" + "a" * 3000 + "/b/",
        "/static/%2e%2e/settings.py",
        "/static/../settings.py",
        "/%ff%fe",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_of_nothing_is_not_found(alices_browser: Client, address: str, method: str) -> None:
    assert alices_browser.generic(method, address).status_code in (404, 405)


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 302), ("none", 302)]
)
def test_a_change_without_origin_is_judged_by_where_the_browser_says_it_comes_from(
    alices_browser: Client, site: str, status: int
) -> None:
    assert alices_browser.post(DONE, headers={"Sec-Fetch-Site": site}).status_code == status


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "file://", "http://testserver@evil.example"])
def test_an_origin_that_is_no_address_is_refused(alices_browser: Client, origin: str) -> None:
    assert alices_browser.post(DONE, headers={"Origin": origin}).status_code == 403


def test_a_look_at_the_headers_does_not_use_up_a_key(charlies_browser: Client, db: None) -> None:
    assert charlies_browser.head("/enter/some-key/").status_code == 405
