"""A field for an invitation."""

import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.catalogue.invitation_link import key_in

pytestmark = pytest.mark.usefixtures("together")
KEY = "Ab3-_xYz09QwErTy"


@pytest.mark.parametrize(
    "pasted",
    [
        KEY,
        f"  {KEY}\n",
        f"http://testserver/join/{KEY}/",
        f"https://x.example/join/{KEY}?from=mail",
        f"/join/{KEY}",
    ],
)
def test_whatever_of_the_link_is_pasted_leads_to_it(charlies_browser: Client, pasted: str) -> None:
    answer = charlies_browser.get("/course/join/", {"link": pasted})

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/join/{KEY}/"


@pytest.mark.parametrize(
    "pasted",
    ["https://evil.example/", "short", "//evil.example/x", "a b c d e f g h", "\x00" * 9, "<b>" * 300],
)
def test_anything_else_comes_back_with_a_sentence(charlies_browser: Client, pasted: str) -> None:
    page = charlies_browser.get("/course/join/", {"link": pasted})

    assert page.status_code == 200
    assert "This is no invitation." in text_of(page)
    assert "<b><b>" not in page.content.decode()


def test_the_empty_field_complains_of_nothing(charlies_browser: Client) -> None:
    assert "This is no invitation." not in text_of(charlies_browser.get("/course/join/"))
    assert key_in("") == ""


def test_a_key_that_opens_nothing_gets_the_sentence_of_its_own_page(charlies_browser: Client) -> None:
    page = charlies_browser.get("/course/join/", {"link": KEY}, follow=True)

    assert page.status_code == 404
    assert "No class has this address." in text_of(page)
