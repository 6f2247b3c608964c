"""The answer keys of derivative questions, checked by a computer algebra system that had no part in them."""

import runpy

import numpy as np
import pytest
import sympy

from upslope.course import default_course_path
from upslope.maths import Expression, evaluate, parse
from upslope.questions import Draw

QUESTIONS = [
    "definition-of-a-derivative/questions/term-by-term",
    "practising-the-product-rule/questions/two-linear-factors",
    "practising-the-product-rule/questions/power-times-trig",
    "practising-the-product-rule/questions/quotient",
    "practising-the-product-rule/questions/three-factors-used",
]
X = sympy.Symbol("x")


def draw(question: str, seed: int) -> Draw:
    script = default_course_path() / "what-is-calculus" / question / "question.py"
    drawn = runpy.run_path(str(script))["generate"](np.random.default_rng(seed))
    assert isinstance(drawn, Draw)
    return drawn


def sympy_slope(f: Expression, x: float) -> float:
    text = str(f).replace("^", "**")
    return float(sympy.diff(sympy.sympify(text, locals={"e": sympy.E}), X).subs(X, x).evalf(20))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("seed", range(12))
def test_the_key_is_the_derivative_of_what_is_shown(question: str, seed: int) -> None:
    drawn = draw(question, seed)
    key = parse(drawn.parts[0].key["answer"])
    for x in (0.7, 1.9, 2.6):
        assert evaluate(key, {"x": x}) == pytest.approx(sympy_slope(drawn.values["f"], x), rel=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_the_quotient_over_one_denominator_is_the_key(seed: int) -> None:
    drawn = draw("practising-the-product-rule/questions/quotient", seed)
    for x in (0.7, 1.9, 2.6):
        shown = evaluate(drawn.values["quotient"], {"x": x})
        assert shown == pytest.approx(sympy_slope(drawn.values["f"], x), rel=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_the_slope_at_zero_is_the_second_key(seed: int) -> None:
    drawn = draw("practising-the-product-rule/questions/three-factors-used", seed)
    assert float(drawn.parts[1].key["answer"]) == pytest.approx(sympy_slope(drawn.values["f"], 0.0))


@pytest.mark.parametrize("seed", range(12))
def test_the_slope_before_the_limit_is_rise_over_run(seed: int) -> None:
    drawn = draw("definition-of-a-derivative/questions/before-the-limit", seed)
    f, key = drawn.values["f"], parse(drawn.parts[0].key["answer"], ("x", "h"))
    for x, h in ((0.7, 0.5), (-1.3, 1.7)):
        rise = evaluate(f, {"x": x + h}) - evaluate(f, {"x": x})
        assert evaluate(key, {"x": x, "h": h}) == pytest.approx(rise / h)
