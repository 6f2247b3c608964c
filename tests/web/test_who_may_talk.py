import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import progress_of

pytestmark = pytest.mark.usefixtures("small_course")
DONE = "/learn/first/opening/done/"


@pytest.mark.parametrize("host", ["127.0.0.1:8477", "localhost:8477"])
def test_our_own_address_is_answered(alices_browser: Client, host: str) -> None:
    assert alices_browser.get("/", headers={"Host": host}, SERVER_PORT="8477").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8477",
        "127.0.0.1:8478",
        "127.0.0.1",
        "127.0.0.1.evil.example:8477",
        "[::1]:8477",
        "",
    ],
)
def test_any_other_address_is_refused(alices_browser: Client, host: str) -> None:
    page = alices_browser.get("/", headers={"Host": host}, SERVER_PORT="8477")

    assert page.status_code == 403
    assert "Use the address printed in the terminal." in text_of(page)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "",
        "http://127.0.0.1:8478",
        "https://127.0.0.1:8477",
        "http://localhost:8477",
    ],
)
def test_a_change_asked_for_by_another_page_is_refused(
    alices_browser: Client, alice: User, origin: str
) -> None:
    headers = {"Host": "127.0.0.1:8477", "Origin": origin}

    page = alices_browser.post(DONE, headers=headers, SERVER_PORT="8477")

    assert page.status_code == 403
    assert "nothing has changed" in text_of(page)
    assert progress_of(alice) == {}


def test_a_change_asked_for_by_our_own_page_is_done(alices_browser: Client, alice: User) -> None:
    headers = {"Host": "127.0.0.1:8477", "Origin": "http://127.0.0.1:8477"}

    alices_browser.post(DONE, headers=headers, SERVER_PORT="8477")

    assert progress_of(alice)["first/opening"].is_done


def test_a_page_allows_no_script_but_ours(alices_browser: Client) -> None:
    page = alices_browser.get("/")

    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src-attr 'unsafe-inline'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "<style" not in page.content.decode()
    assert "onclick" not in page.content.decode()


def test_a_long_page_travels_compressed(alices_browser: Client) -> None:
    page = alices_browser.get("/", headers={"Accept-Encoding": "gzip"})

    assert page.headers["Content-Encoding"] == "gzip"
