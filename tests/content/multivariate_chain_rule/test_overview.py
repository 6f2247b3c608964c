"""What the overview says of the machine and of the kitchen, and what its questions count right."""

from math import prod, tanh

import pytest
import sympy

from tests.content.multivariate_chain_rule.drawn_chains import LETTERS, draw, in_sympy, key
from tests.content.multivariate_chain_rule.lessons import is_done, numbers, told

NAME = "overview"
SLOPES = {"a": "ga", "p": "gp", "r": "gr"}
ALL = ("ga", "gp", "gb", "gq", "gc", "gd", "gr")


@pytest.mark.parametrize("dial", SLOPES)
def test_an_arrow_is_the_slope_of_the_cost_by_its_dial(dial: str) -> None:
    now = numbers(NAME, "machine")
    near = [numbers(NAME, "machine", **{dial: now[dial] + step})["cost"] for step in (1e-4, -1e-4)]
    assert now[SLOPES[dial]] == pytest.approx((near[0] - near[1]) / 2e-4, abs=1e-6)


def test_the_longest_arrow_belongs_to_a_dial_that_is_neither_the_last_nor_the_largest() -> None:
    now = told(NAME, "machine", 7)
    assert max(ALL, key=lambda name: abs(now[name])) == "ga"
    assert now["ga"] < 0
    assert max("apbqcdr", key=lambda name: abs(now[name])) == "b"
    assert abs(now["gb"]) < abs(now["ga"]) / 100


def test_with_the_last_dial_the_whole_curve_goes_up_and_the_cost_with_it() -> None:
    before, after = told(NAME, "machine", 2), told(NAME, "machine", 3)
    assert after["r"] > before["r"]
    assert after["cost"] > before["cost"]


def test_the_dial_far_back_moves_the_left_half_alone() -> None:
    z: dict[float, list[float]] = {}
    for a in (told(NAME, "machine", 3)["a"], told(NAME, "machine", 4)["a"]):
        z[a] = [tanh(1.5 * tanh(a * x + 2) - 1.5 * tanh(3 * x - 2) - 1) for x in (-2, -1.5, 0.25, 0.5, 1, 2)]
    one, other = z.values()
    moved = [abs(p - q) for p, q in zip(one, other, strict=True)]
    assert min(moved[:2]) > 0.3
    assert max(moved[2:]) < 0.02


def test_at_the_end_every_arrow_is_nothing() -> None:
    end = told(NAME, "machine", 9)
    assert end["cost"] == pytest.approx(0, abs=1e-12)
    assert max(abs(end[name]) for name in ALL) < 1e-9


def test_the_kitchens_chain_is_the_slope_of_its_cost_and_dies_at_two_pinches() -> None:
    for s in (0.5, 2, 3.5):
        slope = (
            numbers(NAME, "kitchen", s=s + 0.001)["cost"] - numbers(NAME, "kitchen", s=s - 0.001)["cost"]
        ) / 0.002
        assert numbers(NAME, "kitchen", s=s)["chain"] == pytest.approx(slope)
    assert [s for s in range(5) if is_done(NAME, "kitchen", s=s)] == [2]


@pytest.mark.parametrize("seed", range(3))
def test_the_questions_have_the_answers_that_follow_from_their_prompts(seed: int) -> None:
    cost = draw(NAME, "slope-of-the-cost", seed)
    height = in_sympy(cost.values["p"]).subs(LETTERS["h"], in_sympy(cost.values["h"]))
    slope = sympy.diff((height - cost.values["wanted"]) ** 2, LETTERS["s"])
    assert sympy.expand(key(cost, "slope") - slope) == 0
    chain = draw(NAME, "pinch-to-plate", seed)
    assert key(chain, "rate") == prod(chain.values[name] for name in "abc")
    blame = draw(NAME, "who-is-to-blame", seed)
    ends = [line.split("= ")[1].strip("$") for line in str(blame.values["products"]).splitlines()]
    sizes = [sympy.Rational(*map(int, end.strip("\\tfrac{}").split("}{"))) for end in ends]
    best = str(blame.values["products"]).splitlines()[sizes.index(max(sizes))]
    assert best.startswith(f"- {blame.values['answer']}:")
    assert sizes.count(max(sizes)) == 1
