"""The questions below the Taylor explorer, checked with NumPy and SymPy."""

import re
from collections.abc import Callable

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray

from tests.content.taylor_series.lessons import draw, variants

ITEM = "taylor-explorer"
X = sympy.Symbol("x")
WAVES: dict[str, Callable[[NDArray[np.float64]], NDArray[np.float64]]] = {
    "e^x": np.exp,
    "sin(x)": np.sin,
    "cos(x)": np.cos,
    "e^(-x)": lambda x: np.exp(-x),
}


def test_the_order_said_is_the_first_that_is_good_all_the_way() -> None:
    for seed in range(6):
        found = draw(ITEM, "orders-enough", seed)
        text, end = str(found.values["f"]), float(found.values["end"])
        x = np.linspace(0, end, 400)
        slopes = sympy.sympify(text.replace("^", "**"), locals={"e": sympy.E, "x": X})
        dials = [float(sympy.diff(slopes, X, k).subs(X, 0) / sympy.factorial(k)) for k in range(13)]
        worst = [np.abs(np.polyval(dials[order::-1], x) - WAVES[text](x)).max() for order in range(13)]
        assert np.argmax(np.array(worst) <= 0.01) == int(found.parts[0].key["answer"])


def test_the_number_read_off_is_a_derivative_over_a_factorial() -> None:
    for seed in range(6):
        found = draw(ITEM, "read-a-coefficient", seed)
        f = sympy.sympify(str(found.values["f"]).replace("^", "**"), locals={"e": sympy.E, "x": X})
        power = int(found.values["power"])
        slope = sympy.diff(f, X, power).subs(X, 0)
        assert sympy.Rational(found.parts[0].key["answer"]) == slope / sympy.factorial(power)


def test_the_reach_is_the_way_to_where_the_function_breaks_down() -> None:
    for variant in variants(ITEM, "how-far-it-reaches", 6):
        inside, at = (
            re.search(r"\(?x \+ (\d)\)`", variant.prompt),
            re.search(r"point to \$(\d)\$", variant.prompt),
        )
        assert inside
        assert at
        assert int(variant.parts[0].key["answer"]) == pytest.approx(
            abs(int(at[1]) - sympy.solve(X + int(inside[1]))[0])
        )
