"""What the one-page summary says of the dinner, its questions, and the drawing that the discussion shows."""

import re
import tomllib
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.multivariate_chain_rule.drawn_chains import draw
from tests.content.multivariate_chain_rule.lessons import figure, is_done, numbers, told
from upslope.course import default_course_path
from upslope.course.figures.closed_curves import CURVES, sampled
from upslope.course.figures.seeded_network import seeded_network
from upslope.maths import train
from upslope.maths.networks.neural_network import forward

NAME = "recap"
FOLDER = default_course_path() / "multivariate-chain-rule"
TEXT = (FOLDER / NAME / "lesson.md").read_text(encoding="utf-8")
FLASH = tomllib.loads(TEXT.split("---")[1])["flash"]
DISCUSSION = (FOLDER / "i-love-backpropagation" / "lesson.md").read_text(encoding="utf-8")
SEEDS = range(4)


def tongue(w1: float, w2: float, b: float, salt: float = 2) -> float:
    """Return the cost, with the soup and the sauce as the first step tells them."""
    return float(1 / (1 + np.exp(-(w1 * salt + w2 * salt / 2 + b))) ** 2)


@pytest.mark.parametrize(("w1", "w2", "b"), [(1.5, -1, -2), (-2, 3, 1), (0.3, 0.2, 0)])
def test_every_blame_in_the_picture_is_a_slope_of_the_cost(w1: float, w2: float, b: float) -> None:
    now, h = numbers(NAME, "dinner", w1=w1, w2=w2, b=b), 1e-6
    at = np.array([w1, w2, b, 2])
    for name, move in zip(("g1", "g2", "gb", "ds"), np.eye(4) * h, strict=True):
        slope = (tongue(*(at + move)) - tongue(*(at - move))) / (2 * h)
        assert now[name] == pytest.approx(slope, abs=1e-8)
    assert now["cost"] == pytest.approx(tongue(w1, w2, b))
    assert now["ds"] == pytest.approx(now["du"] * 1 + now["dv"] / 2)


def test_the_first_weight_is_most_to_blame_and_turning_it_down_helps() -> None:
    before, after = told(NAME, "dinner", 8), told(NAME, "dinner", 9)
    assert max(("g1", "g2", "gb"), key=lambda name: abs(before[name])) == "g1"
    assert before["g1"] > 0
    assert after["w1"] < before["w1"]
    assert after["cost"] < before["cost"] / 3
    assert 0 < after["g1"] < before["g1"]


def test_only_two_ways_that_cancel_do_the_task() -> None:
    assert is_done(NAME, "dinner", w1=1.5, w2=-3)
    assert not is_done(NAME, "dinner")
    assert not is_done(NAME, "dinner", w1=0, w2=0)
    assert not any(told_and_done(step) for step in range(1, 10))


def told_and_done(step: int) -> bool:
    now = told(NAME, "dinner", step)
    return is_done(NAME, "dinner", **{name: now[name] for name in ("w1", "w2", "b")})


def test_there_are_ten_flash_questions_of_one_part_and_no_checkpoint_is_among_them() -> None:
    assert len(set(FLASH)) == 10
    assert not set(re.findall(r"```checkpoint\n(.+)\n```", TEXT)) & set(FLASH)
    assert all(len(draw(NAME, question, 0).parts) == 1 for question in FLASH)


def drawn(question: str, seed: int) -> tuple[dict[str, Any], str]:
    """Return the values of a question with one part, and its key."""
    variant = draw(NAME, question, seed)
    return dict(variant.values), str(variant.parts[0].key["answer"])


def chosen(question: str, seed: int) -> str:
    """Return the text of the right option."""
    key = draw(NAME, question, seed).parts[0].key
    return str(next(each["text"] for each in key["options"] if each["id"] == key["answer"]))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_ways_bring_what_a_function_along_a_path_does(seed: int) -> None:
    v, key = drawn("flash-two-ways", seed)
    x, y, t = sympy.symbols("x y t")
    along = (v["fx"] * x + v["fy"] * y).subs({x: v["xt"] * t, y: v["yt"] * t})
    assert sympy.diff(along, t) == sympy.sympify(key)


@pytest.mark.parametrize("seed", SEEDS)
def test_at_the_tipping_place_the_neuron_says_one_half(seed: int) -> None:
    v, key = drawn("flash-tipping-place", seed)
    z = v["w"] * float(key) + float(f"{v['sign']}{v['size']}")
    assert 1 / (1 + np.exp(-z)) == pytest.approx(0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slope_of_the_bend_is_the_one_measured_where_it_says_so_much(seed: int) -> None:
    v, key = drawn("flash-bend", seed)
    z, h = np.log(float(v["a"]) / (1 - float(v["a"]))), 1e-5
    high, low = (1 / (1 + np.exp(-(z + step))) for step in (h, -h))
    assert float(key) == pytest.approx((high - low) / (2 * h), abs=1e-8)


@pytest.mark.parametrize("seed", range(8))
def test_a_gate_says_at_each_corner_what_it_is_called_for(seed: int) -> None:
    v, _ = drawn("flash-gate", seed)
    says = tuple(v["w1"] * p + v["w2"] * q > v["b"] for p, q in ((0, 0), (1, 0), (0, 1), (1, 1)))
    tables = {(0, 0, 0, 1): "AND", (0, 1, 1, 1): "OR", (0, 1, 0, 1): "only", (0, 0, 0, 0): "always says no"}
    assert tables[says] in chosen("flash-gate", seed)
    assert min(abs(v["w1"] * p + v["w2"] * q - v["b"]) for p in (0, 1) for q in (0, 1)) >= 10 / 2


@pytest.mark.parametrize("seed", SEEDS)
def test_a_product_of_matrices_has_the_outer_numbers(seed: int) -> None:
    v, _ = drawn("flash-outer-numbers", seed)
    product = np.ones((v["a"], v["b"])) @ np.ones((v["b"], v["c"])) @ np.ones((v["c"], v["d"]))
    assert chosen("flash-outer-numbers", seed) == rf"${product.shape[0]} \times {product.shape[1]}$"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_layer_has_as_many_dials_as_a_network_of_that_layer(seed: int) -> None:
    v, key = drawn("flash-how-many-dials", seed)
    assert len(seeded_network((v["m"], v["n"]), 1).parameters) == int(key)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_miss_costs_its_squared_distance_and_a_step_goes_downhill(seed: int) -> None:
    v, key = drawn("flash-misses-squared", seed)
    assert np.hypot(v["a1"] - v["y1"], v["a2"] - v["y2"]) ** 2 == pytest.approx(float(key))
    v, key = drawn("flash-one-step-down", seed)
    assert (float(key) - v["w"]) * v["slope"] < 0
    assert abs(float(key) - v["w"]) == v["step"] * abs(v["slope"])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_of_blame_is_the_row_of_slopes_measured(seed: int) -> None:
    v, key = drawn("a-row-of-blame", seed)
    inputs, y, h = np.array([v["x1"], v["x2"], 1]), float(v["y"]), 1e-6
    z = np.log(float(v["a"]) / (1 - float(v["a"])))
    for entry, heard in zip(key.strip("[]").split(","), inputs, strict=True):
        high, low = ((1 / (1 + np.exp(-(z + step * heard))) - y) ** 2 for step in (h, -h))
        assert float(sympy.sympify(entry)) == pytest.approx((high - low) / (2 * h), abs=1e-6)


def test_the_drawing_in_the_discussion_costs_and_turns_as_its_note_says() -> None:
    shown = figure("i-love-backpropagation", "ours")
    steps, cost = re.search(r"After ([\d,]+) steps the cost is ([\d.]+),", DISCUSSION).groups()  # type: ignore[union-attr]
    x, y = np.arange(100)[None] / 100, np.array(sampled(CURVES[shown["curve"]], 100)).T
    state = shown["state"]
    network = seeded_network((1, state["first"], state["second"], 2), state["seed"])
    trained = train(network, x, y, int(steps.replace(",", "")), state["aggression"])
    assert f"{trained.costs[-1]:.2g}" == f"{float(cost):.2g}"
    drawing = forward(trained.network, np.linspace(0, 1, 201)[None])[-1]
    assert [turns(row) for row in drawing] == [2, 2]
    assert [turns(np.append(row, row[:2])) for row in y] == [2, 4]


def turns(row: np.ndarray[Any, np.dtype[np.float64]]) -> int:
    """Return how often a row of numbers turns round."""
    return int(np.count_nonzero(np.diff(np.sign(np.diff(row)))))
