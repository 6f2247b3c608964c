from pathlib import Path

import pytest
from django.test import Client

from tests.support.pages import text_of
from upslope.web.accounts.models import User
from upslope.web.lessons.progress import progress_of

pytestmark = pytest.mark.usefixtures("small_course")
ADDRESS = "/learn/first/opening/"


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client) -> None:
    assert charlies_browser.get(ADDRESS, follow=True).status_code == 403


def test_a_lesson_shows_module_kind_title_lede_and_text(alices_browser: Client) -> None:
    page = text_of(alices_browser.get(ADDRESS))

    assert "Module 1 · Lesson · 6 min The opening Every slope starts somewhere ." in page
    assert "This is the first paragraph." in page


def test_a_checkpoint_stands_where_the_author_put_it(alices_browser: Client) -> None:
    page = text_of(alices_browser.get(ADDRESS))

    assert page.index("first paragraph") < page.index("How much is") < page.index("After the checkpoint.")


def test_words_learnt_lead_to_the_glossary(alices_browser: Client) -> None:
    assert 'href="/glossary/#slope"' in alices_browser.get(ADDRESS).content.decode()


def test_opening_a_lesson_marks_it_as_started(alices_browser: Client, alice: User) -> None:
    alices_browser.get(ADDRESS)

    assert progress_of(alice)["first/opening"].state == "started"


def test_the_button_at_the_end_marks_it_as_done_and_goes_on(alices_browser: Client, alice: User) -> None:
    answer = alices_browser.post(f"{ADDRESS}done/")

    assert progress_of(alice)["first/opening"].state == "done"
    assert answer.headers["Location"] == "/learn/first/about/"


def test_opening_a_lesson_again_leaves_it_done(alices_browser: Client, alice: User) -> None:
    alices_browser.post(f"{ADDRESS}done/")
    alices_browser.get(ADDRESS)

    assert progress_of(alice)["first/opening"].state == "done"


def test_a_lesson_that_is_done_offers_to_go_on(alices_browser: Client) -> None:
    before = text_of(alices_browser.get(ADDRESS))
    alices_browser.post(f"{ADDRESS}done/")
    after = text_of(alices_browser.get(ADDRESS))

    assert "Mark as done and go on" in before
    assert "Mark as done" not in after


def test_the_way_on_skips_what_is_coming_and_names_it(alices_browser: Client) -> None:
    page = alices_browser.get(ADDRESS)

    assert 'href="/learn/first/about/" rel="next"' in page.content.decode()
    assert "Still to come in between: Not written yet." in text_of(page)


def test_a_reading_is_shown_as_a_lesson(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/learn/first/about/"))

    assert "Reading · 2 min About this Who made this. A page to read." in page


def test_the_top_bar_says_how_much_of_the_module_is_done(alices_browser: Client) -> None:
    alices_browser.post(f"{ADDRESS}done/")

    assert 'aria-label="Module 1: 1 of 3 done"' in alices_browser.get(ADDRESS).content.decode()


def test_a_lesson_edited_while_the_course_is_served_shows_the_new_text(
    alices_browser: Client, small_course: Path
) -> None:
    alices_browser.get(ADDRESS)
    (small_course / "first/opening/lesson.md").write_text('---\nlede = "New."\n---\n\nRewritten.\n')

    assert "Rewritten." in text_of(alices_browser.get(ADDRESS))


@pytest.mark.parametrize(
    "address", ["/learn/first/nowhere/", "/learn/first/%2e%2e/", "/learn/third/opening/"]
)
def test_an_item_the_course_does_not_have_is_not_found(alices_browser: Client, address: str) -> None:
    page = alices_browser.get(address)

    assert page.status_code == 404
    assert "This page is not here" in text_of(page)


@pytest.mark.parametrize("item", ["small-quiz", "unwritten"])
def test_a_quiz_and_what_is_coming_are_not_done_by_saying_so(
    alices_browser: Client, alice: User, item: str
) -> None:
    assert alices_browser.post(f"/learn/first/{item}/done/").status_code == 404
    assert progress_of(alice) == {}


def test_marking_as_done_needs_the_form_of_our_own_page(alice: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)

    page = browser.post(f"{ADDRESS}done/")

    assert page.status_code == 403
    assert "Nothing has changed." in text_of(page)
    assert progress_of(alice) == {}
