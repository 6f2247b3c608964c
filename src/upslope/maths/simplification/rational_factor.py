"""Common factors of polynomials, and whether one can be taken apart, with fractions as coefficients.

A polynomial in several letters is looked at along a few straight lines, on each of which it is a polynomial
in one letter: a product stays a product on every line, and what is none is one on hardly any line (Hilbert's
irreducibility theorem). Lists of coefficients begin with the constant one.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations
from math import gcd, lcm

import numpy as np

from upslope.maths.expressions.expression import Expression, number, product_of, sum_of
from upslope.maths.simplification.rational_polynomial import HIGHEST_POWER, Polynomial, letters
from upslope.maths.simplification.tidy import tidy

Coefficients = list[Fraction]
Line = tuple[tuple[int, int], ...]

_AXIS: Line = ((0, 1),)
_LINES, _DRAWN = 5, 12
_LARGEST_PART = 3
_LARGEST = 10**60
_NEARLY_WHOLE = 1e-3


def proper_factor(found: Polynomial) -> Expression | bool:
    """Return a factor of lower degree: itself in one letter, only True in several, False for none found.

    Complete in one letter up to degree 7; beyond, only factors up to degree 3 are found.
    """
    own = letters(found)
    if len(own) == 1:
        factor = _factor(_along(found, own, _AXIS))
        return as_expression(factor, own[0]) if factor else False
    lines = _lines(own, found)
    return bool(lines) and all(_factor(_along(found, own, line)) for line in lines)


def common_factor(above: Polynomial, below: Polynomial) -> Expression | bool:
    """Return what divides both: the factor itself in one letter, True in several, False for none."""
    own = letters(above, below)
    if len(own) == 1:
        shared = _shared(_along(above, own, _AXIS), _along(below, own, _AXIS))
        return as_expression(shared, own[0]) if len(shared) > 1 else False
    lines = _lines(own, above, below)
    ends = ((_along(above, own, line), _along(below, own, line)) for line in lines)
    return bool(lines) and all(len(_shared(top, bottom)) > 1 for top, bottom in ends)


def as_expression(coefficients: Sequence[Fraction], letter: Expression) -> Expression:
    """Return the polynomial in one letter as a tidy expression."""
    terms = [product_of((number(value), letter**power)) for power, value in enumerate(coefficients) if value]
    return tidy(sum_of(tuple(terms)))


def _lines(own: Sequence[Expression], *polynomials: Polynomial) -> list[Line]:
    """Some lines, the same ones every time, on each of which the polynomials keep their degrees."""
    rng = np.random.default_rng(176)
    drawn = [rng.integers((-9, 1), (10, 9), (len(own), 2)).tolist() for _ in range(_DRAWN if own else 0)]
    lines = [tuple((int(start), int(slope)) for start, slope in line) for line in drawn]
    return [
        line for line in lines if all(len(_along(one, own, line)) == _degree(one) + 1 for one in polynomials)
    ][:_LINES]


def _degree(found: Polynomial) -> int:
    return max((sum(power for _, power in monomial) for monomial in found), default=0)


def _along(found: Polynomial, own: Sequence[Expression], line: Line) -> Coefficients:
    """The polynomial on a line; empty where its degree is too high to be worked with."""
    places = dict(zip(own, line, strict=True))
    total: Coefficients = []
    for monomial, coefficient in found.items():
        if sum(power for _, power in monomial) > HIGHEST_POWER:
            return []
        factors = (list(map(Fraction, places[letter])) for letter, power in monomial for _ in range(power))
        total = _added(total, reduce(_multiplied, factors, [coefficient]))
    return _trimmed(total)


def _factor(whole: Coefficients) -> Coefficients | None:
    """A factor of degree 1 to 3 with whole coefficients, or one that occurs twice."""
    degree = len(whole) - 1
    if degree < 2:
        return None
    repeated = _common(whole, [power * value for power, value in enumerate(whole)][1:])
    if len(repeated) > 1:
        return repeated
    primitive = _primitive(whole)
    if max(abs(value.numerator) for value in primitive) > _LARGEST:
        return None
    roots = np.roots([float(value) for value in reversed(primitive)])
    for size in range(1, min(degree // 2, _LARGEST_PART) + 1):
        for some in combinations(roots, size):
            candidate = _with_roots(some, primitive[-1])
            if candidate and not _remainder(primitive, candidate):
                return _primitive(candidate)
    return None


def _with_roots(roots: tuple[complex, ...], leading: Fraction) -> Coefficients | None:
    """The polynomial with these roots if its coefficients come out whole: those of a factor must (Gauss)."""
    if abs(_off_whole(complex(leading) * sum(roots))) > _NEARLY_WHOLE:
        return None
    values = float(leading) * np.poly(roots)
    if max(abs(_off_whole(value)) for value in values) > _NEARLY_WHOLE:
        return None
    return [Fraction(round(value.real)) for value in reversed(values)]


def _off_whole(value: complex) -> complex:
    return value - round(value.real)


def _shared(one: Coefficients, other: Coefficients) -> Coefficients:
    """What divides both; nothing where one of them was beyond reach."""
    return _common(one, other) if one and other else []


def _common(one: Coefficients, other: Coefficients) -> Coefficients:
    """Euclid's algorithm."""
    while other:
        one, other = other, _remainder(one, other)
    return _primitive(one)


def _remainder(whole: Coefficients, part: Coefficients) -> Coefficients:
    rest = list(whole)
    while len(rest) >= len(part):
        share, shift = rest[-1] / part[-1], len(rest) - len(part)
        for place, value in enumerate(part):
            rest[shift + place] -= share * value
        rest = _trimmed(rest[:-1])
    return rest


def _primitive(coefficients: Coefficients) -> Coefficients:
    """The same polynomial times a number: whole coefficients without a common divisor, the last positive."""
    if not coefficients:
        return []
    scale = lcm(*(value.denominator for value in coefficients))
    whole = [int(value * scale) for value in coefficients]
    divisor = gcd(*whole) * (1 if whole[-1] > 0 else -1)
    return [Fraction(value, divisor) for value in whole]


def _multiplied(one: Coefficients, other: Coefficients) -> Coefficients:
    result = [Fraction(0)] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            result[i + j] += a * b
    return result


def _added(one: Coefficients, other: Coefficients) -> Coefficients:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return [value + (shorter[place] if place < len(shorter) else 0) for place, value in enumerate(longer)]


def _trimmed(coefficients: Coefficients) -> Coefficients:
    end = len(coefficients)
    while end and not coefficients[end - 1]:
        end -= 1
    return coefficients[:end]
