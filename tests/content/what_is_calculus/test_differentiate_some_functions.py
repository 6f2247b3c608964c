"""The keys of the quiz on powers and sums, worked out again by SymPy."""

import runpy

import numpy as np
import pytest
import sympy

from upslope.course import default_course_path
from upslope.maths import Expression, evaluate, parse
from upslope.questions import Draw

NAME = "differentiate-some-functions"
SEEDS = range(4)
X = sympy.Symbol("x", positive=True)


def draw(question: str, seed: int) -> Draw:
    script = default_course_path() / "what-is-calculus" / NAME / "questions" / question / "question.py"
    drawn = runpy.run_path(str(script))["generate"](np.random.default_rng(seed))
    assert isinstance(drawn, Draw)
    return drawn


def as_sympy(expression: Expression) -> sympy.Expr:
    return sympy.sympify(str(expression).replace("^", "**"), locals={"x": X})


def key(drawn: Draw, part: int = 0) -> Expression:
    return parse(drawn.parts[part].key["answer"], ("x", "C"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("question", ["a-tall-power", "between-whole-exponents", "a-sum-with-a-reciprocal"])
def test_the_key_is_the_slope_of_what_is_shown(question: str, seed: int) -> None:
    drawn = draw(question, seed)
    slope = sympy.diff(as_sympy(drawn.values["f"]), X)
    for x in (0.6, 1.3):
        assert evaluate(key(drawn), {"x": x}) == pytest.approx(float(slope.subs(X, x)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slope_of_the_tall_power_at_minus_one_is_its_product_with_a_sign(seed: int) -> None:
    drawn = draw("a-tall-power", seed)
    f = as_sympy(drawn.values["f"])
    assert sympy.diff(f, X).subs(X, -1) == int(drawn.parts[1].key["answer"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_road_changes_its_bend_where_the_key_says_and_in_the_way_it_is_told(seed: int) -> None:
    drawn = draw("how-the-road-bends", seed)
    h, place = as_sympy(drawn.values["h"]), int(drawn.parts[1].key["answer"])
    bend = sympy.diff(h, X, 2)
    before, at, after = (bend.subs(X, place + step) for step in (-1, 0, 1))
    assert evaluate(key(drawn), {"x": 1.7}) == pytest.approx(float(bend.subs(X, 1.7)))
    assert at == 0
    assert drawn.values["change"] == ("hilltop to bowl" if before < 0 < after else "bowl to hilltop")
    levels = [int(mistake.wrong) for mistake in drawn.parts[1].misconceptions]
    assert [sympy.diff(h, X).subs(X, level) for level in levels] == [0, 0]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_member_of_the_family_has_the_slope_that_is_given(seed: int) -> None:
    drawn = draw("every-curve-with-this-slope", seed)
    family, given = as_sympy(key(drawn)), as_sympy(drawn.values["slope"])
    assert sympy.expand(sympy.diff(family, X) - given) == 0
    assert sympy.diff(family, sympy.Symbol("C")) == 1
