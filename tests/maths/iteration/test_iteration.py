import numpy as np
import pytest

from upslope.maths import parse
from upslope.maths.iteration.endings import (
    CONVERGED,
    CYCLING,
    DIVERGING,
    FLAT,
    GOING_ON,
    OUT_OF_STEPS,
    Codes,
    Points,
)
from upslope.maths.iteration.iteration import affordable, recorded, walk


def towards_zero(points: Points, previous: Points) -> tuple[Points, Codes]:
    codes = np.where(np.abs(points[0]) < 1, np.int8(CONVERGED), np.int8(GOING_ON))
    return -points / 2, codes


def turning(period: int) -> Points:
    angle = 2 * np.pi / period
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def test_each_walker_ends_by_itself_and_keeps_its_place() -> None:
    ended = walk(towards_zero, np.array([[0.5, 16.0, -3.0]]), 10)
    assert ended.codes.tolist() == [CONVERGED] * 3
    assert ended.steps.tolist() == [0, 5, 2]
    assert ended.points.tolist() == [[0.5, 0.5, -0.75]]
    assert ended.previous.tolist() == [[0.5, 1.0, -1.5]]


def test_whoever_has_not_ended_runs_out_of_steps() -> None:
    ended = walk(towards_zero, np.array([[16.0, 2.0]]), 2)
    assert ended.codes.tolist() == [OUT_OF_STEPS, CONVERGED]
    assert ended.steps.tolist() == [2, 2]


@pytest.mark.parametrize("period", range(2, 17))
def test_a_cycle_is_found_with_its_length(period: int) -> None:
    turn = turning(period)

    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        return turn @ points - points, np.full(points.shape[1], GOING_ON, np.int8)

    ended = walk(rule, np.array([[1.0], [0.3]]), 60)
    assert (ended.codes[0], ended.periods[0]) == (CYCLING, period)


@pytest.mark.parametrize("late", [0, 5, 20, 40, 70])
def test_a_cycle_is_found_however_late_it_begins(late: int) -> None:
    taken = 0

    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        nonlocal taken
        taken += 1
        step = np.full_like(points, 0.7 + 0.01 * taken**2) if taken <= late else turning(5) @ points - points
        return step, np.full(1, GOING_ON, np.int8)

    ended = walk(rule, np.array([[1.0], [0.3]]), 100)
    assert (ended.codes[0], ended.periods[0]) == (CYCLING, 5)


def test_a_slow_walk_to_a_limit_is_no_cycle() -> None:
    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        return -points * 0.3, np.full(points.shape[1], GOING_ON, np.int8)

    assert walk(rule, np.array([[1.0, 1e-6, 1e6]]), 400).codes.tolist() == [OUT_OF_STEPS] * 3


def test_a_walk_beyond_reach_diverges_and_says_for_how_long_it_did_not_slow_down() -> None:
    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        return 9 * points, np.full(points.shape[1], GOING_ON, np.int8)

    ended = walk(rule, np.array([[1.0]]), 100)
    assert (ended.codes[0], ended.steps[0], ended.unslowed[0]) == (DIVERGING, 13, 13)


def test_a_step_that_is_not_finite_is_not_taken() -> None:
    def rule(points: Points, previous: Points) -> tuple[Points, Codes]:
        return np.full_like(points, np.inf), np.full(points.shape[1], GOING_ON, np.int8)

    ended = walk(rule, np.array([[1.0]]), 100)
    assert (ended.codes[0], ended.points[0, 0]) == (DIVERGING, 1.0)


def test_no_walkers_end_at_once() -> None:
    assert walk(towards_zero, np.zeros((1, 0)), 5).codes.size == 0


def test_a_recorded_rule_writes_down_where_it_looked() -> None:
    path: list[np.ndarray] = []
    walk(recorded(towards_zero, path), np.array([[4.0]]), 10)
    assert np.array(path).tolist() == [[4.0], [2.0], [1.0], [0.5]]


def test_long_functions_get_fewer_steps_and_none_gets_less_than_one() -> None:
    short, long = parse("x"), parse("+".join(["sin(x)"] * 60))
    assert affordable(1000, (short,), 1) == 1000
    assert 1 <= affordable(100_000, (long,), 3) < 1000
    assert affordable(0, (short,), 1) == 1


def test_flat_is_for_a_rule_to_say() -> None:
    ended = walk(lambda points, _: (points, np.full(1, FLAT, np.int8)), np.array([[7.0]]), 3)
    assert (ended.codes[0], ended.points[0, 0], ended.steps[0]) == (FLAT, 7.0, 0)
