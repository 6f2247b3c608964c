"""Caution: what no answer has shown is not called known, and no module is skipped unseen."""

from pathlib import Path

from tests.support.courses import write
from tests.web.diagnostic.conftest import PAGE, PLUGIN, Newcomer, write_question
from upslope.web.diagnostic.models import DiagnosticStep
from upslope.web.diagnostic.path import LIKELY, SURE

FLUENT = {"school": "now", "derivatives": "fluent", "matrices": "fluent"}


def levels(newcomer: Newcomer) -> dict[str, float]:
    return newcomer.runs()[-1].levels


def remove_questions(course: Path, item: str) -> None:
    for file in (course / item / "questions").glob("*/question.md"):
        file.unlink()


def test_what_was_only_told_is_at_most_probable(newcomer: Newcomer) -> None:
    newcomer.begin(then="advise", **FLUENT)

    assert max(levels(newcomer).values()) < SURE
    assert "You answered no question" in newcomer.words()


def test_a_right_answer_shows_what_it_stands_on_and_nothing_beside_it(newcomer: Newcomer) -> None:
    newcomer.go_through(["adding", "taking", "times", "powers"], **FLUENT)

    assert {name for name, level in levels(newcomer).items() if level >= SURE} == {
        "adding",
        "taking",
        "times",
        "powers",
    }
    assert LIKELY <= levels(newcomer)["table"] < SURE


def test_a_module_without_questions_is_not_called_known(newcomer: Newcomer, course: Path) -> None:
    remove_questions(course, "third/powers")
    newcomer.go_through(["adding", "taking", "times"], **FLUENT)

    assert levels(newcomer)["powers"] < LIKELY
    assert "Start at “How to raise”" in newcomer.words()


def test_a_module_is_asked_about_before_it_is_skipped(newcomer: Newcomer, course: Path) -> None:
    """The last module has a landmark that nothing stands on, so no other answer would show it."""
    skills = (course / "skills.toml").read_text()
    write(course / "skills.toml", skills.replace('needs = ["times"]', 'needs = ["adding"]'))
    newcomer.go_through(["adding", "taking", "times", "powers"], **FLUENT)
    asked = {mark for step in DiagnosticStep.objects.all() for mark in step.takes}

    assert "powers" in asked
    assert "Nothing here looks new to you" in newcomer.words()


def test_a_question_on_two_landmarks_lowers_neither_alone_for_sure(newcomer: Newcomer, course: Path) -> None:
    for item in ("first/adding", "first/taking", "first/exam", "second/times", "third/powers"):
        remove_questions(course, item)
    write(course / PAGE / "plugin.toml", PLUGIN.replace('"table"', '"table", "extra"'))
    write_question(course, "first/adding", "extra-1", "extra", "taking")
    newcomer.begin()
    newcomer.answer("1")
    (step,) = DiagnosticStep.objects.filter(outcome="answered")

    assert step.takes == ["extra", "taking"]
    assert levels(newcomer)["adding"] > levels(newcomer)["taking"]
