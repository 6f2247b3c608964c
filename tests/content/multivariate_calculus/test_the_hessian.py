"""What the lesson on the Hessian says of hollows, summits and passes, against eigenvalues and search."""

import re
import tomllib

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize

from tests.content.multivariate_calculus.lessons import (
    draw,
    figure,
    is_done,
    lesson_text,
    numbers,
    told,
)
from tests.content.multivariate_calculus.matrices_in_sympy import (
    X,
    Y,
    answer,
    chosen,
    grid,
    in_letters,
    kind,
    same,
)

NAME = "the-hessian"
WORDS = {"minimum": "hollow", "maximum": "summit", "saddle": "pass"}


def word(a: float, b: float, c: float) -> list[str]:
    """Return the words that the figure shows for these three entries."""
    now = numbers(NAME, "bend", a=a, b=b, c=c)
    told_by = [(mark["text"], mark["when"]) for mark in figure(NAME, "bend")["mark"] if mark["is"] == "text"]
    return [text for text, when in told_by if eval(when, {}, {"det": now["det"], "a": a})]


def test_the_figure_names_the_land_by_its_principal_bends() -> None:
    rng = np.random.default_rng(1)
    for a, b, c in rng.uniform(-2, 2, (25, 3)):
        if abs(a * c - b * b) > 0.03:
            assert word(a, b, c) == [WORDS[kind(sympy.Matrix([[a, b], [b, c]]))]]
    assert word(1.2, 0.9798, 0.8) == ["trough"]


def test_the_twist_turns_the_hollow_into_a_pass_while_both_lines_bend_up() -> None:
    shown = [told(NAME, "bend", step) for step in (6, 7, 8)]
    assert [word(now["a"], now["b"], now["c"]) for now in shown] == [["hollow"], ["trough"], ["pass"]]
    assert all(now["a"] > 0 and now["c"] > 0 for now in shown)


def test_the_sum_of_squares_is_the_quadratic_form() -> None:
    a, b, c, x, y = sympy.symbols("a b c x y")
    squares = re.search(r"\\frac\{1\}\{2a\}\\Big(.*?)\\Big", lesson_text(NAME).split("squares only")[1])
    form = re.search(r"\\tfrac12\\left(.*?)\\right", lesson_text(NAME))
    assert squares
    assert form
    ours, half = (
        sympy.sympify(
            re.sub(r"\\,", "*", found[1])
            .replace("xy", "x*y")
            .replace("ac", "a*c")
            .replace("^", "**")
            .replace("2b", "2*b")
            + ")",
            locals={"a": a, "b": b, "c": c, "x": x, "y": y},
        )
        for found in (squares, form)
    )
    assert sympy.expand(ours / (2 * a) - half / 2) == 0


def test_the_worked_example_is_a_minimum_that_a_search_finds_too() -> None:
    fence = re.search(r"```worked-example\n(.*?)```", lesson_text(NAME), re.DOTALL)
    assert fence
    example = tomllib.loads(fence[1])
    f = in_letters(re.sub(r"3 x y", "3*x*y", example["function"]))
    height = sympy.lambdify((X, Y), f)
    found = minimize(lambda place: height(*place), (1.3, 0.7))
    assert np.allclose(found.x, [float(example["at"][letter]) for letter in "xy"], atol=1e-4)


@pytest.mark.parametrize(
    ("land", "climbs", "falls"), [("x**2 + y**4", 4, 0), ("x**2 - y**4", 2, 2), ("x**2 + y**3", 3, 1)]
)
def test_three_lands_with_one_hessian_are_three_different_places(land: str, climbs: int, falls: int) -> None:
    named = [found.replace("^", "**") for found in re.findall(r"\$(x\^2 [+-] y\^\d)\$", lesson_text(NAME))]
    assert land in named
    f = in_letters(land)
    assert sympy.hessian(f, (X, Y)).subs({X: 0, Y: 0}) == sympy.diag(2, 0)
    around = [float(f.subs({X: x, Y: y})) for x, y in ((0.1, 0), (-0.1, 0), (0, 0.1), (0, -0.1))]
    assert (sum(h > 0 for h in around), sum(h < 0 for h in around)) == (climbs, falls)


def test_in_the_egg_box_only_passes_do_the_task() -> None:
    half = np.pi / 2
    assert is_done(NAME, "eggs", p=0, q=0)
    assert not any(is_done(NAME, "eggs", p=p, q=q) for p in (half, -half) for q in (half, -half))
    assert not is_done(NAME, "eggs", p=0.5, q=0)
    now = numbers(NAME, "eggs", p=0, q=0)
    assert (now["a"], now["b"], now["c"]) == pytest.approx((0, 1, 0))


@pytest.mark.parametrize("seed", range(3))
def test_the_checkpoints_agree_with_sympy(seed: int) -> None:
    square, moor = draw(NAME, "slopes-of-slopes", seed), draw(NAME, "bowl-dome-or-saddle", seed)
    assert same(grid(answer(square, "hessian")), sympy.hessian(in_letters(square.values["f"]), (X, Y)))
    assert kind(grid(moor.values["hessian"])) in chosen(moor, "kind")
    drawn = draw(NAME, "mark-the-pass", seed)
    f = in_letters(drawn.values["f"])
    level = sympy.solve([f.diff(X), f.diff(Y)], [X, Y], dict=True)
    kinds = {kind(sympy.hessian(f, (X, Y)).subs(place)): place for place in level}
    passes = [place for place in level if kind(sympy.hessian(f, (X, Y)).subs(place)) == "saddle"]
    marked = [tuple(map(float, point.split())) for point in answer(drawn, "passes").split(";")]
    assert sorted(marked) == sorted((float(place[X]), float(place[Y])) for place in passes)
    height, side = str(drawn.values["corner"]).split()[:2]
    summit, hollow = kinds["maximum"], kinds["minimum"]
    assert (height, side) == (
        "upper" if summit[Y] > hollow[Y] else "lower",
        "right" if summit[X] > hollow[X] else "left",
    )
