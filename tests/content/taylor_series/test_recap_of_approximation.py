"""What the one-page summary says of the logarithm, and its ten flash questions."""

import math
import re
import runpy
import tomllib
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from tests.content.taylor_series.lessons import draw, is_done, lesson_text, numbers, told
from upslope.course import default_course_path

NAME = "recap"
X, Y, N = sympy.symbols("x y n")
FLASH = tomllib.loads(lesson_text(NAME).split("---")[1])["flash"]
SEEDS = range(4)


def drawn(question: str, seed: int) -> tuple[dict[str, Any], str]:
    """Return the values of a question with one part, and its key."""
    one = draw(NAME, question, seed)
    return dict(one.values), str(one.parts[0].key["answer"])


def plain(latex: str) -> sympy.Expr:
    """Return a formula of the flash questions, in LaTeX, as an expression of SymPy."""
    text = latex.strip("$").replace("\\dfrac", "\\frac").replace("\\,", "*")
    text = re.sub(r"\\frac\{(.+?)\}\{(.+?)\}", r"((\1)/(\2))", text).replace("\\ln", "log")
    text = re.sub(r"e\^\{(.+?)\}", r"exp(\1)", text)
    text = re.sub(r"\\(sin|cos) x", r"\1(x)", text).replace("\\", "").replace("^", "**")
    return sympy.sympify(re.sub(r"(\d)x", r"\1*x", text))


@pytest.mark.parametrize(("a", "n", "b"), [(1, 1, 1.1), (1, 3, 1.5), (1, 8, 2.6), (2, 8, 2.6)])
def test_what_red_says_is_the_series_of_the_logarithm(a: float, n: int, b: float) -> None:
    terms = [math.log(a)] + [(-1) ** (k + 1) * ((b - a) / a) ** k / k for k in range(1, n + 1)]
    assert numbers(NAME, "ear", a=a, n=n, b=b)["off"] == pytest.approx(sum(terms) - math.log(b))


def test_half_the_step_leaves_about_a_quarter_of_the_error() -> None:
    ratio = told(NAME, "ear", 3)["off"] / told(NAME, "ear", 1)["off"]
    assert told(NAME, "ear", 3)["b"] - 1 == pytest.approx((told(NAME, "ear", 1)["b"] - 1) / 2)
    assert ratio == pytest.approx(0.25, abs=0.03)


def test_beyond_the_light_order_eight_is_worse_than_order_three_and_inside_it_is_better() -> None:
    dark, moved = told(NAME, "ear", 6), told(NAME, "ear", 8)
    assert dark["b"] > dark["reach"]
    assert abs(dark["off"]) > abs(numbers(NAME, "ear", n=3, b=dark["b"])["off"])
    assert moved["b"] < moved["reach"] == 4
    assert abs(moved["off"]) < 2e-6


def test_the_task_is_done_only_outside_the_light() -> None:
    done = [
        (a, b)
        for a in (0.6, 1.0, 2.0)
        for b in np.linspace(0.15, 4.9, 30)
        if is_done(NAME, "ear", a=a, n=5, b=float(b))
    ]
    assert done
    assert all(b > 2 * a for a, b in done)


def test_there_are_ten_flash_questions_of_one_part_and_no_checkpoint_is_among_them() -> None:
    assert len(set(FLASH)) == 10
    assert not set(re.findall(r"```checkpoint\n(.+)\n```", lesson_text(NAME))) & set(FLASH)
    assert all(len(draw(NAME, question, 0).parts) == 1 for question in FLASH)


@pytest.mark.parametrize("seed", SEEDS)
def test_derivatives_and_dials_belong_together(seed: int) -> None:
    v, key = drawn("flash-dial-for-the-bend", seed)
    assert sympy.diff(sympy.sympify(key) * X**2, X, 2) == v["bend"]
    v, key = drawn("flash-out-of-the-series", seed)
    assert sympy.diff(v["c"] * X ** v["n"], X, len(v["dashes"])) == int(key)
    v, key = drawn("flash-powers-of-what", seed)
    assert sympy.sympify(key) == X - v["a"]


def mirrored(text: str) -> str:
    """Return whether a function is odd, even or neither, from values left and right of 0."""
    f = sympy.lambdify(X, plain(text))
    here, there = (np.array([f(sign * x) for x in (0.3, 0.7, 1.1)]) for sign in (1, -1))
    return "even" if np.allclose(here, there) else "odd" if np.allclose(here, -there) else "neither"


def test_odd_even_or_neither_is_told_by_the_mirror_image() -> None:
    path = default_course_path() / "taylor-series" / NAME / "questions" / "flash-fold-the-picture"
    for kind, functions in runpy.run_path(str(path / "question.py"))["FUNCTIONS"].items():
        assert {mirrored(text.format(a=4, o=3)) for text in functions} == {kind}
    key = draw(NAME, "flash-fold-the-picture", 0).parts[0].key
    said = next(one["text"] for one in key["options"] if one["id"] == key["answer"])
    assert mirrored(draw(NAME, "flash-fold-the-picture", 0).values["f"]) == said


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_along_a_line_and_on_a_plane(seed: int) -> None:
    v, key = drawn("flash-along-the-tangent", seed)
    line = v["height"] + v["slope"] * (Fraction(v["b"]) - v["a"])
    assert Fraction(key) == line
    v, key = drawn("flash-on-the-plane", seed)
    step = [float(n) for n in re.findall(r"-?\d+\.?\d*", v["step"])]
    assert float(Fraction(key)) == pytest.approx(v["height"] + np.dot([v["p"], v["q"]], step))
    v, key = drawn("flash-smaller-step", seed)
    assert (0.1 ** v["n"]) / ((0.1 / v["k"]) ** v["n"]) == pytest.approx(int(key))


@pytest.mark.parametrize("seed", range(8))
def test_a_radius_is_the_distance_to_the_nearest_place_where_it_breaks_down(seed: int) -> None:
    v, key = drawn("flash-how-far-the-light", seed)
    f = plain(v["f"])
    inside = f.args[0] if f.func == sympy.log else 1 / f
    assert min(abs(complex(root) - v["a"]) for root in sympy.solve(inside, X)) == pytest.approx(int(key))
    assert f.func != sympy.log or inside.subs(X, v["a"]) > 0


@pytest.mark.parametrize("seed", range(10))
def test_a_function_has_the_series_and_the_general_term_it_is_told_by(seed: int) -> None:
    v, _ = drawn("flash-which-function", seed)
    f = plain(re.sub(r"\\(sin|cos)\(", r"\1(", v["answer"]).replace("$", ""))
    first = re.sub(r"(\d)!", r"factorial(\1)", v["series"]).removesuffix(r"\dots").strip(" +-")
    text = re.sub(r"\\frac\{(.+?)\}\{(.+?)\}", r"((\1)/(\2))", first).replace("^", "**")
    shown = sympy.sympify(re.sub(r"(\d)x", r"\1*x", text))
    degree = int(sympy.degree(shown, X))
    assert sympy.expand(sympy.series(f, X, 0, degree + 1).removeO() - shown) == 0


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_a_surface_is_its_total_degree(seed: int) -> None:
    v, key = drawn("flash-flat-tilted-curved", seed)
    text = re.sub(r"(\d)\(", r"\1*(", v["g"]).replace(r"\,", "*").replace("^", "**")
    assert sympy.Poly(sympy.sympify(text), X, Y).total_degree() == int(key)


@pytest.mark.parametrize("seed", range(6))
def test_a_short_step_is_taken_by_the_series_of_order_two(seed: int) -> None:
    v, key = drawn("a-step-from-home", seed)
    f = plain(v["f"].replace(r"\sqrt{x}", "x^{1/2}").replace("{1/2}", "(1/2)").replace("e^x", "e^{x}"))
    step = float(v["b"]) - v["a"]
    values = [float(f.diff(X, k).subs(X, v["a"])) for k in range(3)]
    assert [float(v[name]) for name in ("height", "slope", "bend")] == pytest.approx(values)
    assert float(sympy.sympify(key)) == pytest.approx(values[0] + values[1] * step + values[2] * step**2 / 2)
    assert float(v["truth"]) == pytest.approx(float(f.subs(X, float(v["b"]))), abs=6e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_height_row_and_square_make_the_two_orders(seed: int) -> None:
    one = draw(NAME, "slopes-and-bends-in-two", seed)
    v = one.values
    step, square = (
        np.array([int(n) for n in re.findall(r"-?\d+", str(v[name]))]) for name in ("step", "hessian")
    )
    first = v["height"] + np.dot([v["p"], v["q"]], step)
    second = first + step @ square.reshape(2, 2) @ step / 2
    assert [float(Fraction(part.key["answer"])) for part in one.parts] == [first, second]
