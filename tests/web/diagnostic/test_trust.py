"""What is sent by hand, twice, from an old page or to a course that has changed since, does no harm."""

import shutil
import uuid
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.diagnostic.conftest import ADDRESS, PAGE, PLUGIN, Newcomer
from upslope.web.diagnostic.models import Background, DiagnosticRun, DiagnosticStep
from upslope.web.diagnostic.survey import answers_of
from upslope.web.practice.models import Attempt, Sitting

STRANGE = ["", "0", "-1", "9" * 30, "x", "\x00", "1; DROP TABLE", "१"]


@pytest.mark.parametrize("action", ["answer", "hint", "solution", "another"])
def test_a_question_to_find_the_start_gives_no_verdict_and_no_help(newcomer: Newcomer, action: str) -> None:
    newcomer.begin()
    sitting = newcomer.sitting()

    reply = newcomer.client.post(f"/practice/{sitting.pk}/{action}/", {"answer.c": "1", "number": "1"})

    assert reply.status_code == 404
    assert newcomer.sitting().pk == sitting.pk
    assert not Attempt.objects.exists()


def test_a_solution_is_not_on_the_page_of_its_question(newcomer: Newcomer) -> None:
    newcomer.begin()

    assert newcomer.sitting().variant.solution.splitlines()[0] not in newcomer.words()
    assert str(newcomer.sitting().variant.parts[0].key["answer"]) not in newcomer.words()


def test_another_learner_reaches_nothing_of_it(newcomer: Newcomer, bobs_browser: Client) -> None:
    newcomer.begin()
    sitting = newcomer.sitting()
    bobs_browser.post("/starting-point/answer/", {"sitting": sitting.pk, "unknown": "yes"})
    bobs_browser.post("/starting-point/stop/")

    assert newcomer.sitting().pk == sitting.pk
    assert DiagnosticRun.objects.get().is_open


def test_a_double_click_counts_once(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.begin()
    sitting = newcomer.sitting()
    sent = {"sitting": str(sitting.pk), "answer.c": "1", "submission_id": str(uuid.uuid4())}
    for _ in range(3):
        newcomer.client.post("/starting-point/answer/", sent)

    assert DiagnosticRun.objects.count() == 1
    assert [step.outcome for step in DiagnosticStep.objects.all()].count("answered") == 1
    assert Attempt.objects.count() == 1


def test_an_answer_from_an_older_page_changes_nothing(newcomer: Newcomer) -> None:
    newcomer.begin()
    old = newcomer.sitting()
    newcomer.answer()
    page = newcomer.answer("1", sitting=str(old.pk), unknown="yes")

    assert "Question 2" in text_of(page)
    assert DiagnosticStep.objects.filter(outcome="unknown").count() == 0


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_values_are_nothing(newcomer: Newcomer, strange: str) -> None:
    newcomer.begin(school=strange, aim=strange, pace=strange)
    newcomer.client.post("/starting-point/answer/", {"sitting": strange, "unknown": "yes"})

    assert answers_of(newcomer.user) == {}
    assert "Question 1" in newcomer.words()


@pytest.mark.parametrize("item", [*STRANGE, "first/welcome", "first/adding", "no/where", "../..", "a/b/c"])
def test_it_begins_at_no_other_page(newcomer: Newcomer, item: str) -> None:
    reply = newcomer.client.post("/starting-point/begin/", {"item": item})

    assert reply.status_code == 404
    assert not DiagnosticRun.objects.exists()


@pytest.mark.parametrize("address", ["answer/", "stop/"])
def test_without_a_run_there_is_nothing_to_answer_or_to_stop(newcomer: Newcomer, address: str) -> None:
    reply = newcomer.client.post(f"/starting-point/{address}", {"sitting": "1", "unknown": "yes"})

    assert reply.headers["Location"] == "/starting-point/"
    assert newcomer.client.get("/starting-point/").headers["Location"] == f"{ADDRESS}#now"


def test_a_question_that_is_gone_is_replaced_by_another(newcomer: Newcomer, course: Path) -> None:
    newcomer.begin()
    gone = newcomer.sitting().question_id
    item, _, name = gone.rpartition("/")
    shutil.rmtree(course / item / "questions" / name)

    assert "Question 1" in newcomer.words()
    assert newcomer.sitting().question_id != gone
    assert DiagnosticStep.objects.count() == 1


def test_a_question_that_broke_is_replaced_by_another(newcomer: Newcomer, course: Path) -> None:
    newcomer.begin()
    broken = newcomer.sitting().question_id
    item, _, name = broken.rpartition("/")
    write(course / item / "questions" / name / "question.py", "def generate(rng):\n    raise ValueError\n")

    assert "Question 1" in newcomer.words()
    assert newcomer.sitting().question_id != broken


def test_a_result_outlives_its_questions_and_landmarks(newcomer: Newcomer, course: Path) -> None:
    newcomer.go_through(["adding"])
    for questions in course.glob("*/*/questions"):
        shutil.rmtree(questions)
    write(course / PAGE / "plugin.toml", PLUGIN.replace('"adding", "taking"', '"adding", "unheard-of"'))

    assert "Start at “How to take away”" in newcomer.words()
    assert "Your starting point: How to take away" in text_of(newcomer.client.get("/"))


def test_a_landmark_that_the_course_has_lost_is_left_out(newcomer: Newcomer, course: Path) -> None:
    newcomer.begin()
    newcomer.answer()
    skills = (course / "skills.toml").read_text()
    write(
        course / "skills.toml", skills.replace('id = "taking"', 'id = "other"').replace('"taking"', '"other"')
    )
    newcomer.client.post("/starting-point/stop/")

    assert newcomer.page().status_code == 200
    assert "taking" not in DiagnosticRun.objects.get().levels


def test_a_course_without_such_a_page_leads_home(newcomer: Newcomer, course: Path) -> None:
    (course / PAGE / "plugin.toml").unlink()

    assert newcomer.client.get("/starting-point/").headers["Location"] == "/"
    assert "A few questions first." in newcomer.words()
    assert "Met derivatives before?" not in text_of(newcomer.client.get("/"))


def test_it_costs_few_questions_to_the_database(
    newcomer: Newcomer, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    newcomer.go_through(["adding", "taking"])
    with django_assert_max_num_queries(13):
        newcomer.page()


def test_who_leaves_takes_it_along(newcomer: Newcomer) -> None:
    newcomer.go_through(["adding"], school="now")
    newcomer.user.delete()

    assert not Background.objects.exists()
    assert not DiagnosticStep.objects.exists()
    assert not Sitting.objects.exists()


@pytest.mark.parametrize("is_preview", [False, True])
def test_a_mended_question_reaches_who_has_not_begun_it(
    newcomer: Newcomer, course: Path, settings: Settings, is_preview: bool
) -> None:
    settings.PREVIEW = is_preview
    settings.ROOT_URLCONF = "tests.web.preview_urls" if is_preview else settings.ROOT_URLCONF
    newcomer.begin()
    before = newcomer.sitting()
    item, _, name = before.question_id.rpartition("/")
    page = course / item / "questions" / name / "question.md"
    write(page, page.read_text().replace("Work out", "Please work out"))
    after = newcomer.sitting()
    newcomer.answer()

    assert after.question_id == before.question_id
    assert "Please work out" in after.variant.prompt
    assert DiagnosticStep.objects.get(number=1).score == 1
