import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import record

pytestmark = pytest.mark.usefixtures("small_course")


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client) -> None:
    assert charlies_browser.get("/progress/", follow=True).status_code == 403


def test_before_anything_is_opened_it_says_where_to_start(alices_browser: Client) -> None:
    assert "Nothing yet, and that is fine. Start with The opening" in text_of(
        alices_browser.get("/progress/")
    )


def test_every_ready_item_has_a_line_with_state_and_best_score(alices_browser: Client, alice: User) -> None:
    record(alice, "first/opening", done=True)
    record(alice, "first/small-quiz", score=0.5)

    page = text_of(alices_browser.get("/progress/"))

    assert "The opening Done" in page
    assert "About this Not opened" in page
    assert "A small quiz Started · best 50 %" in page


def test_it_counts_what_is_done_started_and_ready(alices_browser: Client, alice: User) -> None:
    record(alice, "first/opening", done=True)
    record(alice, "first/small-quiz", score=0.5)

    assert "1 done 1 started 3 ready to take" in text_of(alices_browser.get("/progress/"))


def test_progress_of_others_is_not_shown(alices_browser: Client, bob: User) -> None:
    record(bob, "first/opening", done=True)

    assert "Nothing yet" in text_of(alices_browser.get("/progress/"))
