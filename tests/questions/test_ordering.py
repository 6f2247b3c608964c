"""Putting steps in order."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, ordering_part
from upslope.questions.diagnosis import first_misconception
from upslope.questions.registry import build_part

KIND = answer_type("ordering")
STEPS = [{"id": name, "text": f"do {name}"} for name in ("limit", "divide", "rise", "cancel")]
RIGHT = ["rise", "cancel", "divide", "limit"]  # c d b a
ASTRAY = {"id": "guess", "text": "do guess"}


def fraction(part: Part, text: str) -> float:
    score = KIND.score(KIND.parse(text, part.key), part.key)
    assert isinstance(score, Score)
    return score.fraction


def sentences(part: Part, text: str) -> list[tuple[bool, str]]:
    score = KIND.score(KIND.parse(text, part.key), part.key)
    assert isinstance(score, Score)
    return [(reason.earned, reason.sentence) for reason in score.reasons]


@pytest.mark.parametrize("text", ["c,d,b,a", "C D B A", "c → d → b → a", "cdba", " c; d. b, a "])
def test_an_order_is_read_however_it_is_written(text: str) -> None:
    part = ordering_part("o", STEPS, RIGHT)
    assert KIND.parse(text, part.key) == ("c", "d", "b", "a")
    assert fraction(part, text) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Nothing is in order yet"),
        ("c, d, b", "Not in your order yet: A"),
        ("c, d, b, b", "Step B is there twice"),
        ("c, d, b, z", "not among those shown"),
        ("3, 4, 2, 1", "cannot be read"),
    ],
)
def test_what_cannot_be_marked_is_named_and_costs_nothing(text: str, message: str) -> None:
    outcome = KIND.parse(text, ordering_part("o", STEPS, RIGHT).key)
    assert isinstance(outcome, NotGradable)
    assert message in outcome.message


def steps_to_move(order: tuple[str, ...]) -> int:
    """Count by trying: the fewest steps to take out so that the others are in order."""
    right = "cdba"
    return next(
        count
        for count in range(len(order))
        for out in combinations(order, count)
        if (rest := [right.index(step) for step in order if step not in out]) == sorted(rest)
    )


def test_the_fewer_steps_have_to_move_the_more_it_earns() -> None:
    part = ordering_part("o", STEPS, RIGHT)
    for order in permutations("abcd"):
        assert fraction(part, ",".join(order)) == pytest.approx(1 - steps_to_move(order) / 3)


def test_the_exact_reverse_earns_nothing() -> None:
    assert fraction(ordering_part("o", STEPS, RIGHT), "a,b,d,c") == 0


def test_reasons_tell_how_far_it_is_right_and_not_which_step_is_wrong() -> None:
    part = ordering_part("o", [*STEPS, ASTRAY], RIGHT)
    assert sentences(part, "c,d,a,b") == [
        (True, "The first 2 steps are in place."),
        (False, "One step has to move."),
    ]
    assert sentences(part, "a,b") == [
        (False, "Another step comes first."),
        (False, "One step has to move."),
        (False, "2 steps are missing."),
    ]
    assert sentences(part, "c,d,b,a,e") == [
        (True, "The first 4 steps are in place."),
        (False, "One step does not belong."),
    ]


def test_a_step_that_does_not_belong_lowers_the_marks_as_much_as_one_that_has_to_move() -> None:
    part = ordering_part("o", [*STEPS, ASTRAY], RIGHT)
    assert fraction(part, "c,d,b,a") == 1
    assert fraction(part, "c,e,d,b,a") == pytest.approx(2 / 3)
    assert fraction(part, "c,d,b") == pytest.approx(2 / 3)
    assert fraction(part, "e") == 0


def test_steps_in_one_place_may_stand_in_any_order() -> None:
    part = ordering_part("o", STEPS, ["rise", ["divide", "cancel"], "limit"])
    assert fraction(part, "c,d,b,a") == fraction(part, "c,b,d,a") == 1
    assert sentences(part, "c,b,a,d")[0] == (True, "The first 2 steps are in place.")


def test_a_misconception_is_known_by_its_steps_wherever_the_others_are() -> None:
    part = ordering_part(
        "o",
        [*STEPS, ASTRAY],
        RIGHT,
        misconceptions=[
            Misconception("guessed", "A guess.", "guess"),
            Misconception("limit-first", "Too soon.", "limit, divide"),
        ],
    )
    for text, code in (
        ("c,d,a,b", "limit-first"),
        ("a,c,b,d", "limit-first"),
        ("c,d,b,a,e", "guessed"),
        ("d,c,b,a", None),
    ):
        found = first_misconception(part, KIND.parse(text, part.key))
        assert (found.code if found else None) == code
    assert [mistake.wrong for mistake in part.misconceptions] == ["c,d,b,a,e!", "c,d,a!,b!"]


@given(st.integers(0, 10_000))
def test_steps_are_never_shown_in_the_right_order(seed: int) -> None:
    part = ordering_part("o", STEPS, RIGHT, rng=np.random.default_rng(seed))
    assert fraction(part, ",".join(step["id"] for step in part.key["steps"])) < 1
    by_letter = {step["id"]: step["text"] for step in part.key["steps"]}
    assert [by_letter[letter] for letter in part.key["answer"].split(",")] == [f"do {name}" for name in RIGHT]


@pytest.mark.parametrize(
    ("right", "message"),
    [
        (["rise"], "two places or more"),
        (["rise", ["cancel", "rise"], "limit"], "each step in one"),
        (["rise", "dance"], "'dance', and no option has this id"),
        (["limit", "divide", "rise", "cancel"], "shown in the right order"),
    ],
)
def test_an_order_that_cannot_be_asked_for_is_refused(right: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ordering_part("o", STEPS, right)
    if "shown" not in message:
        with pytest.raises(ValueError, match=message):
            ordering_part("o", STEPS, right, rng=np.random.default_rng(1))


def test_a_part_can_be_written_as_a_table() -> None:
    part = build_part("ordering", "o", {"steps": STEPS, "answer": RIGHT})
    assert part.key["answer"] == "c,d,b,a"


@given(st.text(alphabet="abcdez12,>! é", max_size=30))
def test_whatever_is_typed_is_read_or_refused_with_words(text: str) -> None:
    part = ordering_part("o", [*STEPS, ASTRAY], RIGHT)
    value = KIND.parse(text, part.key)
    if isinstance(value, NotGradable):
        assert value.message.endswith(".")
    else:
        assert 0 <= fraction(part, text) <= 1
        assert KIND.parse(KIND.show(value, part.key)[6:-1], part.key) == value
