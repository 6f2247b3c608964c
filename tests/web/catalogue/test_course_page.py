"""The public page: what the course is, for somebody who has no account."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.catalogue.conftest import Rate
from tests.web.practice.conftest import html_of
from upslope.course import default_course_path, load_course, load_skills
from upslope.web.catalogue.syllabus import time_words

pytestmark = pytest.mark.usefixtures("together")
COURSE = load_course(default_course_path())


def data_on(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_the_root_leads_a_stranger_to_the_course_and_a_learner_to_their_way(
    charlies_browser: Client, alices_browser: Client
) -> None:
    stranger, learner = charlies_browser.get("/"), alices_browser.get("/")

    assert (stranger.status_code, stranger.headers["Location"]) == (302, "/course/")
    assert "Start here" in text_of(learner)
    assert charlies_browser.post("/").status_code == 405


def test_alone_there_is_no_such_page(settings: Settings, alices_browser: Client) -> None:
    settings.TOGETHER = False
    settings.ROOT_URLCONF = "upslope.web.urls"

    assert alices_browser.get("/course/").status_code == 404


def test_everything_in_the_course_is_named_and_counted(charlies_browser: Client) -> None:
    page = text_of(charlies_browser.get("/course/"))

    for module in COURSE.modules:
        assert module.title in page
        assert module.summary in page
    for item in COURSE.items:
        assert f"{item.title} " in page
    for skill in load_skills(COURSE):
        assert re.sub(r"\s+", " ", skill.title) in page
    assert "42 lessons, 25 quizzes, 5 labs, 2 assignments, 3 tools, 5 readings and 3 discussions" in page
    assert f"about {round(sum(item.minutes for item in COURSE.items) / 60)}" in page


def test_it_says_what_one_will_be_able_to_do_who_it_is_for_and_what_it_takes(
    charlies_browser: Client,
) -> None:
    page = text_of(charlies_browser.get("/course/"))

    for part in ("What you will be able to do", "Who it is for", "What you need", "English", "CC BY-SA 4.0"):
        assert part in page


def test_its_figure_runs_without_an_account(charlies_browser: Client) -> None:
    page = html_of(charlies_browser.get("/course/"))

    assert '<figure-scene figure="dials">' in page
    assert "figure-walkthrough" not in page


@pytest.mark.parametrize("sign_up", ["open", "invited"])
def test_the_ways_in_are_those_that_are_open(
    charlies_browser: Client, settings: Settings, sign_up: str
) -> None:
    settings.SIGN_UP = sign_up
    page = text_of(charlies_browser.get("/course/"))

    assert ("Make an account" in page) == (sign_up == "open")
    assert ("accounts are by invitation" in page) == (sign_up == "invited")
    assert "Sign in" in page
    assert "Join with a link" in page


def test_who_is_signed_in_is_led_on(alices_browser: Client) -> None:
    page = text_of(alices_browser.get("/course/"))

    assert "Go to the course" in page
    assert "Join with a link" not in page


def test_search_engines_read_the_same_and_no_text_ends_the_block(
    charlies_browser: Client, rate: Rate
) -> None:
    nasty = "</script><script>alert(1)</script> & <!--"
    for name in ("Ada", nasty, "Bo"):
        rate(name, 4, nasty)
    page = charlies_browser.get("/course/").content.decode()
    data = data_on(page)

    assert "<script>alert" not in page
    assert data["@type"] == "Course"
    assert data["url"] == "http://testserver/course/"
    assert data["timeRequired"] == "PT21H23M"
    assert [part["name"] for part in data["syllabusSections"]] == [part.title for part in COURSE.modules]  # type: ignore[attr-defined]
    assert data["aggregateRating"]["ratingValue"] == 4.0  # type: ignore[index]
    assert {review["reviewBody"] for review in data["review"]} == {nasty}  # type: ignore[attr-defined]


def test_a_course_without_a_page_of_its_own_is_shown_by_its_outline(
    small_course: Path, charlies_browser: Client
) -> None:
    page = charlies_browser.get("/course/")

    assert "1 lesson, 1 quiz and 1 reading" in text_of(page)
    assert "First module" in text_of(page)
    assert "Second module" not in text_of(page)  # nothing of it is ready
    assert "What you will be able to do" not in text_of(page)
    assert "Every slope starts" in text_of(charlies_browser.get("/course/lesson/"))


def test_a_course_without_any_lesson_has_none_to_try(small_course: Path, charlies_browser: Client) -> None:
    (small_course / "first/opening/lesson.md").unlink()

    assert "Read a lesson first" not in text_of(charlies_browser.get("/course/"))
    assert charlies_browser.get("/course/lesson/").status_code == 404


def test_what_its_author_changes_is_seen_at_once(small_course: Path, charlies_browser: Client) -> None:
    charlies_browser.get("/course/")
    write(small_course / "course-page.toml", 'lede = "All of it & more."\noutcomes = ["Count to two."]\n')

    assert "All of it & more." in text_of(charlies_browser.get("/course/"))
    assert "Count to two." in text_of(charlies_browser.get("/course/"))


def test_the_page_asks_the_database_little(
    alices_browser: Client, rate: Rate, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(9):
        rate(f"Learner {number}", 5, "Good.")
    alices_browser.get("/course/")
    with django_assert_max_num_queries(5):
        alices_browser.get("/course/")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(5, "5 minutes"), (59, "59 minutes"), (60, "1 hour"), (80, "1½ hours"), (1283, "21½ hours")],
)
def test_times_are_said_as_people_say_them(minutes: int, words: str) -> None:
    assert time_words(minutes) == words
