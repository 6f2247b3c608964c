"""The easier form has every zero of the expression, and where the expression has a value no others."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import Expression, number, parse, symbol, to_numpy
from upslope.maths.solving.fraction_free import fraction_free

LETTERS = ("x", "y")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1/x - y", "1 - x*y"),
        ("x/(x^2+y^2) - y/(x^2+y^2)^2", "x^3 + x*y^2 - y"),
        ("y/(2 sqrt(x)) - sqrt(x)", "y - 2*x"),
        ("tan(x) - y", "sin(x) - y*cos(x)"),
        ("y e^(-x^2-y^2) - 2x^2 y e^(-x^2-y^2)", "y*(1 - 2*x^2)"),
        ("4x y^2 - 2x^3", "x*(2*y^2 - x^2)"),
        ("x^3", "x"),
        ("3 sqrt(x)", "x"),
        ("x y (x - y)^4", "x*y*(x - y)"),
        ("6x - 4y", "3*x - 2*y"),
        ("x + 1", "x + 1"),
        ("0", "0"),
    ],
)
def test_what_comes_out(text: str, plain: str) -> None:
    assert str(fraction_free(parse(text, LETTERS))) == plain


def test_exponentials_of_different_hills_are_divided_by_the_first() -> None:
    found = fraction_free(parse("x e^(-x^2-y^2) + (x-2) e^(-(x-2)^2-y^2)", LETTERS))
    far = to_numpy(found, LETTERS)(-40.0, 3.0)
    assert far == pytest.approx(-40, rel=1e-9), "it no longer underflows far from the hills"


TEXTS = [
    "1/x - y",
    "tan(x)/3 - y/(-2x)",
    "ln(x)/5 + 1/x/2 - y",
    "x^-2 - x^(-1/2)/4",
    "(1/x + 1/y)^2 - 3",
    "x/2 - y/3 + 1/(2x)",
    "1/(x y) + 1/x - x/(-(y^2))",
    "1/(1/x - 1/(-y)^3)",
    "e^(x y) x - y e^x",
    "(x - y)^3/(x + y) - (x - y)^2",
    "abs(x - 1) - y/sec(x)",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_zero_where_the_expression_changes_sign_and_nowhere_else(text: str) -> None:
    tree = parse(text, LETTERS)
    plain = fraction_free(tree)
    x, y = np.random.default_rng(8).uniform(0.3, 3, (2, 4000))
    before, after = (to_numpy(part, LETTERS)(x, y) for part in (tree, plain))
    ratio = np.abs(after / before)
    assert np.isfinite(ratio).all()
    assert ratio.min() > 1e-9


@given(st.lists(st.fractions(-5, 5, max_denominator=4), min_size=3, max_size=3, unique=True))
@settings(deadline=None, max_examples=30)
def test_known_zeros_stay_zeros(zeros: list[Fraction]) -> None:
    x = symbol("x")
    tree: Expression = number(1) / (x + 7)
    for zero in zeros:
        tree = tree * (x - number(zero)) ** 2
    values = to_numpy(fraction_free(tree))(np.array([float(zero) for zero in zeros]))
    assert np.abs(values).max() < 1e-9
