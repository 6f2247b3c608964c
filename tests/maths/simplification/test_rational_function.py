"""Quotients of polynomials as one cancelled fraction."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.maths.oracle import to_sympy
from upslope.maths import Expression, number, parse, symbol
from upslope.maths.simplification.polynomial_roots import simple_roots
from upslope.maths.simplification.rational_function import (
    NotRationalError,
    Polynomial,
    RationalFunction,
    rational_function,
    without_repetitions,
)

X = sympy.Symbol("x", real=True)
leaves: st.SearchStrategy[Expression] = st.one_of(st.just(symbol("x")), st.integers(0, 4).map(number))
quotients = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda a, b: a + b, inner, inner),
        st.builds(lambda a, b: a * b, inner, inner),
        st.builds(lambda a, b: a / b, inner, inner),
        st.builds(lambda a, n: a**n, inner, st.integers(-2, 3)),
        inner.map(lambda a: -a),
    ),
    max_leaves=6,
)


def in_sympy(coefficients: Polynomial) -> sympy.Expr:
    return sum(
        (sympy.Rational(a.numerator, a.denominator) * X**n for n, a in enumerate(coefficients)),
        sympy.Integer(0),
    )


@given(quotients)
@settings(max_examples=80, deadline=None)
def test_the_fraction_is_the_one_that_sympy_cancels_to(f: Expression) -> None:
    try:
        found = rational_function(f, "x")
    except NotRationalError:
        reject()
    above, below = sympy.fraction(sympy.cancel(to_sympy(f)))
    assert sympy.expand(in_sympy(found.above) * below - in_sympy(found.below) * above) == 0
    assert sympy.degree(below, X) == len(found.below) - 1


@given(st.lists(st.tuples(st.fractions(-5, 5, max_denominator=3), st.integers(1, 3)), min_size=1, max_size=4))
def test_roots_are_found_once_each_however_often_they_occur(roots: list[tuple[Fraction, int]]) -> None:
    x = symbol("x")
    whole = number(1)
    for root, times in roots:
        whole = whole * (x - number(root)) ** times
    polynomial = rational_function(whole, "x").above
    found = sorted(simple_roots(without_repetitions(polynomial)), key=lambda z: float(z.real))
    wanted = sorted({root for root, _ in roots})
    assert len(found) == len(wanted)
    for ours, root in zip(found, wanted, strict=True):
        assert abs(complex(ours) - float(root)) < 1e-14


@pytest.mark.parametrize(
    "text", ["sin(x)", "sqrt(x)", "2^x", "x^(1/2)", "pi x", "1/(x-x)", "x^25", "x^13 x^13"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotRationalError):
        rational_function(parse(text), "x")


def test_a_constant_has_no_denominator() -> None:
    assert rational_function(parse("3/2"), "x") == RationalFunction((Fraction(3, 2),))
