"""A lab without a notebook is a text with figures: it is read and marked as done as lessons are."""

from pathlib import Path

import pytest
from django.test import Client

from upslope.web.accounts.models import User
from upslope.web.lessons.progress import progress_of

PLAYGROUND = "regression/heights-playground"
PAGE = f"/learn/{PLAYGROUND}/"


@pytest.fixture(autouse=True)
def playground(course: Path) -> None:
    folder = course / PLAYGROUND
    folder.mkdir()
    (course / "glossary.md").write_text("")
    (folder / "lesson.md").write_text('---\nlede = "Play."\n---\n\nTake hold of the curve.\n')


def test_it_is_shown_as_a_lesson(alices_browser: Client) -> None:
    page = alices_browser.get(PAGE)
    assert page.status_code == 200
    assert "Take hold of the curve." in page.content.decode()


def test_the_button_at_its_end_marks_it_as_done(alices_browser: Client, alice: User) -> None:
    assert alices_browser.post(f"{PAGE}done/").status_code == 302
    assert progress_of(alice)[PLAYGROUND].is_done


def test_a_lab_with_a_notebook_is_not_done_by_saying_so(alices_browser: Client, alice: User) -> None:
    assert alices_browser.post("/learn/regression/fitting-heights/done/").status_code == 404
    assert progress_of(alice) == {}


@pytest.mark.parametrize("place", ["run/", "submit/", "check/", "warm/"])
def test_it_has_none_of_a_labs_addresses(alices_browser: Client, place: str) -> None:
    assert alices_browser.post(f"/labs/{PLAYGROUND}/{place}").status_code == 404


@pytest.mark.parametrize("place", ["walk/", "race/"])
def test_nor_those_of_the_sandpit(alices_browser: Client, place: str) -> None:
    assert alices_browser.post(f"/sandpit/{PLAYGROUND}/{place}").status_code == 404
