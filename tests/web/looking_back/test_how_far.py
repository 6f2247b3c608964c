"""The first questions asked again, and what came out beside what came out then."""

import re
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.support.courses import write
from tests.web.diagnostic.conftest import ADDRESS as START
from tests.web.diagnostic.conftest import PAGE
from tests.web.diagnostic.conftest import PLUGIN as LANDMARKS
from tests.web.looking_back.conftest import BACK, AtTheEnd, Returner
from tests.web.practice.conftest import html_of
from upslope.web.diagnostic.models import DiagnosticRun
from upslope.web.lessons.progress import progress_of

ALL = ["adding", "taking", "times", "powers"]


def line_of(returner: Returner, name: str) -> list[tuple[float, float]]:
    found = re.search(rf'how-far-{name}" points="([^"]+)"', html_of(returner.page()))
    assert found
    pairs = [corner.split(",") for corner in found[1].split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_who_was_never_asked_is_told_so_kindly_and_can_be_asked(alice_looks_back: Returner) -> None:
    page = alice_looks_back.words()

    assert "Turn round." in page
    assert "You never went through the questions of Where to start" in page
    assert "Ask me the questions" in page


def test_without_a_first_time_the_present_one_is_shown_alone(alice_looks_back: Returner) -> None:
    page = alice_looks_back.asked_again(["adding", "taking"])

    assert "There is no earlier time to put beside it" in page
    assert "the first time" not in page
    assert "Take a number away known" in page
    assert "Multiply two numbers to learn" in page


def test_what_is_known_now_stands_beside_what_was_known_then(alice_looks_back: Returner) -> None:
    alice_looks_back.start.go_through(["adding"])
    assert re.search(r"I asked you \d questions and made a guess", alice_looks_back.words())
    page = alice_looks_back.asked_again(ALL)

    assert re.search(r"\d of 5 skills are firmer than the first time", page)
    assert "Multiply two numbers to learn known" in page
    assert "Add two numbers known known" in page


def test_each_line_climbs_with_what_is_known_and_everything_known_is_the_straight_one(
    alice_looks_back: Returner, course: Path
) -> None:
    write(course / PAGE / "plugin.toml", LANDMARKS.replace('skills = ["table"]', 'skills = ["extra"]'))
    skills = (course / "skills.toml").read_text()
    write(course / "skills.toml", skills.replace('id = "extra"\n', 'id = "extra"\nlesson = "second/hello"\n'))
    alice_looks_back.start.go_through([])
    write(course / PAGE / "plugin.toml", LANDMARKS.replace('skills = ["table"]', "skills = []"))
    alice_looks_back.asked_again(ALL)
    now, first = line_of(alice_looks_back, "now"), line_of(alice_looks_back, "first")

    assert all(x + y == pytest.approx(100, abs=0.02) for x, y in now)
    assert {y for _, y in first} == {100.0}
    assert [x for x, _ in first] == [x for x, _ in now]


def test_what_has_faded_is_said_and_its_lesson_named(alice_looks_back: Returner) -> None:
    alice_looks_back.start.go_through(ALL)
    page = alice_looks_back.asked_again(["adding"])

    assert "seemed firmer then than now. That happens to everybody" in page
    assert "No skill shows firmer than the first time." in page
    assert "Worth another look Tables to read up How to take away" in page


def test_the_newest_time_is_compared_with_the_first(alice_looks_back: Returner) -> None:
    alice_looks_back.start.go_through([])
    alice_looks_back.asked_again(ALL)
    page = alice_looks_back.asked_again(["adding"])

    assert "1 of 5 skills is firmer than the first time. Most of it grew in First module." in page
    assert DiagnosticRun.objects.count() == 3


def test_a_first_time_without_a_question_is_a_guess_and_nothing_to_compare_with(
    alice_looks_back: Returner,
) -> None:
    alice_looks_back.start.begin(then="advise", school="now")

    assert "There is no earlier time" in alice_looks_back.asked_again(ALL)


def test_only_what_both_times_looked_at_is_compared(alice_looks_back: Returner, course: Path) -> None:
    write(course / PAGE / "plugin.toml", LANDMARKS.replace('"times", "powers"', '"times"'))
    alice_looks_back.start.go_through(["adding"])
    write(course / PAGE / "plugin.toml", LANDMARKS)
    page = alice_looks_back.asked_again(ALL)

    assert "of 4 skills are firmer" in page
    assert "1 was not looked at the first time" in page
    assert "Raise a number to a power not looked at known" in page


def test_what_was_told_of_the_background_counts_only_at_the_start(alice_looks_back: Returner) -> None:
    alice_looks_back.start.go_through([], school="now", derivatives="fluent", matrices="fluent")
    alice_looks_back.asked_again([])
    alice, told = alice_looks_back, DiagnosticRun.objects.last()
    assert told
    alice.start.begin(then="advise", school="ages", derivatives="new", matrices="new")
    alice.asked_again([])
    later = DiagnosticRun.objects.last()

    assert later
    assert later.levels == pytest.approx(told.levels)


def test_a_run_left_open_at_the_start_ends_where_it_stood(alice_looks_back: Returner) -> None:
    alice_looks_back.start.begin()
    alice_looks_back.start.answer()
    assert "You never went through" in alice_looks_back.words()
    here = AtTheEnd(alice_looks_back.user, alice_looks_back.client)
    page = here.begin()
    first, now = here.runs()

    assert "Question 1" in html_of(page)
    assert (first.item_id, first.is_open, first.steps.count()) == (PAGE, False, 1)
    assert (now.item_id, now.is_open) == (BACK, True)


def test_asking_again_marks_the_page_as_done_and_shows_the_solutions(alice_looks_back: Returner) -> None:
    page = alice_looks_back.asked_again(["adding"])

    assert progress_of(alice_looks_back.user)[BACK].is_done
    assert "Worked solution Count." in page


def test_the_start_still_shows_its_own_page_afterwards(alice_looks_back: Returner) -> None:
    alice_looks_back.asked_again(["adding"])

    assert "Start at “How to take away”" in alice_looks_back.start.words()
    assert alice_looks_back.client.get(f"{START}?survey").status_code == 200


def test_looking_back_asks_the_database_little(
    alice_looks_back: Returner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    alice_looks_back.start.go_through(["adding"])
    alice_looks_back.asked_again(ALL)
    alice_looks_back.rate(4, "Fine.")
    with django_assert_max_num_queries(17):
        alice_looks_back.page()
