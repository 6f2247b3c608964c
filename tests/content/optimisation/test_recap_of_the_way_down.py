"""The three ways of the recap, walked again with NumPy, and its quick questions worked anew."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from tests.content.optimisation.lessons import draw, is_done, numbers, told

LESSON = "recap"


def height(x: float, y: float) -> float:
    return x**4 / 16 + x**2 / 4 + 2 * y**2


def walked(size: float | None, steps: int) -> float:
    """Return the height after plain steps of this size, or after steps along tangents."""
    x, y = 3.0, 1.2
    for _ in range(steps):
        slopes, bends = (x**3 / 4 + x / 2, 4 * y), (3 * x**2 / 4 + 1 / 2, 4)
        a, b = (size, size) if size else (1 / bends[0], 1 / bends[1])
        x, y = x - a * slopes[0], y - b * slopes[1]
    return height(x, y)


def test_the_walks_end_where_they_are_told_to() -> None:
    for step, size, count in ((2, 0.4, 6), (3, 0.5, 12), (5, None, 4)):
        assert told(LESSON, "three-ways", step)["height"] == pytest.approx(walked(size, count), abs=1e-9)
    assert f"{walked(None, 5):.9f}".startswith("0.0000000")
    assert walked(None, 5) > 1e-8
    assert told(LESSON, "three-ways", 3)["walk_b"] == pytest.approx(1.2)
    assert is_done(LESSON, "three-ways", n=12)
    assert not is_done(LESSON, "three-ways")
    assert not is_done(LESSON, "three-ways", n=12, s=0.1)


def test_the_contour_touches_the_fence_where_it_is_lowest() -> None:
    fence = {"type": "eq", "fun": lambda p: p[0] + p[1] - 2.75}
    lowest = minimize(lambda p: height(*p), (1.0, 1.0), constraints=[fence], tol=1e-12)
    assert lowest.x == pytest.approx([2, 0.75], abs=1e-4)
    moved = {"type": "eq", "fun": lambda p: p[0] + p[1] - 2.76}
    more = minimize(lambda p: height(*p), (1.0, 1.0), constraints=[moved], tol=1e-12)
    assert numbers(LESSON, "three-ways")["lam"] == pytest.approx((more.fun - lowest.fun) / 0.01, abs=0.02)


def key(question: str, seed: int) -> tuple[dict[str, Any], float]:
    drawn = draw(LESSON, question, seed)
    values = {name: _number(value) for name, value in drawn.values.items()}
    return values, float(Fraction(str(drawn.parts[0].key["answer"])))


def _number(value: object) -> Any:
    try:
        return float(Fraction(str(value)))
    except ValueError:
        return value


@pytest.mark.parametrize("seed", range(3))
def test_the_quick_questions_have_the_right_keys(seed: int) -> None:
    v, answer = key("flash-one-tangent", seed)
    assert v["height"] + v["slope"] * (answer - v["x"]) == 0
    v, answer = key("flash-to-the-bottom", seed)
    assert v["slope"] + v["bend"] * (answer - v["x"]) == 0
    v, answer = key("flash-a-step-down", seed)
    assert answer == pytest.approx(v["x"] - v["size"] * v["slope"])
    v, answer = key("flash-row-times-direction", seed)
    assert answer == pytest.approx(np.dot([v["p"], v["q"]], [v["u"], v["v"]]))
    assert np.hypot(v["u"], v["v"]) == pytest.approx(1)
    v, answer = key("flash-off-the-arrow", seed)
    assert answer == pytest.approx(v["steep"] * np.cos(np.radians(v["angle"])), abs=1e-9)
    v, answer = key("flash-too-long", seed)
    assert abs(1 - v["bend"] * answer) == pytest.approx(1)
    assert answer > 0
    v, answer = key("flash-in-one-line", seed)
    assert (v["p"], v["q"]) == (answer * v["r"], answer * v["s"])
    v, answer = key("flash-price-of-a-fence", seed)
    assert answer == pytest.approx(v["best"] + v["factor"] * (v["moved"] - v["c"]))
