"""The answers of the quiz on Newton and Raphson in one dimension, found again by other means."""

import re
from typing import Any

import pytest
import sympy
from scipy.optimize import brentq, newton

from tests.content.optimisation.lessons import draw
from tests.content.optimisation.tangents import fate, function_of, landings, slope
from upslope.maths import evaluate, parse

ITEM = "newton-raphson-in-one-dimension"
SEEDS = range(3)
X = sympy.Symbol("x")


def value(answer: object) -> float:
    return float(evaluate(parse(str(answer)), {}))


def test_the_slope_of_degree_five_and_its_value() -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, "slope-of-the-sixth-degree", seed)
        f, right = (
            sympy.sympify(str(one).replace("^", "**"))
            for one in (drawn.values["f"], drawn.parts[0].key["answer"])
        )
        assert sympy.expand(f.diff(X) - right) == 0
        assert sympy.degree(right) == 5
        assert value(drawn.parts[1].key["answer"]) == int(right.subs(X, int(drawn.values["at"])))


def test_height_slope_and_first_landing() -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, "first-step-of-many", seed)
        f, start = function_of(drawn.values["f"]), float(drawn.values["start"])
        expected = [f(start), slope(f, start), landings(f, start, 1)[1]]
        assert [value(part.key["answer"]) for part in drawn.parts] == pytest.approx(expected)


def test_the_loop_and_the_table_settle_on_the_root() -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, "a-loop-for-the-table", seed)
        names: dict[str, Any] = {}
        exec(f"{drawn.parts[0].key['given']}\n{drawn.parts[0].key['answer']}", names)
        f, start = function_of(drawn.values["f"]), int(drawn.values["start"])
        assert names["f"](1.7) == pytest.approx(f(1.7))
        assert names["dfdx"](1.7) == pytest.approx(slope(f, 1.7))
        points = names["search"](start, 6)
        assert points == pytest.approx(landings(f, start, 6))
        assert points[-1] == pytest.approx(newton(f, start), abs=1e-8)
        told = [float(drawn.values[f"x{n}"]) for n in range(5)]
        assert told == pytest.approx(points[:5], abs=1e-8)
        assert float(drawn.values["y1"].replace("−", "-")) == pytest.approx(f(points[1]), abs=1e-8)


def test_the_start_beside_a_turn_ends_as_is_said() -> None:
    for seed in range(5):
        drawn = draw(ITEM, "start-beside-a-turn", seed)
        f, start = function_of(drawn.values["f"]), float(drawn.values["start"])
        assert slope(f, float(drawn.values["turn"])) == pytest.approx(0)
        assert value(drawn.parts[0].key["answer"]) == pytest.approx(landings(f, start, 1)[1])
        key, target = drawn.parts[1].key, float(drawn.values["target"])
        said = next(one["text"] for one in key["options"] if one["id"] == key["answer"])
        words = {"target": "settles at $T$", "other": "another root"}
        assert {words[fate(f, start + nudge, target)] in said for nudge in (-0.01, 0, 0.01)} == {True}, seed


def test_two_points_lead_to_each_other_and_the_bracket_holds_the_root() -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, "a-pair-and-a-bracket", seed)
        f, start = function_of(drawn.values["f"]), float(drawn.values["start"])
        answers = [value(part.key["answer"]) for part in drawn.parts[:2]]
        assert landings(f, start, 2)[1:] == pytest.approx(answers)
        assert answers[1] == start != answers[0]
        below, above, low, high = (int(drawn.values[name]) for name in ("below", "above", "low", "high"))
        assert f(below) < 0 < f(above)
        root = brentq(f, low, high)
        assert float(drawn.values["root"]) == pytest.approx(root, abs=1e-6)
        given = re.sub(r".*import brentq\n", "", drawn.parts[2].key["given"])
        names: dict[str, Any] = {}
        exec(f"{given}\n{drawn.parts[2].key['answer']}", names)
        assert names["root"] == pytest.approx(root)
