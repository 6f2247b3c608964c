from pathlib import Path

import pytest
from django.test import Client

from tests.support.pages import text_of

pytestmark = pytest.mark.usefixtures("small_course")


def test_somebody_who_is_not_signed_in_is_told_how_to_get_in(charlies_browser: Client) -> None:
    assert charlies_browser.get("/glossary/", follow=True).status_code == 403


def test_words_are_in_alphabetical_order_with_their_meaning(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/glossary/"))

    assert "Axis A line to measure along. Slope How much you climb for each step forward." in page


def test_every_word_can_be_linked_to(alices_browser: Client) -> None:
    assert 'id="slope"' in alices_browser.get("/glossary/").content.decode()


def test_a_course_without_words_says_so(alices_browser: Client, small_course: Path) -> None:
    (small_course / "glossary.md").write_text("")

    assert "There are no words here yet." in text_of(alices_browser.get("/glossary/"))
