"""The keys of the graded quiz on all rules, held against SymPy and against curves through the table."""

from collections.abc import Callable

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.drawn_questions import are_equal, draw, in_sympy, key
from upslope.questions import Draw

QUIZ = "unleashing-the-toolbox"
X, T = sympy.symbols("x t")
PLACES = (0.1, 0.4, 0.9)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "question", ["every-term-its-own-rule", "a-quotient-with-a-chain", "the-highest-moment"]
)
def test_the_key_is_the_derivative_of_what_is_shown(question: str, seed: int) -> None:
    drawn = draw(QUIZ, question, seed)
    assert are_equal(key(drawn), sympy.diff(in_sympy(drawn.values["f"]), X), PLACES)


@pytest.mark.parametrize("seed", range(5))
def test_the_slope_at_zero_is_the_second_key(seed: int) -> None:
    drawn = draw(QUIZ, "a-quotient-with-a-chain", seed)
    assert sympy.simplify(sympy.diff(in_sympy(drawn.values["f"]), X).subs(X, 0) - key(drawn, 1)) == 0


@pytest.mark.parametrize("seed", range(5))
def test_the_constant_in_disguise_holds_no_x_and_is_not_zero(seed: int) -> None:
    constant = in_sympy(draw(QUIZ, "every-term-its-own-rule", seed).values["constant"])
    assert not constant.free_symbols
    assert abs(float(constant)) > 0.01


@pytest.mark.parametrize("seed", range(4))
def test_the_curve_is_highest_at_the_key(seed: int) -> None:
    drawn = draw(QUIZ, "the-highest-moment", seed)
    top, f = float(key(drawn, 1)), sympy.lambdify(X, in_sympy(drawn.values["f"]))
    places = np.linspace(0, 6 * top, 6001)
    assert places[np.argmax(f(places))] == pytest.approx(top, rel=1e-3)


def through(drawn: Draw, values: str, slopes: str) -> Callable[[float], float]:
    """Return a curve that has the values and the slopes of two rows of the table."""
    places, powers = np.array([1.0, 2.0, 3.0]), np.arange(6)
    heights, steepness = ([drawn.values[f"{row}{n}"] for n in (1, 2, 3)] for row in (values, slopes))
    columns = np.vstack([places[:, None] ** powers, powers * places[:, None] ** np.maximum(powers - 1, 0)])
    polynomial = np.linalg.solve(columns, np.array([*heights, *steepness], dtype=float))
    return lambda x: float(np.polyval(polynomial[::-1], x))


@pytest.mark.parametrize("seed", range(5))
def test_curves_with_the_values_and_slopes_of_the_table_have_the_slopes_that_are_asked_for(seed: int) -> None:
    drawn = draw(QUIZ, "numbers-without-formulas", seed)
    f, g = (through(drawn, values, slopes) for values, slopes in ("fs", "gt"))
    scale, lift, at = (drawn.values[name] for name in ("scale", "lift", "at"))
    wholes: list[Callable[[float], float]] = [
        lambda x: scale * f(x) + lift,
        lambda x: f(x) * g(x),
        lambda x: f(g(x)),
    ]
    for part, whole in enumerate(wholes):
        slope = (whole(at + 1e-6) - whole(at - 1e-6)) / 2e-6
        assert float(key(drawn, part)) == pytest.approx(slope, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("seed", range(4))
def test_the_height_has_the_given_speed_and_the_known_value(seed: int) -> None:
    drawn = draw(QUIZ, "back-to-the-height", seed)
    height = key(drawn)
    assert sympy.expand(sympy.diff(height, T) - in_sympy(drawn.values["speed"])) == 0
    assert height.subs(T, drawn.values["start"]) == drawn.values["height"]
    assert height.subs(T, drawn.values["later"]) == key(drawn, 1)
