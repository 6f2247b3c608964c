"""The drive of the overview is that of the next lessons, and its four curves are as they are described."""

import re

import numpy as np
import pytest
import sympy

from tests.content.what_is_calculus.lessons import figure

T = sympy.Symbol("t")
DRIVE, FOUR = figure("overview", "drive"), figure("overview", "four")
METRES = sympy.sympify(DRIVE["functions"]["s(t)"].replace("^", "**"))


def test_the_speed_is_that_of_the_car_in_the_lesson_on_slopes() -> None:
    trip = sympy.sympify(figure("rise-over-run", "trip")["function"].replace("^", "**")).subs(
        sympy.Symbol("x"), T
    )
    assert sympy.simplify(sympy.diff(METRES, T) - trip) == 0


def test_the_car_is_fastest_at_second_6_and_stands_before_the_cat() -> None:
    speed = sympy.lambdify(T, sympy.diff(METRES, T))
    times = np.linspace(0, 9, 901)
    assert times[np.argmax(speed(times))] == pytest.approx(6)
    assert speed(9) == pytest.approx(0)
    cat = next(mark for mark in DRIVE["mark"] if mark.get("part") == "cat")
    stops = float(METRES.subs(T, 9))
    assert stops < min(x for x, _ in cat["points"]) < stops + 5


def curve(choice: int, x: np.ndarray) -> np.ndarray:
    """Return the heights of the curve that one choice shows, out of the formula for all of them."""
    text = FOUR["functions"]["f(x)"].replace("e^", "exp").replace("^", "**")
    text = re.sub(r"(\d) (sin|exp|x)", r"\1*\2", text)
    names = {"sin": np.sin, "exp": np.exp, "tanh": np.tanh, "abs": abs, "clamp": lambda u: min(max(u, 0), 1)}
    return np.asarray(eval(text, {**names, "x": x, "kind": choice}))


PLACES = np.linspace(-3, 3, 601)


def test_only_the_smile_has_a_straight_line_for_its_slope() -> None:
    slopes = [np.gradient(curve(k, PLACES), PLACES)[1:-1] for k in range(4)]
    straight = [k for k in range(4) if np.ptp(np.diff(slopes[k])) < 1e-9]
    assert [FOUR["choice"][0]["options"][k] for k in straight] == ["smile"]


def test_the_four_curves_lie_in_their_windows() -> None:
    windows = {panel["id"]: panel["view"] for panel in FOUR["panel"]}
    for k in range(4):
        heights = curve(k, PLACES)
        for name, values in (("curve", heights), ("slope", np.gradient(heights, PLACES))):
            assert windows[name][2] < np.min(values)
            assert np.max(values) < windows[name][3]
