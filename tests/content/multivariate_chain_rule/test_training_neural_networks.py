"""What the quiz on training takes for right, measured by nudges and on the drawn map itself."""

import re
from collections.abc import Callable
from math import atan2, degrees

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit, logit

from tests.content.multivariate_chain_rule.lessons import variants
from upslope.maths import parse, to_numpy
from upslope.questions import Variant

QUIZ = "training-neural-networks"
NUDGE = 1e-5


def found(pattern: str, variant: Variant) -> list[float]:
    """Return the numbers that a pattern finds in a prompt."""
    match = re.search(pattern, variant.prompt, re.DOTALL)
    assert match is not None
    return [float(n) for n in match.groups()]


def row(text: str) -> list[float]:
    return [float(entry) for entry in text.strip("[]").replace(";", ",").split(",")]


def test_the_table_of_the_sigmoid_and_the_cost_are_those_of_scipy() -> None:
    for variant in variants(QUIZ, "the-cost-of-one-answer"):
        table = re.search(r"sigma\(z\)\$ \| (.*) \|", variant.prompt)
        assert table is not None
        assert [float(n) for n in table[1].split(" | ")] == pytest.approx(expit([-2, -1, 0, 1, 2]), abs=0.005)
        w, b, x, y = found(
            r"w = (-?\d+)\$ and \$b = (-?\d+)\$.*a\^\{\(0\)\} = (-?\d+)\$.*y = (\d)\$", variant
        )
        assert abs(w * x + b) <= 2
        assert float(variant.parts[1].key["answer"]) == pytest.approx((expit(w * x + b) - y) ** 2)


def cost_of_the_map(variant: Variant) -> Callable[[np.ndarray], float]:
    pairs = re.findall(r"input \$(-?\d)\$ it should say (\d\.\d+)", variant.prompt)
    x, t = np.array(pairs, float).T
    return lambda p: float(np.mean((expit(p[0] * x + p[1]) - t) ** 2))


def test_the_best_neuron_is_where_the_cost_is_lowest_and_the_innermost_ring_closes_round_it() -> None:
    for variant in variants(QUIZ, "a-map-of-all-neurons", 8):
        best = [float(n) for n in variant.parts[0].key["answer"].split()]
        lowest = minimize(cost_of_the_map(variant), best)
        assert lowest.fun < 1e-6
        assert lowest.x == pytest.approx(best, abs=0.1)
        (ring,) = variant.parts[0].key["plot"]["contours"][0]["lines"]
        assert ring[0] == pytest.approx(ring[-1], abs=1e-6)
        middle = (np.min(ring, axis=0) + np.max(ring, axis=0)) / 2
        assert np.abs(middle - best).max() < 0.35


def test_the_first_step_goes_against_the_measured_gradient_and_not_straight_to_the_lowest_place() -> None:
    for variant in variants(QUIZ, "a-map-of-all-neurons", 8):
        start = np.array(variant.parts[1].key["start"])
        arrow = np.array([float(n) for n in variant.parts[1].key["answer"].split()]) - start
        cost = cost_of_the_map(variant)
        down = [(cost(start - h) - cost(start + h)) / 2 for h in np.eye(2) * NUDGE]
        straight = np.array([float(n) for n in variant.parts[0].key["answer"].split()]) - start
        assert angle(arrow, down) < 4
        assert angle(arrow, straight) > 35


def angle(one: np.ndarray, other: np.ndarray | list[float]) -> float:
    turn = degrees(atan2(one[1], one[0]) - atan2(other[1], other[0]))
    return abs((turn + 180) % 360 - 180)


def test_the_links_multiply_to_what_a_nudge_of_the_weight_measures() -> None:
    for variant in variants(QUIZ, "one-link-at-a-time"):
        x1, x2, y = found(r"x_1 = (\d)\$ and \$x_2 = (\d)\$.*\(a - ([\d.]+)\)\^2", variant)
        x = x1 if "changes with $w_{1}$" in variant.prompt else x2
        squash = np.tanh if "tanh" in variant.prompt else expit
        z = 0.3 * x1 - 0.2 * x2 + 0.1
        above, below = ((squash(z + h * x) - y) ** 2 for h in (NUDGE, -NUDGE))
        links = [to_numpy(parse(part.key["answer"], ("a",)), ("a",))(squash(z)) for part in variant.parts]
        assert links[3] == pytest.approx((above - below) / (2 * NUDGE), rel=1e-5)
        assert links[3] == pytest.approx(links[0] * links[1] * links[2])


def test_the_completed_chain_returns_what_a_nudge_of_the_bias_measures() -> None:
    for variant in variants(QUIZ, "complete-the-chain", 10):
        key = variant.parts[0].key
        here: dict[str, object] = {}
        exec(f"{key['given']}\n{key['answer']}", here)
        squash = np.tanh if "tanh" in key["answer"] else expit
        for a0, y in ((-1.3, 0.2), (0.7, 0.9)):
            above, below = ((squash(here["w"] * a0 + here["b"] + h) - y) ** 2 for h in (NUDGE, -NUDGE))  # type: ignore[operator]
            assert here["dCdb"](a0, y) == pytest.approx((above - below) / (2 * NUDGE), rel=1e-5)  # type: ignore[operator]


def test_the_vector_cost_and_its_row_are_those_of_numpy() -> None:
    for variant in variants(QUIZ, "two-outputs-one-cost"):
        columns = re.findall(r"\\begin\{bmatrix\} ([\d.]+) \\\\ ([\d.]+) \\end", variant.prompt)
        a, y = np.array(columns, float)
        assert float(variant.parts[0].key["answer"]) == pytest.approx(np.linalg.norm(a - y) ** 2)
        slopes = [np.sum((a + h - y) ** 2) - np.sum((a - h - y) ** 2) for h in np.eye(2) * NUDGE]
        assert row(variant.parts[1].key["answer"]) == pytest.approx(np.array(slopes) / (2 * NUDGE))


def test_the_inner_factor_is_what_nudges_of_the_hidden_layer_measure() -> None:
    for variant in variants(QUIZ, "through-the-hidden-layer"):
        weights = np.array(found(r"\{bmatrix\} (-?\d) & (-?\d) \\end", variant))
        hidden = np.array(found(r"\{bmatrix\} (-?[\d.]+) \\\\ (-?[\d.]+) \\end", variant))
        (out,) = found(r"output said \$a\^\{\(2\)\} = (-?[\d.]+)\$", variant)
        squash, back = (np.tanh, np.arctanh) if r"a^{(2)} = \tanh" in variant.prompt else (expit, logit)
        (k,) = found(r"hidden neuron number (\d)", variant)
        bias = back(out) - weights @ hidden

        nudged = (np.arctanh(hidden) + sign * np.eye(2) * NUDGE for sign in (1, -1))
        above, below = (squash(np.tanh(z) @ weights + bias) for z in nudged)
        by_z = (above - below) / (2 * NUDGE)
        by_a = by_z / (1 - hidden**2)
        assert row(variant.parts[0].key["answer"]) == pytest.approx(by_a, rel=1e-5)
        assert float(variant.parts[1].key["answer"]) == pytest.approx(by_z[int(k) - 1], rel=1e-5)
