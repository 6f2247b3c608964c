"""Random expressions for property tests."""

from fractions import Fraction

from hypothesis import strategies as st

from upslope.maths.expressions.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
)
from upslope.maths.expressions.functions import FUNCTIONS

whole_numbers = st.integers(0, 12).map(number)
decimals = st.builds(
    lambda n, places: Number(Fraction(n, 10**places), places), st.integers(1, 99), st.integers(1, 3)
)
constants = st.sampled_from([Constant("pi"), Constant("e")])
x = st.just(Symbol("x"))


def trees(leaves: st.SearchStrategy[Expression], depth: int = 3) -> st.SearchStrategy[Expression]:
    """Any tree that the parser can build, nested up to ``depth``; many have no value anywhere."""
    if depth == 0:
        return leaves
    inner = trees(leaves, depth - 1)
    rows = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        leaves,
        rows.map(Sum),
        rows.map(Product),
        st.builds(Quotient, inner, inner),
        st.builds(Power, inner, inner),
        inner.map(Negative),
        st.builds(Call, st.sampled_from(sorted(FUNCTIONS)), inner),
    )


def functions(depth: int = 3) -> st.SearchStrategy[Expression]:
    """Functions of x as they occur in a first course: smooth nearly everywhere, exponents small."""
    leaves: st.SearchStrategy[Expression] = st.one_of(x, x, whole_numbers, decimals, constants)
    if depth == 0:
        return leaves
    inner = functions(depth - 1)
    rows = st.lists(inner, min_size=2, max_size=3).map(tuple)
    exponents = st.sampled_from([number(n) for n in (2, 3, -1, -2, Fraction(1, 2), Fraction(-3, 2))])
    return st.one_of(
        leaves,
        rows.map(Sum),
        rows.map(Product),
        st.builds(Quotient, inner, inner),
        st.builds(Power, inner, exponents),
        st.builds(Power, st.sampled_from([Constant("e"), number(2)]), inner),
        inner.map(Negative),
        st.builds(Call, st.sampled_from(sorted(FUNCTIONS)), inner),
    )


any_trees = trees(st.one_of(x, st.just(Symbol("y")), whole_numbers, decimals, constants))
