"""Rows of scenes: tables that stand there, and sequences that are made step by step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.course.figures.scenes import readouts, scene

NEWTON = {"name": "newton", "start": {"r": "a"}, "next": {"r": "r - f(r)/f'(r)"}, "count": "n"}


@settings(max_examples=15)
@given(st.integers(0, 8), st.floats(0.7, 2))
def test_a_sequence_does_the_same_again_and_again(n: int, start: float) -> None:
    root = start
    for _ in range(n):
        root -= (root**3 - root) / (3 * root**2 - 1)
    assert readouts({"a": start, "n": n}, sequence=[NEWTON])["newton_r"] == pytest.approx(root, rel=1e-12)


def test_columns_go_on_together_and_know_the_row_after() -> None:
    pair = {
        "name": "pair",
        "start": {"u": 1, "v": 0},
        "next": {"u": "u + v", "v": "u + k"},
        "count": "n",
    }
    made = scene(sequence=[pair])
    rows = made.moment({"a": 1, "n": 2}).tables["pair"]
    # By hand: (1, 0) → (1, 1 + 0) → (2, 1 + 1) → (4, 2 + 2).
    assert rows["u"].tolist() == [1, 1, 2]
    assert rows["v"].tolist() == [0, 1, 2]
    assert rows["u_next"].tolist() == [1, 2, 4]
    assert rows["v_next"].tolist() == [1, 2, 4]
    assert rows["k"].tolist() == [0, 1, 2]


@pytest.mark.parametrize(("n", "rows"), [(0, 1), (0.99, 1), (1, 2), (2.5, 3), (7, 6), (-1, 1)])
def test_there_are_as_many_rows_as_the_count_says_and_no_more_than_most(n: float, rows: int) -> None:
    made = scene(sequence=[{**NEWTON, "most": 5}])
    assert len(made.moment({"a": 1.5, "n": n}).rows("newton")) == rows


def test_a_sequence_that_runs_away_ends_in_no_number_and_no_error() -> None:
    away = {"name": "away", "start": {"r": "a"}, "next": {"r": "1/(r - 1)"}, "count": "n"}
    found = readouts({"a": 1, "n": 8}, sequence=[away])
    assert set(found) >= {"away_r", "height"}


def test_numbers_may_use_where_a_sequence_ends_and_sequences_may_use_numbers() -> None:
    sequence = {"name": "s", "start": {"r": "first"}, "next": {"r": "2 r"}, "count": "n"}
    found = readouts(
        {"n": 3}, sequence=[sequence], numbers={"twice": "2 beyond", "beyond": "s_r + 1", "first": "a + 4"}
    )
    assert (found["first"], found["s_r"], found["beyond"], found["twice"]) == (5, 40, 41, 82)


def test_a_sequence_may_go_on_from_another() -> None:
    one = {"name": "one", "start": {"r": 1}, "next": {"r": "r + 1"}, "count": "n"}
    two = {"name": "two", "start": {"s": "one_r"}, "next": {"s": "2 s"}, "count": 2}
    assert readouts({"n": 4}, sequence=[two, one])["two_s"] == 5 * 4


def test_a_sum_may_go_over_the_rows_of_a_sequence() -> None:
    one = {"name": "one", "start": {"r": 1}, "next": {"r": "r/2"}, "count": "n"}
    total = {"sum": "r", "rows": "one"}
    assert readouts({"n": 3}, sequence=[one], numbers={"total": total})["total"] == 1 + 1 / 2 + 1 / 4 + 1 / 8


def test_a_state_is_held_to_its_range_and_its_steps() -> None:
    made = scene()
    assert made.complete({"a": 2, "n": 8}) == {"a": 2, "n": 8}
    with pytest.raises(ValueError, match=r"a is 2\.5; it goes from -2 to 2"):
        made.complete({"a": 2.5})
    with pytest.raises(ValueError, match=r"n is 2\.5; it moves in steps of 1 from 0"):
        made.complete({"n": 2.5})
    with pytest.raises(ValueError, match="the state names b; the numbers of this figure's state are: a, n"):
        made.complete({"b": 1})
