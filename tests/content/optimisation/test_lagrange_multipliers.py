"""The answers of the quiz on Lagrange multipliers, against scipy, SymPy and the constraint put in."""

import re
from math import sqrt
from typing import Any

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize_scalar, root

from tests.content.optimisation.lessons import draw
from upslope.questions import Draw

ITEM = "lagrange-multipliers"
X, Y = sympy.symbols("x y")


def run(program: str, given: str) -> dict[str, Any]:
    names: dict[str, Any] = {"np": np, "root": root}
    exec(given.replace("from scipy.optimize import root", ""), names)
    exec(program, names)
    return names


def key(drawn: Draw, part: int = 0) -> dict[str, Any]:
    return dict(drawn.parts[part].key)


def as_sympy(text: object) -> sympy.Expr:
    return sympy.sympify(str(text).replace("^", "**"))


@pytest.mark.parametrize("seed", range(6))
def test_our_slopes_in_code_are_those_of_sympy(seed: int) -> None:
    drawn = draw(ITEM, "slopes-of-a-constraint", seed)
    g = as_sympy(drawn.values["g"])
    slopes = run(key(drawn)["answer"], "")["dg"](1.3, -0.7)
    exact = [float(sympy.diff(g, by).subs({X: 1.3, Y: -0.7})) for by in (X, Y)]
    assert list(slopes) == pytest.approx(exact)


@pytest.mark.parametrize("seed", range(6))
def test_no_beam_of_another_width_is_stronger_than_ours(seed: int) -> None:
    drawn = draw(ITEM, "the-strongest-beam", seed)
    found = run(key(drawn)["answer"], "")
    thick = drawn.values["thick"]
    best = minimize_scalar(lambda x: -x * (thick**2 - x**2), bounds=(0, thick), method="bounded").x
    assert (found["x"], found["y"]) == pytest.approx((best, sqrt(thick**2 - best**2)), rel=1e-4)
    assert found["y"] ** 2 == pytest.approx(found["lam"] * 2 * found["x"])


def test_our_loop_finds_the_lowest_value_on_every_circle() -> None:
    seen: set[int] = set()
    for seed in range(60):
        if len(seen) == 9:
            break
        drawn = draw(ITEM, "other-starts-other-places", seed)
        k = drawn.values["k"]
        if k in seen:
            continue
        seen.add(k)
        angle = np.linspace(0, 2 * np.pi, 20_001)
        radius = sqrt(drawn.values["square"])
        on_the_circle = radius**3 * np.cos(angle) ** 2 * np.sin(angle)
        given = key(drawn)["given"]
        assert run(key(drawn)["answer"], given)["lowest"] == pytest.approx(on_the_circle.min(), rel=1e-5)
        first = run("place = root(equations, [0.1, 3, 1]).x", given)["place"]
        assert first[0] == pytest.approx(0, abs=1e-6)
        lowest = run("place = root(equations, [5, -5, 1]).x", given)["place"]
        assert lowest[2] == pytest.approx(float(key(drawn, 1)["answer"]))
    assert len(seen) >= 7


@pytest.mark.parametrize("seed", range(6))
def test_the_function_has_the_gradient_and_the_value_that_are_given(seed: int) -> None:
    drawn = draw(ITEM, "from-the-gradient-back", seed)
    f = as_sympy(key(drawn)["answer"])
    for by, name in ((X, "by_x"), (Y, "by_y")):
        assert sympy.expand(sympy.diff(f, by) - as_sympy(drawn.values[name])) == 0
    assert f.subs({X: 0, Y: 0}) == drawn.values["d"]


@pytest.mark.parametrize("seed", range(6))
def test_no_other_share_of_the_load_is_cheaper_and_lambda_is_the_price_of_one_more(seed: int) -> None:
    drawn = draw(ITEM, "two-power-stations", seed)
    a, b = map(int, re.findall(r"(\d+)\*[xy]", str(drawn.values["f"])))
    load = drawn.values["load"]

    def cheapest(total: float) -> Any:
        return minimize_scalar(lambda x: a * x**2 + b * (total - x) ** 2)

    x, y, multiplier, cost = (float(sympy.Rational(str(key(drawn, n)["answer"]))) for n in range(4))
    assert (x, x + y, cost) == pytest.approx((cheapest(load).x, load, cheapest(load).fun), rel=1e-6)
    assert multiplier == pytest.approx(
        (cheapest(load + 0.01).fun - cheapest(load - 0.01).fun) / 0.02, rel=1e-4
    )
