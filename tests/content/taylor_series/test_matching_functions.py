"""The functions, pictures and orders of the matching quiz, against SymPy and against what is drawn."""

import math
import re
import runpy
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.taylor_series.lessons import draw
from upslope.course import default_course_path
from upslope.questions import Curve, Draw

NAME = "matching-functions-and-approximations"
QUESTIONS = default_course_path() / "taylor-series" / NAME / "questions"
X, U = sympy.symbols("x u")


def tables(question: str) -> dict[str, Any]:
    """Return the names of a question's file."""
    return runpy.run_path(str(QUESTIONS / question / "question.py"))


def plain(latex: str) -> sympy.Expr:
    """Return a formula of the quiz, in LaTeX, as an expression of SymPy."""
    text = re.sub(r"\\dfrac\{(.+?)\}\{(.+?)\}", r"((\1)/(\2))", latex).replace("\\,", "*")
    text = re.sub(r"\\sqrt\{(.+?)\}", r"sqrt(\1)", text).replace("\\ln", "log")
    text = re.sub(r"\\(sin|cos) x", r"\1(x)", text)
    text = re.sub(r"e\^\{(.+?)\}", r"exp(\1)", text).replace("e^x", "exp(x)")
    return sympy.sympify(text.replace("^", "**").replace("2x", "2*x"))


def heights(curve: Curve, *places: float) -> list[float]:
    """Return the heights of a drawn curve at some places."""
    points = np.array(sorted(point for piece in curve.pieces for point in piece))
    return [float(height) for height in np.interp(places, *points.T)]


def chosen(drawn: Draw) -> dict[str, Any]:
    """Return the right option of a choice."""
    key = drawn.parts[0].key
    return dict(next(each for each in key["options"] if each["id"] == key["answer"]))


def test_every_function_has_the_height_slope_and_bend_it_is_filed_under() -> None:
    for (height, slope, bend), functions in tables("name-the-function")["KINDS"].items():
        for latex, c1, c2 in functions:
            f = plain(latex)
            assert f.subs(X, 0) == height
            assert [float(f.diff(X, k).subs(X, 0)) for k in (1, 2)] == [c1, 2 * c2]
            assert (np.sign(c1), np.sign(c2)) == (slope, bend)


@pytest.mark.parametrize("seed", range(4))
def test_each_picture_shows_the_approximations_of_its_function(seed: int) -> None:
    drawn = draw(NAME, "name-the-function", seed)
    key = drawn.parts[0].key
    left, right = ({each["id"]: each for each in key[side]} for side in ("left", "right"))
    for pair in key["answer"].split(","):
        picture, name = (side[one] for side, one in zip((left, right), pair.split(":"), strict=True))
        f = plain(right[name["id"]]["text"].strip("$"))
        parabola = sum(f.diff(X, k).subs(X, 0) * X**k / sympy.factorial(k) for k in range(3))
        high = heights(picture_of(picture)[-1], -0.5, 0.5)
        assert high == pytest.approx([float(parabola.subs(X, at)) for at in (-0.5, 0.5)], abs=0.05)


def picture_of(option: dict[str, Any]) -> list[Curve]:
    """Return the curves of a picture among the options."""
    return [
        Curve(tuple(tuple(map(tuple, piece)) for piece in each["pieces"]))
        for each in option["plot"]["curves"]
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_series_of_a_trace_has_the_height_slope_and_bend_that_is_drawn(seed: int) -> None:
    drawn = draw(NAME, "read-it-off-the-trace", seed)
    low, middle, high = heights(drawn.values["picture"].curves[0], -0.2, 0, 0.2)
    text = chosen(drawn)["text"].strip("$").removeprefix("f(x) = ").removesuffix(r" + \dots")
    series = sympy.sympify(re.sub(r"(\d)x", r"\1*x", text).replace("^", "**"))
    assert series.coeff(X, 0) == pytest.approx(middle, abs=0.03)
    assert float(series.coeff(X, 1)) == pytest.approx((high - low) / 0.4, abs=0.15)
    assert float(series.coeff(X, 2)) == pytest.approx((high - 2 * middle + low) / 0.08, abs=0.5)


def test_the_curves_with_two_orders_have_the_derivatives_of_their_table() -> None:
    for text, slopes in tables("which-order-is-drawn")["CURVES"]:
        f = sympy.sympify(text)
        assert tuple(f.diff(U, k).subs(U, 0) for k in range(4)) == slopes
        assert all(slopes)


@pytest.mark.parametrize("seed", range(4))
def test_the_drawn_orders_are_the_degrees_of_the_drawn_lines(seed: int) -> None:
    drawn = draw(NAME, "which-order-is-drawn", seed)
    for part, line in zip(drawn.parts, drawn.values["picture"].curves[1:], strict=True):
        x, y = np.array(sorted(point for piece in line.pieces for point in piece)).T
        fits = [np.polyfit(x, y, order, full=True)[1] for order in range(4)]
        degree = next(order for order, rest in enumerate(fits) if not rest.size or rest[0] < 1e-3)
        assert degree == int(part.key["answer"])
        near = [drawn.values["about"] + step for step in (-0.5, 0.5)]
        gaps = np.abs(np.subtract(heights(line, *near), heights(drawn.values["picture"].curves[0], *near)))
        assert gaps.max() < 4 * 0.5 ** (degree + 1) / math.factorial(degree + 1) + 0.01


@pytest.mark.parametrize("seed", range(4))
def test_the_right_parabola_hugs_and_the_others_only_touch_or_cross(seed: int) -> None:
    drawn = draw(NAME, "touching-is-not-hugging", seed)
    about, right = drawn.values["about"], chosen(drawn)["id"]
    for option in drawn.parts[0].key["options"]:
        solid, dashed = picture_of(option)
        gaps = np.subtract(
            heights(dashed, about - 0.4, about + 0.4), heights(solid, about - 0.4, about + 0.4)
        )
        assert (np.abs(gaps).max() < 0.03) == (option["id"] == right)


@pytest.mark.parametrize("seed", range(3))
def test_the_dials_of_the_keyhole_are_half_the_bend_and_the_rest(seed: int) -> None:
    drawn = draw(NAME, "through-the-keyhole", seed)
    x, y = np.array(sorted(picture_of(dict(drawn.parts[0].key))[0].pieces[0])).T
    dials, near = [float(drawn.values[name]) for name in "abc"], np.abs(x) < 0.31
    assert np.polynomial.polynomial.polyfit(x[near], y[near], 2) == pytest.approx(dials, abs=0.02)
    assert float(drawn.values["bend"]) == 2 * dials[2]
