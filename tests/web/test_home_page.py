from pathlib import Path

import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import record

pytestmark = pytest.mark.usefixtures("small_course")


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client) -> None:
    page = charlies_browser.get("/", follow=True)

    assert page.status_code == 403
    assert "terminal" in text_of(page)


def test_the_first_visit_says_where_to_start_and_promises_an_hour(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/"))

    assert "Start here" in page
    assert "one hour" in page
    assert "Continue" not in page


def test_every_module_is_on_the_map_with_its_summary(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/"))

    assert "1 First module Where it begins." in page
    assert "2 Second module Where it might go on." in page


def test_an_item_that_is_ready_is_a_link_with_kind_and_minutes(alices_browser: Client) -> None:
    page = alices_browser.get("/")

    assert 'href="/learn/first/opening/"' in page.content.decode()
    assert "The opening Lesson · 6 min" in text_of(page)


def test_an_item_that_is_coming_is_named_and_is_no_link(alices_browser: Client) -> None:
    page = alices_browser.get("/")

    assert "Not written yet Lesson, coming" in text_of(page)
    assert "/learn/first/unwritten/" not in page.content.decode()


def test_a_module_counts_what_is_done_among_what_is_ready(alices_browser: Client, alice: User) -> None:
    record(alice, "first/opening", done=True)

    assert "1 of 3 done" in text_of(alices_browser.get("/"))


def test_continue_leads_to_what_was_started_last(alices_browser: Client, alice: User) -> None:
    record(alice, "first/small-quiz")
    record(alice, "first/about")

    assert "Where you were About this" in text_of(alices_browser.get("/"))


def test_continue_leads_to_what_follows_the_item_done_last(alices_browser: Client, alice: User) -> None:
    record(alice, "first/about", done=True)

    assert "Up next A small quiz" in text_of(alices_browser.get("/"))


def test_continue_comes_back_for_what_was_left_out(alices_browser: Client, alice: User) -> None:
    record(alice, "first/about", done=True)
    record(alice, "first/small-quiz", done=True)

    assert "Up next The opening" in text_of(alices_browser.get("/"))


def test_a_learner_who_has_done_it_all_is_told_so(alices_browser: Client, alice: User) -> None:
    for item in ("opening", "about", "small-quiz"):
        record(alice, f"first/{item}", done=True)

    page = text_of(alices_browser.get("/"))

    assert "You have done everything there is so far." in page
    assert "Continue" not in page


def test_the_best_score_is_shown_and_never_rounded_up(alices_browser: Client, alice: User) -> None:
    record(alice, "first/small-quiz", score=0.999)

    assert "4 min · 99 %" in text_of(alices_browser.get("/"))


def test_progress_of_others_is_not_shown(alices_browser: Client, bob: User) -> None:
    record(bob, "first/opening", done=True)

    assert "0 of 3 done" in text_of(alices_browser.get("/"))


def test_an_item_written_while_the_course_is_served_appears(
    alices_browser: Client, small_course: Path
) -> None:
    alices_browser.get("/")
    (small_course / "first/unwritten").mkdir()
    (small_course / "first/unwritten/lesson.md").write_text('---\nlede = "Now."\n---\n\nText.\n')

    assert 'href="/learn/first/unwritten/"' in alices_browser.get("/").content.decode()
