"""What a task asks for, as a tree."""

import pytest

from upslope.course.figures.goal import read_goal

NAMES = ("x", "run", "slope")


def test_one_comparison_is_a_tree_of_its_own() -> None:
    assert read_goal("slope > 2.99", NAMES) == [">", "slope", 2.99]


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">="])
def test_every_sign_is_read(sign: str) -> None:
    assert read_goal(f"run {sign} 1", NAMES) == [sign, "run", 1]


def test_and_joins_any_number_of_comparisons() -> None:
    goal = read_goal("x > 0 and run < 1 and slope <= 2", NAMES)
    assert goal == ["and", [">", "x", 0], ["<", "run", 1], ["<=", "slope", 2]]


@pytest.mark.parametrize("text", ["", "x", "1 < x < 2", "x = 1", "x > 0 and"])
def test_anything_else_is_not_a_comparison(text: str) -> None:
    with pytest.raises(ValueError, match="is not a comparison"):
        read_goal(text, NAMES)


def test_a_name_that_is_no_read_out_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="read-outs are: x, run, slope"):
        read_goal("height < 1", NAMES)
