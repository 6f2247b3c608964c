"""Polynomials as Taylor's are written: the lowest power first, powers of (x − a) kept as they are."""

from collections.abc import Iterable, Sequence

from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Number,
    Product,
    Sum,
    Symbol,
    number,
    replace,
    sum_of,
    walk,
)
from upslope.maths.simplification.tidy import tidied


def ascending(coefficients: Sequence[Expression], way: Expression) -> Expression:
    """Return the sum of tidy coefficients times the powers 0, 1, 2… of ``way``; terms that are 0 left out."""
    value, *others = coefficients
    terms = (multiple(coefficient, power, way) for power, coefficient in enumerate(others, 1))
    return in_a_row(value, terms)


def in_a_row(value: Expression, terms: Iterable[Expression]) -> Expression:
    """Return the value at the point and the terms after it as one sum; terms that are 0 left out.

    A value that is a sum itself loses its brackets; terms such as (x − 1) keep them.
    """
    first = value.terms if isinstance(value, Sum) else (value,)
    return sum_of(tuple(term for term in (*first, *terms) if term != number(0)))


def way_from(x: str, point: Expression) -> Expression:
    """Return x − a as it is written: ``x`` for 0, ``x + 1`` for −1."""
    if point == number(0):
        return Symbol(x)
    if isinstance(point, Negative):
        return Symbol(x) + point.argument
    return Symbol(x) - point


def multiple(coefficient: Expression, power: int, way: Expression) -> Expression:
    """Return a tidy coefficient times a power of ``way`` from 1 on, which is not multiplied out."""
    letter = next(Symbol(name) for name in "hkuvw" if name not in coefficient.variables)
    term = times(coefficient, letter if power == 1 else letter**power)
    return replace(term, {letter: way})


def times(coefficient: Expression, factor: Expression) -> Expression:
    """Return a tidy coefficient times letters, written as one term; a decimal stays the decimal it is."""
    if isinstance(coefficient, Negative):
        return -times(coefficient.argument, factor)
    if any(isinstance(node, Number) and node.places for node in walk(coefficient)):
        return coefficient * factor
    return tidied(Product((coefficient, factor)))
