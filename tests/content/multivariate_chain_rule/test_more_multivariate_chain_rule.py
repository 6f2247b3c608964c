"""What the lesson on the arm says of its thermometer and of shapes, and what its questions count right."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from tests.content.multivariate_chain_rule.drawn_chains import draw, key
from tests.content.multivariate_chain_rule.lessons import is_done, numbers, told

NAME = "more-multivariate-chain-rule"


def heat(t: float) -> float:
    return numbers(NAME, "arm", t=t)["heat"]


@pytest.mark.parametrize("t", [0.5, 1, 2.1, 3.3])
def test_row_times_matrix_times_column_is_the_slope_of_the_temperature(t: float) -> None:
    now = numbers(NAME, "arm", t=t)
    row, column = np.array([[now["fx"], now["fy"]]]), np.array([[now["ut"]], [now["vt"]]])
    middle = np.array([[now["xu"], now["xv"]], [now["yu"], now["yv"]]])
    assert now["rate"] == pytest.approx((row @ middle @ column).item())
    assert now["rate"] == pytest.approx((heat(t + 1e-4) - heat(t - 1e-4)) / 2e-4, abs=1e-6)


def test_the_hand_is_warmest_while_both_motors_run() -> None:
    warmest = minimize_scalar(lambda t: -heat(t), bounds=(0, 4), method="bounded").x
    done = [t for t in np.arange(0, 4.001, 0.05) if is_done(NAME, "arm", t=float(t))]
    assert done
    assert max(abs(t - warmest) for t in done) < 0.06
    there = numbers(NAME, "arm", t=warmest)
    assert there["ut"] > 0 > there["vt"]
    assert told(NAME, "arm", 7)["rate"] > 0 > told(NAME, "arm", 10)["rate"]


def test_the_shoulder_alone_moves_the_hand_to_the_left_and_up() -> None:
    now = told(NAME, "arm", 3)
    u, v = now["u"] + 1e-5, now["v"]
    hand = np.array([2 * np.cos(u) + np.cos(v), 2 * np.sin(u) + np.sin(v)])
    moved = (hand - [now["x"], now["y"]]) / 1e-5
    assert moved == pytest.approx([now["xu"], now["yu"]], abs=1e-4)
    assert moved[0] < 0 < moved[1]


def work(*shapes: tuple[int, int]) -> int:
    """Count the multiplications of a product, from the left, one by one."""
    count, (rows, width) = 0, shapes[0]
    for inner, columns in shapes[1:]:
        assert inner == width
        count += sum(1 for _ in np.ndindex(rows, columns, inner))
        width = columns
    return count


@pytest.mark.parametrize("sizes", [(2, 3, 2, 4), (1, 4, 4, 4), (4, 1, 3, 2)])
def test_the_work_is_counted_cell_by_cell(sizes: tuple[int, int, int, int]) -> None:
    q, m, n, p = sizes
    now = numbers(NAME, "dominoes", q=q, m=m, n=n, p=p)
    assert now["left"] == work((q, m), (m, n), (n, p))
    assert now["right"] == work((p, n), (n, m), (m, q))


def test_the_left_is_cheap_only_for_fewer_outputs_than_inputs() -> None:
    sizes = [(float(q), float(p)) for q in range(1, 5) for p in range(1, 5)]
    done = [(q, p) for q, p in sizes if is_done(NAME, "dominoes", q=q, p=p, m=4.0, n=4.0)]
    assert (1, 4) in done
    assert all(q < p for q, p in done)
    assert not is_done(NAME, "dominoes", q=3.0, m=4.0, n=1.0, p=3.0)


def test_a_photograph_stretched_and_turned_is_tall_and_turned_and_stretched_is_wide() -> None:
    stretch, turn = np.diag([3, 1]), np.array([[0, -1], [1, 0]])
    square = np.array([[1, 1, -1, -1], [1, -1, 1, -1]])
    tall, wide = np.ptp(turn @ stretch @ square, axis=1), np.ptp(stretch @ turn @ square, axis=1)
    assert tall[1] > tall[0]
    assert wide[0] > wide[1]


@pytest.mark.parametrize("seed", range(3))
def test_the_questions_have_the_answers_that_numpy_finds(seed: int) -> None:
    drawn = draw(NAME, "row-through-a-matrix", seed)
    row, middle, column = (_array(str(drawn.values[name])) for name in ("row", "middle", "column"))
    assert np.array_equal(np.array(key(drawn, "row").tolist(), int), row @ middle)
    assert key(drawn, "rate") == (row @ middle @ column).item()
    shapes = draw(NAME, "shapes-in-a-chain", seed)
    k, m, n = (int(shapes.values[name]) for name in "kmn")
    assert list(key(shapes, "inner")) == [m, k]
    assert list(key(shapes, "product")) == list((np.ones((n, m)) @ np.ones((m, k))).shape)


def _array(latex: str) -> np.ndarray:
    inside = latex.replace(r"\begin{bmatrix}", "").replace(r"\end{bmatrix}", "")
    return np.array([[int(entry) for entry in row.split("&")] for row in inside.split(r"\\")])
