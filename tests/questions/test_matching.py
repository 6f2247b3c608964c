"""Giving each thing its partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.questions import Misconception, NotGradable, Part, Score, answer_type, matching_part
from upslope.questions.diagnosis import first_misconception
from upslope.questions.registry import build_part

KIND = answer_type("matching")
LEFT = [{"id": name, "text": f"story {name}"} for name in ("tea", "tub", "bus")]
RIGHT = [{"id": name, "text": f"graph {name}"} for name in ("wave", "bell", "line", "decay")]
PAIRS = {"tea": "decay", "tub": "line", "bus": "bell"}  # 1:d 2:c 3:b


def part_with(*mistakes: Misconception) -> Part:
    return matching_part("m", LEFT, RIGHT, PAIRS, words=("story", "graph"), misconceptions=mistakes)


@pytest.mark.parametrize("text", ["1:d,2:c,3:b", "1d 2c 3b", " 3 → B; 2 = c, 1 D ", "2c,,3b,1d"])
def test_pairs_are_read_however_they_are_written(text: str) -> None:
    part = part_with()
    assert KIND.parse(text, part.key) == {"1": "d", "2": "c", "3": "b"}
    assert KIND.score(KIND.parse(text, part.key), part.key) == Score(1.0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Nothing is matched yet"),
        ("1d, 2c", "no graph yet for story 3"),
        ("1d", "no graph yet for story 2 and story 3"),
        ("1d, 2d, 3b", "Graph D is used twice"),
        ("1d, 2c, 3b, 3a", "One story has two answers"),
        ("1d, 2c, 3z", "not among those shown"),
        ("1d, 2c, 3b, 4a", "not among those shown"),
        ("tea: decay", "cannot be read"),
        ("1d, 2c, 3", "cannot be read"),
    ],
)
def test_what_cannot_be_marked_is_named_and_costs_nothing(text: str, message: str) -> None:
    outcome = KIND.parse(text, part_with().key)
    assert isinstance(outcome, NotGradable)
    assert message in outcome.message


@pytest.mark.parametrize(
    ("text", "fraction", "said"),
    [
        ("1d 2b 3c", 1 / 3, "1 of 3 pairs is right."),
        ("1d 2c 3a", 2 / 3, "2 of 3 pairs are right."),
        ("1a 2d 3c", 0, "No pair is right yet."),
    ],
)
def test_each_pair_earns_its_share_and_only_their_number_is_told(
    text: str, fraction: float, said: str
) -> None:
    part = part_with()
    score = KIND.score(KIND.parse(text, part.key), part.key)
    assert isinstance(score, Score)
    assert score.fraction == pytest.approx(fraction)
    assert [reason.sentence for reason in score.reasons] == [said]


def test_a_misconception_is_known_by_its_own_pairs_whatever_the_others_are() -> None:
    part = part_with(
        Misconception("once-is-not-waves", "One.", "bus: wave"),
        Misconception("both", "Two.", "tea: line, tub: bell"),
    )
    for text, code in (
        ("1d 2c 3a", "once-is-not-waves"),
        ("1c 2d 3a", "once-is-not-waves"),
        ("1c 2b 3d", "both"),
        ("1c 2d 3b", None),
    ):
        found = first_misconception(part, KIND.parse(text, part.key))
        assert (found.code if found else None) == code


def test_a_misconception_stands_as_a_whole_answer_that_leaves_the_rest_right() -> None:
    part = part_with(Misconception("swap", "Swapped.", "tea: line"))
    assert KIND.parse(part.misconceptions[0].wrong, part.key) == {"1": "c", "2": "d", "3": "b"}


def test_a_misconception_may_be_written_as_a_table() -> None:
    table = {
        "left": LEFT,
        "right": RIGHT,
        "answer": PAIRS,
        "misconceptions": [{"code": "swap", "sentence": "No.", "wrong": {"tea": "line"}}],
    }
    assert build_part("matching", "m", table).misconceptions[0].wrong == "1:c!,2:d,3:b"


def test_a_partner_may_be_shared_where_the_author_says_so() -> None:
    pairs = {"tea": "decay", "tub": "line", "bus": "line"}
    with pytest.raises(ValueError, match="Say reuse=True"):
        matching_part("m", LEFT, RIGHT, pairs)
    part = matching_part("m", LEFT, RIGHT, pairs, reuse=True)
    assert KIND.score(KIND.parse("1d 2c 3c", part.key), part.key) == Score(1.0)


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({"tea": "decay", "tub": "line"}, "nothing is paired with: bus"),
        ({**PAIRS, "bus": "wiggle"}, "'wiggle', and no option has this id"),
        ({**PAIRS, "cat": "wave"}, "'cat', and no option has this id"),
    ],
)
def test_pairs_that_do_not_fit_the_sides_are_refused(pairs: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        matching_part("m", LEFT, RIGHT, pairs)


@given(st.text(alphabet="12345abcdz:,!->= é", max_size=40))
def test_whatever_is_typed_is_read_or_refused_with_words(text: str) -> None:
    part = part_with()
    value = KIND.parse(text, part.key)
    if isinstance(value, NotGradable):
        assert value.message.endswith(".")
    else:
        assert sorted(value) == ["1", "2", "3"]
        assert KIND.parse(KIND.show(value, part.key)[6:-1], part.key) == value
