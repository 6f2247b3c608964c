from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.pages import text_of
from upslope.course.starters import start_course
from upslope.web.practice.models import Sitting

QUESTION = "/preview/first-module/first-lesson/slope-of-a-hill/"


@pytest.fixture
def previewed(tmp_path: Path, settings: Settings) -> Path:
    start_course(tmp_path / "cooks", "Slopes for cooks")
    settings.COURSE = tmp_path / "cooks"
    settings.PREVIEW = True
    settings.ROOT_URLCONF = "tests.web.preview_urls"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "upslope.web.preview.middleware.ShowContentErrors"]
    return tmp_path / "cooks"


def test_a_learner_s_course_has_no_such_pages(alices_browser: Client) -> None:
    assert alices_browser.get("/preview/").status_code == 404
    assert alices_browser.get(QUESTION).status_code == 404


@pytest.mark.usefixtures("previewed")
@pytest.mark.parametrize("address", ["/preview/", "/preview/stamp/", QUESTION])
def test_nobody_sees_them_without_signing_in(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302


@pytest.mark.usefixtures("previewed")
def test_every_question_is_listed(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/preview/"))

    assert "slope-of-a-hill" in page
    assert "high-or-steep" in page


@pytest.mark.usefixtures("previewed")
def test_a_question_shows_what_learners_may_not_see(alices_browser: Client) -> None:
    page = text_of(alices_browser.get(QUESTION, {"seed": "3"}))

    assert "Seed 3" in page
    assert "height-for-slope" in page
    assert "nothing to mend" in page


@pytest.mark.usefixtures("previewed")
def test_a_seed_that_is_no_number_is_the_first(alices_browser: Client) -> None:
    assert "Seed 0," in text_of(alices_browser.get(QUESTION, {"seed": "-1; drop"}))


def test_the_stamp_changes_with_a_save(previewed: Path, alices_browser: Client) -> None:
    before = alices_browser.get("/preview/stamp/").content
    (previewed / "glossary.md").write_text("## slope\n\nHow steep.\n\n## tangent\n\nA line.\n")

    assert alices_browser.get("/preview/stamp/").content != before


def test_content_that_cannot_be_right_is_shown_with_its_place(
    previewed: Path, alices_browser: Client
) -> None:
    file = previewed / "first-module/first-lesson/lesson.md"
    file.write_text(file.read_text().replace('kind = "secant-slope"', 'kind = "no-such"'))

    page = text_of(alices_browser.get("/learn/first-module/first-lesson/"))

    assert "There is something to mend" in page
    assert "lesson.md:" in page


def test_an_author_who_tried_a_question_gets_the_mended_one_after_a_save(
    previewed: Path, alices_browser: Client
) -> None:
    lesson = "/learn/first-module/first-lesson/"
    alices_browser.get(lesson)
    sitting = Sitting.objects.get(question_id__endswith="slope-of-a-hill")
    alices_browser.post(f"/practice/{sitting.pk}/answer/", {"answer.slope": "1"})
    file = previewed / "first-module/first-lesson/questions/slope-of-a-hill/question.md"

    for old, new in (("A path has", "A road has"), ("A road has", "A path has")):
        file.write_text(file.read_text().replace(old, new))
        assert new in text_of(alices_browser.get(lesson))
