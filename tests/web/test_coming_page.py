import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import progress_of

pytestmark = pytest.mark.usefixtures("small_course")


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client) -> None:
    assert charlies_browser.get("/learn/first/unwritten/", follow=True).status_code == 403


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/learn/first/unwritten/", "This lesson is still being written."),
        ("/learn/second/unbuilt-lab/", "This lab is still being built."),
    ],
)
def test_an_item_that_is_coming_says_what_it_will_be(
    alices_browser: Client, address: str, sentence: str
) -> None:
    page = alices_browser.get(address)

    assert page.status_code == 200
    assert sentence in text_of(page)


def test_it_leads_on_to_what_is_ready(alices_browser: Client) -> None:
    page = alices_browser.get("/learn/first/unwritten/").content.decode()

    assert 'href="/learn/first/opening/" rel="prev"' in page
    assert 'href="/learn/first/about/" rel="next"' in page


def test_the_last_item_leads_back_to_the_course(alices_browser: Client) -> None:
    assert "On to The course" in text_of(alices_browser.get("/learn/second/unbuilt-lab/"))


def test_looking_at_it_is_not_progress(alices_browser: Client, alice: User) -> None:
    alices_browser.get("/learn/first/unwritten/")

    assert progress_of(alice) == {}


def test_a_module_with_nothing_in_it_yet_counts_nothing(alices_browser: Client) -> None:
    page = alices_browser.get("/learn/second/unbuilt-lab/")
    assert page.status_code == 200
    assert "0 of 0" not in text_of(page)
