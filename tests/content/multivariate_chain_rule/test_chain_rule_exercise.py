"""The answers of the quiz on chains, found again by SymPy with everything put in, and by differences."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.multivariate_chain_rule.drawn_chains import LETTERS, draw, in_sympy, key, put_in

NAME = "chain-rule-exercise"
T = LETTERS["t"]


@pytest.mark.parametrize("seed", range(3))
def test_two_in_between(seed: int) -> None:
    drawn = draw(NAME, "two-in-between", seed)
    assert key(drawn, "rate") == put_in(drawn, "xy").diff(T).subs(T, 0)
    assert key(drawn, "column") == sympy.Matrix([in_sympy(drawn.values[name]).diff(T) for name in "xy"])


@pytest.mark.parametrize("seed", range(3))
def test_three_in_between(seed: int) -> None:
    drawn = draw(NAME, "three-in-between", seed)
    assert sympy.expand(key(drawn, "rate") - put_in(drawn, "xyz").diff(T)) == 0
    f = in_sympy(drawn.values["f"])
    assert sympy.expand(
        key(drawn, "row") - sympy.Matrix([[f.diff(LETTERS[name]) for name in "xyz"]])
    ).is_zero_matrix


@pytest.mark.parametrize("seed", range(3))
def test_two_layers_of_nesting(seed: int) -> None:
    drawn = draw(NAME, "two-layers-of-nesting", seed)
    assert key(drawn, "rate") == put_in(drawn, "xy", "uv").diff(T).subs(T, 1)
    place = sympy.Matrix([in_sympy(drawn.values[name]) for name in "xy"])
    assert key(drawn, "middle") == place.jacobian([LETTERS["u"], LETTERS["v"]])


@pytest.mark.parametrize("seed", range(3))
def test_one_order_of_three_fits(seed: int) -> None:
    values = draw(NAME, "which-product-fits", seed).values
    k, m, n = (int(values[name]) for name in "kmn")
    shapes = {"f": (1, n), "c": (n, m), "b": (m, k)}
    fitting = [
        order
        for order in ("fcb", "fbc", "bcf", "bfc", "cbf", "cfb")
        if all(shapes[one][1] == shapes[other][0] for one, other in pairwise(order))
    ]
    assert fitting == ["fcb"]
    assert values["paths"] == np.linalg.multi_dot([np.ones(shapes[one]) for one in "fcb"])[0, 0]


@pytest.mark.parametrize("seed", range(3))
def test_the_line_of_python_gives_the_slope_of_what_it_is_given(seed: int) -> None:
    drawn = draw(NAME, "multiply-with-at", seed)
    names: dict[str, Any] = {}
    exec(drawn.parts[0].key["given"] + "\n" + drawn.parts[0].key["answer"], names)

    def f(t: float) -> float:
        x, y = names["x"](names["u"](t))
        return float(names["J_f"](np.array([0, 1]))[0, 0] * x * y)

    assert names["dfdt"](1.3).shape == (1, 1)
    assert names["dfdt"](1.3).item() == pytest.approx((f(1.3001) - f(1.2999)) / 0.0002, rel=1e-5)
    assert f"{names['dfdt'](1).item():.2f}" == drawn.values["value"]
