"""Answers in the learner's own words: nothing is told before they are sent, and ticks make the score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.questions import NotGradable, Reason, Score, answer_type, expression_part, free_text_part
from upslope.questions.answer_types.free_text import ANSWER_TYPE as KIND
from upslope.questions.self_marking import Point, SelfCheck, SelfMarked
from upslope.questions.variant import Misconception

POINTS = ("Both factors change.", "Each turn leaves the other factor as it is.", "The corner vanishes.")
PART = free_text_part("why", "Both change, $u$ and $v$, taking turns.", points=POINTS)
MINE = "Because both of them change."


@pytest.mark.parametrize(
    ("text", "words", "ticked"),
    [
        (f"{MINE}\n\nI said: 1, 3", MINE, {1, 3}),
        (f"{MINE}\r\n\r\nI said: 2\r\n", MINE, {2}),
        (f"{MINE}\n  i SAID: 1,2,,3  ", MINE, {1, 2, 3}),
        (f"{MINE}\nI said: 3 3 77 0", MINE, {3}),
        (f"One.\nI said: nothing\n{MINE}\nI said: 1", f"One.\nI said: nothing\n{MINE}", {1}),
    ],
)
def test_words_and_ticks_are_read_from_one_text(text: str, words: str, ticked: set[int]) -> None:
    value = KIND.parse(text, PART.key)
    assert not isinstance(value, NotGradable)
    assert value.text == words
    assert value.ticked == frozenset(ticked)


@pytest.mark.parametrize("text", ["", "   ", "Because.", "two words", "I said: 1, 2", "\n\nI said: 1"])
def test_a_word_or_two_cannot_be_compared(text: str) -> None:
    problem = KIND.parse(text, PART.key)
    assert isinstance(problem, NotGradable)
    assert "too short" in problem.message
    assert KIND.self_check(text, PART.key) is None
    assert KIND.sent(text) == text


@pytest.mark.parametrize("text", [MINE, f"{MINE}\n\nI said:", f"{MINE}\n\nI said: 9"])
def test_without_a_tick_nothing_is_marked(text: str) -> None:
    problem = KIND.parse(text, PART.key)
    assert isinstance(problem, NotGradable)
    assert "tick what you have said" in problem.message


def test_the_score_is_the_share_ticked_and_the_reasons_name_every_point() -> None:
    value = KIND.parse(f"{MINE}\nI said: 1, 3", PART.key)
    assert not isinstance(value, NotGradable)
    assert KIND.score(value, PART.key) == Score(
        2 / 3, tuple(Reason(point != POINTS[1], point) for point in POINTS)
    )


def test_model_answer_and_points_come_only_after_the_words_were_sent() -> None:
    assert KIND.public(PART.key) == {}
    assert KIND.self_check(MINE, PART.key) is None
    check = KIND.self_check(KIND.sent(MINE), PART.key)
    assert check == SelfCheck(PART.key["model"], tuple(Point(text, False) for text in POINTS))
    again = KIND.self_check(f"{MINE}\n\nI said: 2", PART.key)
    assert again is not None
    assert [point.is_ticked for point in again.points] == [False, True, False]


def test_sending_once_more_changes_nothing() -> None:
    once = KIND.sent(MINE)
    assert KIND.sent(once) == once
    assert KIND.sent(f"{MINE}\n\nI said: 2") == f"{MINE}\n\nI said: 2"


@given(st.text())
def test_any_text_is_read_and_kept_when_it_is_sent(text: str) -> None:
    outcome = KIND.parse(text, PART.key)
    assert isinstance(outcome, NotGradable) or outcome.ticked
    assert " ".join(KIND.sent(text).split()).startswith(" ".join(text.split()))


def test_a_long_text_of_blank_lines_is_read_at_once() -> None:
    assert isinstance(KIND.parse("a b c" + "\n" * 19_000 + "d", PART.key), NotGradable)


def test_learners_mark_this_kind_themselves_and_no_other() -> None:
    kind = answer_type("free-text")
    assert isinstance(kind, SelfMarked)
    assert kind.is_self_marked
    assert not isinstance(answer_type(expression_part("e", "x").type), SelfMarked)


@pytest.mark.parametrize(
    ("model", "points"), [("Yes.", ["one"]), ("", ["one", "two"]), ("Yes.", ["one", " "])]
)
def test_a_part_without_enough_to_compare_is_refused(model: str, points: list[str]) -> None:
    with pytest.raises(ValueError, match="two points or more"):
        free_text_part("why", model, points=points)


def test_misconceptions_are_refused() -> None:
    with pytest.raises(ValueError, match="no misconception can be recognised"):
        free_text_part("why", "Yes.", points=["one", "two"], misconceptions=[Misconception("a", "b", "c")])
