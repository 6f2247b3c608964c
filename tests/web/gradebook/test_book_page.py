import shutil
from pathlib import Path

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.pages import text_of
from tests.web.gradebook.conftest import EVEN, QUIZ, SUM, answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership
from upslope.web.lessons.models import ItemProgress
from upslope.web.practice.models import Attempt


def address(cohort: Cohort, query: str = "") -> str:
    return f"/classes/{cohort.pk}/gradebook/{query}"


def names(page: str) -> list[str]:
    return [name for name in ("Bob Brook", "Dora", "Emil") if name in page]


def test_only_those_who_teach_get_in(
    cohort: Cohort, teacher: Client, learner: Client, stranger: Client, charlies_browser: Client
) -> None:
    assert teacher.get(address(cohort)).status_code == 200
    assert learner.get(address(cohort)).status_code == 404
    assert stranger.get(address(cohort)).status_code == 404
    assert charlies_browser.get(address(cohort)).status_code == 302


def test_whoever_has_left_teaching_has_left_the_marks(cohort: Cohort, alice: User, teacher: Client) -> None:
    Membership.objects.filter(user=alice).update(left="2026-10-01T00:00Z")
    assert teacher.get(address(cohort)).status_code == 404


def test_an_empty_class_says_how_it_fills(cohort: Cohort, teacher: Client) -> None:
    Membership.objects.filter(role="learner").delete()
    assert "Nobody learns in this class yet" in text_of(teacher.get(address(cohort)))


def test_marks_and_their_total_are_shown(cohort: Cohort, bob: User, teacher: Client) -> None:
    answer(bob, SUM)
    page = teacher.get(address(cohort))
    assert "Bob Brook 50 50" in text_of(page)
    answer(bob, EVEN)
    assert "Bob Brook 100 100" in text_of(teacher.get(address(cohort)))


def test_a_name_full_of_markup_is_only_a_name(cohort: Cohort, bob: User, teacher: Client) -> None:
    User.objects.filter(pk=bob.pk).update(first_name="<img src=x onerror=alert(1)>")
    page = teacher.get(address(cohort)).content.decode()
    assert "<img" not in page
    assert "&lt;img" in page


@pytest.fixture
def three(cohort: Cohort, bob: User) -> None:
    for name in ("Dora", "Emil"):
        user = User.objects.create_user(name.lower(), first_name=name)
        Membership.objects.create(cohort=cohort, user=user)
    answer(bob, SUM)
    dora = User.objects.get(username="dora")
    answer(dora, SUM)
    answer(dora, EVEN)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Bob Brook", "Dora", "Emil"]),
        ("?who=below", ["Bob Brook", "Emil"]),
        ("?who=passed", ["Dora"]),
        ("?who=away", ["Emil"]),
        ("?name=oR", ["Dora"]),
        ("?name=nobody", []),
        ("?who=hackers&order=money&items=../../etc", ["Bob Brook", "Dora", "Emil"]),
    ],
)
def test_the_page_shows_whom_it_is_asked_for(
    cohort: Cohort, teacher: Client, query: str, shown: list[str]
) -> None:
    assert names(text_of(teacher.get(address(cohort, query)))) == shown


@pytest.mark.usefixtures("three")
def test_the_highest_come_first_where_that_is_asked(cohort: Cohort, teacher: Client) -> None:
    page = text_of(teacher.get(address(cohort, "?order=highest")))
    assert page.index("Dora") < page.index("Bob Brook") < page.index("Emil")


@pytest.mark.usefixtures("three")
def test_everything_has_a_column_for_each_item(cohort: Cohort, teacher: Client) -> None:
    assert "Warming up" not in text_of(teacher.get(address(cohort)))
    assert "Warming up" in text_of(teacher.get(address(cohort, "?items=all")))


def test_an_item_that_was_taken_out_of_the_course_loses_no_attempt_and_breaks_no_page(
    cohort: Cohort, bob: User, teacher: Client, course: Path
) -> None:
    answer(bob, SUM)
    answer(bob, EVEN)
    attempts, scores = Attempt.objects.count(), list(ItemProgress.objects.values())
    shutil.move(course / QUIZ, course.parent / "taken-out")
    outline = (course / "course.toml").read_text()
    gone = next(line for line in outline.splitlines() if '"final"' in line)
    (course / "course.toml").write_text(outline.replace(f"{gone}\n", ""))

    here = f"/classes/{cohort.pk}/"
    for page in (
        "",
        "gradebook/",
        "gradebook/marks.csv",
        f"gradebook/learners/{bob.pk}/",
        "members/",
        "settings/",
    ):
        assert teacher.get(f"{here}{page}").status_code == 200, page
    assert teacher.get(f"{here}gradebook/items/{QUIZ}/").status_code == 404
    browser = signed_in(bob)
    for page in ("/", "/progress/", here, "/export/"):
        assert browser.get(page).status_code == 200, page
    assert browser.get(f"/learn/{QUIZ}/").status_code == 404
    assert (Attempt.objects.count(), list(ItemProgress.objects.values())) == (attempts, scores)

    shutil.move(course.parent / "taken-out", course / QUIZ)
    (course / "course.toml").write_text(outline)
    assert "100" in text_of(teacher.get(f"{here}gradebook/"))
