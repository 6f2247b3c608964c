"""What the lesson on layers says of its networks and their slopes, checked with NumPy, SciPy and nudges."""

import re
import tomllib
from itertools import product

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit

from tests.content.multivariate_chain_rule.lessons import figure, is_done, numbers, told, variants
from upslope.course import default_course_path

LESSON = "more-simple-neural-networks"
TEXT = (default_course_path() / "multivariate-chain-rule" / LESSON / "lesson.md").read_text(encoding="utf-8")
NETWORK = tomllib.loads(re.findall(r"```worked-example\n(.*?)```", TEXT, re.DOTALL)[0])


def cost(w1: float, w2: float) -> float:
    """Return the cost of the worked example's network with other weights."""
    first, second = NETWORK["layers"]
    a1 = expit(w1 * NETWORK["input"][0] + first["bias"][0])
    return float((expit(w2 * a1 + second["bias"][0]) - NETWORK["target"][0]) ** 2)


def test_the_network_says_yes_between_its_two_biases_and_no_elsewhere() -> None:
    says = {a: numbers(LESSON, "lunch", a=a)["says"] for a in (1, 2, 4, 5, 7, 8)}
    assert all((says[a] > 0.9) == (3 < a < 6) and (says[a] < 0.1) == (not 3 < a < 6) for a in says)
    assert is_done(LESSON, "lunch", **{"from": 4, "till": 7})


def test_or_and_not_and_is_xor_with_the_output_neuron_of_the_lunch_network() -> None:
    for p, q in product((0, 1), repeat=2):
        either, both = expit(16 * (p + q) - 8), expit(16 * (p + q) - 24)
        assert round(float(expit(8 * either - 8 * both - 4))) == (p ^ q)


@pytest.mark.parametrize(("w1", "w2"), [(0.5, 2), (1.5, 2), (0.5, 0), (-2, -3)])
def test_the_blame_in_the_figure_is_what_a_nudge_measures_on_the_network_of_the_example(
    w1: float, w2: float
) -> None:
    now = numbers(LESSON, "blame", w1=w1, w2=w2)
    assert now["cost"] == pytest.approx(cost(w1, w2))
    assert now["slope"] == pytest.approx((cost(w1 + 1e-5, w2) - cost(w1 - 1e-5, w2)) / 2e-5, abs=1e-8)


def test_the_worked_example_is_the_network_that_the_story_begins_with() -> None:
    state = figure(LESSON, "blame")["state"]
    assert [layer["weights"][0][0] for layer in NETWORK["layers"]] == [state["w1"], state["w2"]]


def test_the_story_of_the_blame_is_true_step_by_step() -> None:
    assert told(LESSON, "blame", 5)["bend1"] < 0.25
    assert told(LESSON, "blame", 6)["bend2"] == pytest.approx(1 / 4, abs=0.005)
    before, after = told(LESSON, "blame", 9), told(LESSON, "blame", 10)
    assert before["slope"] < 0
    assert after["cost"] < before["cost"]
    last = told(LESSON, "blame", 12)
    assert last["slope"] == pytest.approx(0)
    assert last["miss"] < -0.5


@pytest.mark.parametrize("state", [{"w2": 0}, {"w1": -4, "w2": 2}])
def test_a_silent_weight_or_a_flat_neuron_solves_the_task(state: dict[str, float]) -> None:
    assert is_done(LESSON, "blame", **state)
    assert not is_done(LESSON, "blame")


def valley(w: float, b: float) -> float:
    """Return the height of the map at a place, worked out with SciPy."""
    u, v = (np.array(figure(LESSON, "valley")["rows"]["data"][name]) for name in ("u", "v"))
    return float(np.mean((expit(w * u + b) - v) ** 2))


def test_the_valley_is_lowest_where_its_alternative_text_says() -> None:
    best = minimize(lambda p: valley(*p), (1, 0))
    said = re.search(r"lowest place near w = ([\d.]+), b = −([\d.]+)", figure(LESSON, "valley")["alt"])
    assert said is not None
    assert best.x == pytest.approx([float(said[1]), -float(said[2])], abs=0.06)


def test_only_a_large_step_leaves_the_plain() -> None:
    assert is_done(LESSON, "valley", w0=-1, b0=4.5, eta=20, n=30)
    assert not is_done(LESSON, "valley", w0=-1, b0=4.5, eta=1, n=30)
    assert numbers(LESSON, "valley")["before"] == pytest.approx(valley(-2, 2))


def test_the_blame_of_one_weight_is_what_a_nudge_measures() -> None:
    for variant in variants(LESSON, "blame-of-one-weight", 20):
        said = re.search(r"= (-?\d+)\$ it says \$([\d.]+)\$.* said \$(\d)\$", variant.prompt)
        assert said is not None
        x, a, y = (float(n) for n in said.groups())
        z = np.log(a / (1 - a))
        for part, moved in zip(variant.parts, (x, 1.0), strict=True):
            above, below = ((expit(z + h * moved) - y) ** 2 for h in (1e-5, -1e-5))
            assert float(part.key["answer"]) == pytest.approx((above - below) / 2e-5, rel=1e-5)
