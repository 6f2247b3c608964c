from itertools import pairwise

import numpy as np

from upslope.maths.iteration.endings import (
    LONGEST_CYCLE,
    does_not_slow_down,
    has_come_back,
    is_next_anchor,
    reach,
    scale,
    size,
)
from upslope.maths.iteration.solution import ENDINGS


def anchors(until: int) -> list[int]:
    found = [0]
    for taken in range(until):
        if is_next_anchor(taken, found[-1]):
            found.append(taken)
    return found


def test_anchors_lie_at_0_1_3_7_15_and_then_every_16th_step() -> None:
    assert anchors(64) == [0, 1, 3, 7, 15, 31, 47, 63]


def test_from_every_late_step_a_cycle_of_up_to_16_steps_is_seen_before_the_next_anchor() -> None:
    found = anchors(200)
    assert all(later - earlier >= LONGEST_CYCLE for earlier, later in pairwise(found[5:]))


def test_a_size_is_that_of_the_largest_coordinate_and_a_scale_at_least_1() -> None:
    points = np.array([[0.5, -3.0], [0.25, 2.0]])
    assert size(points).tolist() == [0.5, 3.0]
    assert scale(points).tolist() == [1.0, 3.0]
    assert reach(points).tolist() == [1e12, 3e12]


def test_complex_coordinates_are_measured_by_their_absolute_value() -> None:
    assert size(np.array([[3 + 4j]])).tolist() == [5.0]


def test_coming_back_is_measured_against_the_last_step() -> None:
    points, anchor = np.array([[1.0, 1.0, 1.0]]), np.array([[1.0, 1.0 + 1e-9, 1.0]])
    back = has_come_back(points, anchor, np.array([1.0, 1.0, 1e-9]))
    assert back.tolist() == [True, False, False]


def test_who_does_not_slow_down() -> None:
    last = np.array([[1.0, 1.0, 1.0, 1.0, -1.0]])
    step = np.array([[1.0, 0.5, -1.0, -1.1, -0.995]])
    assert does_not_slow_down(step, last, 100).tolist() == [True, False, False, True, True]


def test_there_are_six_endings_in_a_fixed_order() -> None:
    assert ENDINGS == ("converged", "cycling", "diverging", "flat", "left the domain", "out of steps")
