"""A part marked by the learner's own answers to earlier parts: what follows, and what does not."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.grading.question_grader import FOLLOWS, grade_answer
from upslope.questions import (
    FollowThrough,
    Part,
    Variant,
    choice_part,
    expression_part,
    matrix_part,
    number_part,
)
from upslope.questions.follow_through import check_follow_through, continued
from upslope.questions.registry import build_part

SLOPE = expression_part("slope", "3x^2 - 2")
BEND = expression_part("bend", "6x", follow_through=FollowThrough("slope", differentiate="x"))
VALUE = number_part("value", 10, follow_through=FollowThrough("slope", at={"x": 2}))
STEP = number_part("step", "8/5", follow_through=FollowThrough("x - (x^3 - 2x)/slope", at={"x": 2}))
AGAIN = number_part(
    "again",
    1.6 - (1.6**3 - 3.2) / (3 * 1.6**2 - 2),
    decimals=3,
    follow_through=FollowThrough("x - (x^3 - 2x)/slope", at={"x": "step"}),
)
HESSIAN = matrix_part("hessian", "[6x, 2; 2, 4]", variables=("x",))
DETERMINANT = expression_part(
    "determinant", "24x - 4", follow_through=FollowThrough("hessian_11 hessian_22 - hessian_12 hessian_21")
)


def variant(*parts: Part) -> Variant:
    return Variant("m/i/q", "v", 0, "Title", "Prompt", ("Hint",), "Solution", parts)


def codes(*parts: Part, **answers: str) -> list[str]:
    """What is said of each part; nothing where it is right."""
    result = grade_answer(variant(*parts), answers)
    assert result.score is not None
    return [part.feedback.code if part.feedback else "" for part in result.parts]


@settings(deadline=None, max_examples=25)
@given(a=st.integers(1, 9), b=st.integers(1, 9), n=st.integers(3, 6))
def test_whoever_differentiates_their_own_wrong_answer_rightly_gets_all_the_marks(
    a: int, b: int, n: int
) -> None:
    result = grade_answer(variant(SLOPE, BEND), {"slope": f"{a}x^{n} + {b}", "bend": f"{a * n} x^{n - 1}"})
    assert result.score == 0.5
    assert result.parts[1].feedback == FOLLOWS


@settings(deadline=None, max_examples=25)
@given(a=st.integers(1, 9), b=st.integers(1, 9))
def test_a_value_of_ones_own_function_counts(a: int, b: int) -> None:
    assert codes(SLOPE, VALUE, slope=f"{a}x^4 + {b}", value=str(16 * a + b)) == ["not-yet", "follows-through"]


def test_the_sentence_says_why_it_counts() -> None:
    assert FOLLOWS.sentence == "This follows rightly from your own answer above, so it counts."


def test_an_answer_can_follow_from_two_and_from_one_that_followed_itself() -> None:
    own = 2 - 4 / 12
    again = own - (own**3 - 2 * own) / (3 * own**2)
    answers = {"slope": "3x^2", "step": "2 - 4/12", "again": str(again)}
    assert codes(SLOPE, STEP, AGAIN, **answers) == ["not-yet", "follows-through", "follows-through"]


def test_entries_of_ones_own_matrix_have_names() -> None:
    found = codes(HESSIAN, DETERMINANT, hessian="[3x, 2; 2, 4]", determinant="12x - 4")
    assert found[1] == "follows-through"


def test_entries_of_a_vector_are_counted() -> None:
    point = matrix_part("point", "[3; 4]", variables=())
    length = number_part("length", 5, follow_through=FollowThrough("sqrt(point_1^2 + point_2^2)"))
    check_follow_through(variant(point, length))
    assert codes(point, length, point="[6; 8]", length="10")[1] == "follows-through"


def test_matrices_are_multiplied_and_differentiated_entry_by_entry() -> None:
    row = matrix_part("row", "[x^2, 3x]", variables=("x",))
    moved = matrix_part("moved", "[2x^2, 6x]", variables=("x",), follow_through=FollowThrough("2 row"))
    slopes = matrix_part(
        "slopes", "[2x, 3]", variables=("x",), follow_through=FollowThrough("row", differentiate="x")
    )
    check_follow_through(variant(row, moved, slopes))
    found = codes(row, moved, slopes, row="[x^3, 3x]", moved="[2x^3, 6x]", slopes="[3x^2, 3]")
    assert found[1:] == ["follows-through", "follows-through"]


def test_a_matrix_that_follows_in_part_earns_that_part_and_says_so() -> None:
    row = matrix_part("row", "[x^2, 3x]", variables=("x",))
    slopes = matrix_part(
        "slopes", "[2x, 3]", variables=("x",), follow_through=FollowThrough("row", differentiate="x")
    )
    result = grade_answer(variant(row, slopes), {"row": "[x^3, 5x^2]", "slopes": "[3x^2, 7]"}).parts[1]
    assert result.outcome.fraction == 0.5  # type: ignore[union-attr]
    assert "your own answer above" in result.outcome.reasons[0].sentence  # type: ignore[union-attr]
    assert result.feedback is not None
    assert result.feedback.code == "partly-right"


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"slope": "3x^2 - 2", "value": "5"}, "the slope is right, so only the right value counts"),
        ({"slope": "0", "value": "0"}, "a constant for a function would make the rest too easy"),
        ({"slope": "x - x", "value": "0"}, "however it is written"),
        ({"slope": "7", "value": "7"}, "any constant would"),
        ({"slope": "1/(x - 2)", "value": "0"}, "one's own function has no value there"),
        ({"slope": "3x^3 - 2", "value": "21"}, "it does not follow"),
    ],
)
def test_nothing_follows(answers: dict[str, str], why: str) -> None:
    assert codes(SLOPE, VALUE, **answers)[1] == "not-yet", why


def test_what_follows_must_hold_every_variable_of_the_right_answer() -> None:
    assert codes(SLOPE, BEND, slope="5x - 2", bend="5")[1] == "not-yet"


def test_an_answer_that_cannot_be_read_leaves_everything_unmarked() -> None:
    result = grade_answer(variant(SLOPE, VALUE), {"slope": "3x^", "value": "10"})
    assert result.score is None


def test_a_matrix_of_another_shape_lacks_the_entries_a_formula_names() -> None:
    chosen = matrix_part("hessian", "[6x, 2; 2, 4]", variables=("x",), shape="chosen")
    assert codes(chosen, DETERMINANT, hessian="[6x, 2]", determinant="24x")[1] == "not-yet"


def test_a_mistake_of_the_part_itself_is_named_when_nothing_follows() -> None:
    kept = [{"code": "exponent-kept", "sentence": "One less.", "wrong": "6x^2"}]
    settings = {
        "answer": "6x",
        "misconceptions": kept,
        "follow_through": {"formula": "slope", "differentiate": "x"},
    }
    bend = build_part("expression", "bend", settings)
    assert codes(SLOPE, bend, slope="x^3", bend="6x^2")[1] == "exponent-kept"
    assert codes(SLOPE, bend, slope="2x^3", bend="6x^2")[1] == "follows-through"


def test_a_right_answer_stays_right_whatever_stands_above() -> None:
    assert codes(SLOPE, VALUE, slope="x^3", value="10") == ["not-yet", ""]


@pytest.mark.parametrize(
    "own", ["x^40^2", "(" * 20 + "x" + ")^9" * 20, "9^(x^9)", "sin(" * 30 + "x" + ")" * 30]
)
def test_monsters_end_in_no_more_than_nothing(own: str) -> None:
    """Whatever was typed above, the part itself is marked."""
    result = grade_answer(variant(SLOPE, BEND, VALUE), {"slope": own, "bend": "1", "value": "1"})
    assert result.score in (None, 0.0)


def test_the_right_answers_lead_to_the_right_answers() -> None:
    check_follow_through(variant(SLOPE, BEND, VALUE, STEP, AGAIN))
    check_follow_through(variant(HESSIAN, DETERMINANT))


WRONG_PLANS = [
    ("slope", {}, "'value' has the answer 10, but 3\\*x\\^2 - 2 follows"),
    ("slope", {"x": 3}, "'value' has the answer 10, but .* follows"),
    ("slop", {"x": 2}, "cannot follow from 'slop': .* The earlier answers: slope"),
    ("slope +", {"x": 2}, "cannot follow from 'slope \\+'"),
    ("x + 8", {"x": 2}, "names no earlier part"),
    ("slope", {"x": "after"}, "cannot follow from 'slope'"),
    ("slope", {"x": "1/0"}, "cannot follow from 'slope'"),
]


@pytest.mark.parametrize(("formula", "at", "said"), WRONG_PLANS)
def test_a_plan_that_does_not_lead_to_the_answer_is_refused(
    formula: str, at: dict[str, str | float], said: str
) -> None:
    value = number_part("value", 10, follow_through=FollowThrough(formula, at=at))
    with pytest.raises(ValueError, match=said):
        check_follow_through(variant(SLOPE, value, number_part("after", 2)))


def test_nothing_follows_from_a_choice() -> None:
    options = [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]
    value = number_part("value", 1, follow_through=FollowThrough("kind"))
    with pytest.raises(ValueError, match="The earlier answers: none"):
        check_follow_through(variant(choice_part("kind", options, "a"), value))


def test_no_choice_follows() -> None:
    options = [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]
    kind = choice_part("kind", options, "a", follow_through=FollowThrough("slope"))
    whole = variant(SLOPE, kind)
    with pytest.raises(ValueError, match="'kind' has the answer a"):
        check_follow_through(whole)
    assert continued(whole, kind, {"slope": "x", "kind": "b"}) is None


def test_a_plan_survives_being_stored() -> None:
    whole = variant(SLOPE, STEP, AGAIN)
    assert Variant.from_json(json.loads(json.dumps(whole.to_json()))) == whole


def test_a_variant_stored_before_parts_could_follow_still_loads() -> None:
    whole = variant(SLOPE, number_part("value", 10))
    stored = json.loads(json.dumps(whole.to_json()))
    for part in stored["parts"]:
        del part["follow_through"]
    assert Variant.from_json(stored) == whole
