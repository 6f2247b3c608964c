"""What the first page says about Ada's line, checked with NumPy."""

import numpy as np
import pytest

from tests.content.what_is_calculus.lessons import figure, lesson_text

CONES, DIALS = figure("welcome", "cones"), figure("welcome", "dials")
DAYS = CONES["rows"]["days"]
X, Y = np.array(DAYS["x"], float), np.array(DAYS["y"], float)
SHARE = (X - 10) / 24  # the line stands on its ends, at 10 and at 34 degrees
ENDS = np.column_stack([1 - SHARE, SHARE])


def error(left: float, right: float) -> float:
    return float(np.sum((Y - ENDS @ (left, right)) ** 2))


def test_both_figures_show_the_same_days() -> None:
    assert DIALS["rows"]["days"] == DAYS


def test_the_one_dial_is_best_where_the_story_stops() -> None:
    dials = np.linspace(0, 12, 2401)
    errors = [error(1.3, q) for q in dials]
    stop = CONES["walkthrough"][-1]["state"]["q"]
    assert dials[np.argmin(errors)] == pytest.approx(stop, abs=0.02)
    assert error(1.3, 4) < error(1.3, 3)
    assert error(1.3, 11.5) > error(1.3, 6.5)


def test_the_least_error_of_all_lines_is_what_the_task_says() -> None:
    (left, right), residual, *_ = np.linalg.lstsq(ENDS, Y, rcond=None)
    assert "1.15 is the least" in DIALS["task"]["done"]
    assert residual[0] == pytest.approx(1.15, abs=0.005)
    assert (left, right) == pytest.approx((1.23, 8.43), abs=0.005)
    assert error(1.0, 8.6) < 1.3


def test_the_steps_of_the_machine_end_at_the_best_line() -> None:
    dials = np.array([DIALS["state"]["p"], DIALS["state"]["q"]])
    errors = []
    for _ in range(DIALS["range"]["n"][1]):
        dials = dials + 0.1 * 2 * ENDS.T @ (Y - ENDS @ dials)
        errors.append(error(*dials))
    assert np.all(np.diff(errors) < 0)
    assert errors[-1] < 1.2


def test_from_any_corner_of_the_map_the_machine_arrives() -> None:
    for left in DIALS["range"]["p"]:
        for right in DIALS["range"]["q"]:
            dials = np.array([left, right])
            for _ in range(20):
                dials = dials + 0.1 * 2 * ENDS.T @ (Y - ENDS @ dials)
            assert error(*dials) < 1.3


def test_ada_bakes_a_few_more_than_her_line_says() -> None:
    best = np.linalg.lstsq(ENDS, Y, rcond=None)[0]
    cones = 100 * float(np.array([1 - 16 / 24, 16 / 24]) @ best)
    assert cones == pytest.approx(603, abs=0.5)
    assert "[603]" in lesson_text("welcome")
