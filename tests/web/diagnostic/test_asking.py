"""Which questions are fit to find a starting point with."""

from pathlib import Path

import pytest

from tests.support.courses import write
from tests.web.diagnostic.conftest import Newcomer, skill_of
from tests.web.practice.conftest import html_of
from upslope.questions import answer_type_names, choice_part, choices_part, matrix_part, number_part
from upslope.questions.variant import Part
from upslope.web.diagnostic.asking import LUCKY, guess_of

TICKED = """\
import numpy as np

from upslope.questions import Draw, choice_part


def generate(rng: np.random.Generator) -> Draw:
    options = [{"id": text, "text": text} for text in ("the first", "the second", "the third")]
    return Draw({"a": int(rng.integers(9)), "b": 1, "c": 2}, (choice_part("c", options, "the second"),))
"""


FIXED = """\
---
title = "Fixed"
skills = ["{skill}"]

[[parts]]
type = "number"
name = "sum"
answer = 2
---

How much is $1 + 1$?

## Hint

Count.

## Solution

$2$.
"""
OPTIONS = [{"id": name, "text": name} for name in "abcd"]


def test_a_guess_is_lucky_as_often_as_there_are_answers() -> None:
    number, choice = number_part("n", 3), choice_part("one", OPTIONS, "b")

    assert guess_of([number]) == guess_of([matrix_part("m", "[1, 2]", variables=())]) == LUCKY
    assert guess_of([choice]) == 1 / 4
    assert guess_of([choices_part("some", OPTIONS[:3], ["a"])]) == 1 / 8
    assert guess_of([choice, number]) == pytest.approx(LUCKY / 4)


@pytest.mark.parametrize("kind", ["code", "free-text", "sketch", "place", "sliders", "matching", "ordering"])
def test_what_takes_long_or_is_marked_by_oneself_is_not_asked(kind: str) -> None:
    part = Part("p", "", kind, {})

    assert kind in answer_type_names()
    assert guess_of([part]) is None
    assert guess_of([number_part("n", 3), part]) is None
    assert guess_of([]) is None


def test_a_typed_question_is_asked_before_one_that_can_be_guessed(newcomer: Newcomer, course: Path) -> None:
    for skill, item in (("adding", "first"), ("taking", "first"), ("times", "second"), ("powers", "third")):
        for number in (1, 2):
            write(course / item / skill / f"questions/{skill}-{number}/question.py", TICKED)
    newcomer.begin()

    asked = newcomer.sitting().question_id

    assert asked.rpartition("/")[2] in (f"{skill_of(asked)}-3", "both")


def test_what_was_ticked_is_shown_afterwards(newcomer: Newcomer, course: Path) -> None:
    for file in course.glob("*/*/questions/*/question.py"):
        write(file, TICKED)
    newcomer.begin()
    newcomer.answer("c")
    newcomer.client.post("/starting-point/stop/")

    assert "You chose: the third" in html_of(newcomer.page())


def test_a_question_of_one_form_is_kept_for_its_place_in_the_course(newcomer: Newcomer, course: Path) -> None:
    for file in course.glob("*/*/questions/*/question.md"):
        skill = file.parent.parent.parent.name
        skill = "adding" if skill == "exam" else skill
        file.with_name("question.py").unlink()
        write(file, FIXED.format(skill=skill))
    newcomer.begin()

    assert not newcomer.runs()[-1].is_open
