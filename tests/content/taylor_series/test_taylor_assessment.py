"""The keys of the assessment, against SymPy and NumPy."""

import re
from fractions import Fraction

import numpy as np
import pytest
import sympy

from tests.content.taylor_series.lessons import draw

ITEM = "taylor-assessment"
X, Y = sympy.symbols("x y", positive=True)
NAMES = {"x": X, "y": Y, "e": sympy.E, "ln": sympy.log}


def as_sympy(text: object) -> sympy.Expr:
    return sympy.sympify(str(text).replace("^", "**"), locals=NAMES)


def expanded(f: sympy.Expr, about: int) -> sympy.Expr:
    terms = (sympy.diff(f, X, n).subs(X, about) / sympy.factorial(n) * (X - about) ** n for n in range(3))
    return sympy.expand(sum(terms))


@pytest.mark.parametrize("question", ["a-product-at-zero", "away-from-zero"])
def test_the_polynomials_are_those_of_sympy_and_no_mistake_leads_to_them(question: str) -> None:
    for seed in range(6):
        drawn = draw(ITEM, question, seed)
        about = int(drawn.values.get("about", 0))
        right = expanded(as_sympy(drawn.values["f"]), about)
        (part,) = drawn.parts
        assert sympy.expand(as_sympy(part.key["answer"]) - right) == 0
        for wrong in part.misconceptions:
            assert abs(complex((as_sympy(wrong.wrong) - right).subs(X, 1.37))) > 1e-6


def test_the_errors_follow_the_order_and_the_largest_step_has_the_wanted_error() -> None:
    for seed in range(10):
        drawn = draw(ITEM, "order-from-a-table", seed)
        order, step = (Fraction(part.key["answer"]) for part in drawn.parts)
        large, small = (float(str(drawn.values[name])) for name in ("large", "small"))
        first, last = drawn.values["first"], drawn.values["last"]
        assert np.log(first / last) / np.log(large / small) == pytest.approx(float(order))
        assert last * (float(step) / small) ** float(order) == pytest.approx(drawn.values["wanted"])


def test_the_series_reaches_to_the_nearest_root_of_the_denominator() -> None:
    for seed in range(10):
        drawn = draw(ITEM, "the-nearest-wall", seed)
        denominator = sympy.Poly(sympy.expand(1 / as_sympy(drawn.values["f"])), X)
        roots = np.roots([float(one) for one in denominator.all_coeffs()])
        reach = np.abs(roots - drawn.values["point"]).min()
        assert float(drawn.parts[0].key["answer"]) == pytest.approx(reach)


def test_hessian_and_height_of_the_hill_are_those_of_sympy() -> None:
    for seed in range(8):
        drawn = draw(ITEM, "a-hill-around-you", seed)
        f = as_sympy(drawn.values["f"])
        here = {X: 1, Y: 1}
        hessian = np.array(sympy.hessian(f, (X, Y)).subs(here)).astype(float)
        said = [float(n) for n in re.findall(r"-?\d+", drawn.parts[0].key["answer"])]
        assert said == pytest.approx(hessian.ravel())
        step = np.array([float(drawn.values["dx"]), float(drawn.values["dy"])])
        slopes = np.array([float(sympy.diff(f, by).subs(here)) for by in (X, Y)])
        height = float(f.subs(here)) + slopes @ step + step @ hessian @ step / 2
        assert float(drawn.parts[1].key["answer"]) == pytest.approx(height)


def test_the_parabola_has_the_height_and_the_bend_of_the_curve() -> None:
    for seed in range(8):
        values = draw(ITEM, "draw-the-parabola", seed).values
        f, parabola = as_sympy(values["f"]), as_sympy(values["parabola"])
        for order in range(3):
            difference = sympy.diff(f - parabola, X, order).subs(X, 0)
            assert abs(float(difference)) < 2e-3
