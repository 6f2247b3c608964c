"""Being asked: what is asked, what is said, and what comes out."""

from pathlib import Path

import pytest
from django.test import Client

from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.diagnostic.conftest import ADDRESS, PAGE, QUESTION, Newcomer, skill_of, write_question
from tests.web.practice.conftest import html_of
from upslope.web.diagnostic.models import DiagnosticStep
from upslope.web.diagnostic.runs import MOST_QUESTIONS
from upslope.web.diagnostic.survey import answers_of
from upslope.web.lessons.progress import progress_of
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.review.models import SkillMemory


def test_the_page_begins_with_its_text_and_a_survey_that_can_be_skipped(newcomer: Newcomer) -> None:
    page = newcomer.words()

    assert "Where are you? A few questions first." in page
    assert "When did you last do maths with a pencil?" in page
    assert "Skip all this" in page


def test_what_was_told_is_kept_and_shown_back(newcomer: Newcomer) -> None:
    newcomer.go_through([], derivatives="faded", aim="power", pace="60")

    assert answers_of(newcomer.user) == {"derivatives": "faded", "aim": "power", "pace": "60"}
    assert "Derivatives I met it once" in newcomer.words()
    assert "reach the powers" in newcomer.words()
    survey = newcomer.client.get(f"{ADDRESS}?survey")
    assert '<option value="faded" selected>' in html_of(survey)


@pytest.mark.parametrize(
    ("known", "lesson"),
    [
        ([], "Welcome"),
        (["adding"], "How to take away"),
        (["adding", "taking"], "Hello again"),
        (["adding", "taking", "times"], "How to raise"),
    ],
)
def test_the_start_is_where_the_learner_stops_knowing(
    newcomer: Newcomer, known: list[str], lesson: str
) -> None:
    newcomer.go_through(known)

    assert f"Start at “{lesson}”" in newcomer.words()


def test_who_knows_it_all_is_told_so(newcomer: Newcomer) -> None:
    newcomer.go_through(["adding", "taking", "times", "powers"])

    assert "Nothing here looks new to you" in newcomer.words()


def test_no_question_comes_twice_and_there_are_never_more_than_ten(newcomer: Newcomer, course: Path) -> None:
    for number in range(4, 15):
        write_question(course, "first/adding", f"adding-{number}", "adding")
    newcomer.begin()
    asked = []
    for turn in range(MOST_QUESTIONS + 1):
        if not newcomer.runs()[-1].is_open:
            break
        asked.append(newcomer.sitting().question_id)
        newcomer.answer() if turn % 2 else newcomer.does_not_know()

    assert not newcomer.runs()[-1].is_open
    assert len(asked) == len(set(asked)) <= MOST_QUESTIONS


def test_a_question_that_takes_more_than_the_landmarks_is_not_asked(newcomer: Newcomer, course: Path) -> None:
    for folder in course.glob("*/*/questions"):
        for question in folder.glob("*"):
            write(question / "question.md", QUESTION.format(name="x", skills='["adding", "extra"]'))
    newcomer.begin()

    assert not newcomer.runs()[-1].is_open
    assert "You answered no question" in newcomer.words()


def test_nothing_is_said_about_an_answer_before_the_end(newcomer: Newcomer) -> None:
    newcomer.begin()
    page = html_of(newcomer.answer("1"))

    assert "Question 2" in page
    for word in ("feedback right", "feedback wrong", "Show a hint", "worked solution", "Another one"):
        assert word not in page


def test_an_answer_that_cannot_be_read_costs_nothing_and_says_why(newcomer: Newcomer) -> None:
    newcomer.begin()
    asked = newcomer.sitting().pk
    page = newcomer.answer("2 +")

    assert page.status_code == 200
    assert "Question 1" in text_of(page)
    assert "feedback unread" in html_of(page)
    assert newcomer.sitting().pk == asked
    assert not Attempt.objects.exists()


def test_what_is_typed_waits_for_the_learner(newcomer: Newcomer) -> None:
    newcomer.begin()
    sitting = newcomer.sitting()
    newcomer.client.post(f"/practice/{sitting.pk}/draft/", {"answer.c": "12", "revision": 1, "writer": "tab"})

    assert 'value="12"' in html_of(newcomer.page())
    assert newcomer.sitting().pk == sitting.pk


def test_an_answer_is_no_practice(newcomer: Newcomer) -> None:
    newcomer.go_through(["adding"])

    assert Attempt.objects.exists()
    assert not SkillMemory.objects.exists()
    assert set(Sitting.objects.values_list("purpose", "is_open")) == {("diagnostic", False)}


def test_afterwards_every_answer_is_shown_with_its_solution(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.answer("1")
    newcomer.client.post("/starting-point/stop/")
    page = newcomer.words()

    assert "not right" in page
    assert "Worked solution Count. It is" in page


def test_one_can_stop_at_any_moment(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.answer()
    newcomer.client.post("/starting-point/stop/")

    assert "I asked 1 question." in newcomer.words()
    assert progress_of(newcomer.user)[PAGE].is_done
    assert not Sitting.objects.filter(is_open=True).exists()


def test_without_a_question_it_is_called_a_guess(newcomer: Newcomer) -> None:
    page = text_of(newcomer.begin(then="advise", school="now", matrices="fluent", derivatives="new"))

    assert "It is a guess" in page
    assert "Start at “Hello again”" in page


def test_leaving_and_coming_back_goes_on_at_the_same_question(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.answer()
    asked = newcomer.sitting().pk

    assert "Question 2" in newcomer.words()
    assert newcomer.sitting().pk == asked
    assert newcomer.client.get("/starting-point/").headers["Location"] == f"{ADDRESS}#now"


def test_asked_again_one_gets_other_questions_and_sees_what_has_moved(newcomer: Newcomer) -> None:
    first = newcomer.go_through(["adding"])
    newcomer.client.post("/starting-point/begin/", {"item": PAGE})
    assert newcomer.sitting().question_id not in first
    newcomer.client.post("/starting-point/stop/")
    assert len(newcomer.runs()) == 1
    newcomer.go_through(["adding", "taking", "times"])
    page = newcomer.words()

    assert len(newcomer.runs()) == 2
    assert "Since your first time, 2 of these went from “to learn” to “known”." in page
    assert "Multiply two numbers known, asked, at first to learn" in page


def test_the_home_page_tells_the_start_until_it_is_opened(newcomer: Newcomer) -> None:
    assert "Met derivatives before? Where to start" in text_of(newcomer.client.get("/"))
    newcomer.go_through(["adding"])
    assert "Your starting point: How to take away" in text_of(newcomer.client.get("/"))
    newcomer.client.get("/learn/first/taking/")
    assert "Your starting point" not in text_of(newcomer.client.get("/"))


def test_the_advice_says_what_it_means(newcomer: Newcomer) -> None:
    newcomer.go_through(["adding", "taking"], python="new", matrices="new", pace="60", aim="power")
    page = newcomer.words().replace(" .", ".")

    assert "You can skip 3 lessons, about 2 hours. Whether nothing is missing, First exam will tell." in page
    assert "Read a table: you will need it on the way. All it takes is in Tables to read up." in page
    assert "tutorial at python.org" in page
    assert "from here that takes about 2 hours, up to How to raise" in page
    assert "takes about 3 weeks" in page


def test_a_step_records_what_it_took(newcomer: Newcomer) -> None:
    newcomer.begin()
    newcomer.answer()
    step = DiagnosticStep.objects.filter(outcome="answered").get()

    assert step.score == 1
    assert step.takes == [skill_of(step.question_id)]
    assert step.sitting is not None


def test_somebody_else_is_asked_afresh(newcomer: Newcomer, bobs_browser: Client) -> None:
    newcomer.go_through(["adding"])

    assert "Where are you?" in text_of(bobs_browser.get(ADDRESS))
