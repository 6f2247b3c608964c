"""Random smooth functions of several variables, and points where they have moderate values."""

from fractions import Fraction

from hypothesis import strategies as st

from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Power,
    Product,
    Sum,
    Symbol,
    number,
)

POINT = {"x": Fraction(7, 10), "y": Fraction(-13, 10), "z": Fraction(31, 100), "t": Fraction(9, 10)}
OTHER_POINT = {"x": Fraction(-29, 100), "y": Fraction(11, 10), "z": Fraction(-3, 5), "t": Fraction(-2, 5)}

LARGE = 10**9
"""Above this a function is too steep for a short secant to say much about its slope."""

coefficients = st.one_of(st.integers(1, 5), st.just(Fraction(1, 2)), st.just(Fraction(2, 3))).map(number)


def monomials(names: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    """A number times one or two small powers: ``3*x^2*y``."""
    powers = st.builds(
        lambda name, n: Symbol(name) if n == 1 else Power(Symbol(name), number(n)),
        st.sampled_from(names),
        st.integers(1, 3),
    )
    factors = st.lists(powers, min_size=1, max_size=2)
    return st.builds(lambda first, rest: Product((first, *rest)), coefficients, factors)


def polynomials(names: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    """One to three monomials, some taken away."""
    signed = st.one_of(monomials(names), monomials(names).map(Negative))
    return st.one_of(monomials(names), st.lists(signed, min_size=2, max_size=3).map(tuple).map(Sum))


def waves(names: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    """A function of a polynomial that stays between -1 and 1."""
    return st.builds(Call, st.sampled_from(["sin", "cos", "tanh"]), polynomials(names))


def smooth_functions(names: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    """Polynomials, sines and exponentials of them, and their sums and products: smooth everywhere."""
    inner = polynomials(names)
    parts = st.one_of(inner, waves(names), st.builds(Power, st.just(E), inner))
    pairs = st.tuples(parts, parts)
    return st.one_of(parts, pairs.map(Sum), pairs.map(Product))
