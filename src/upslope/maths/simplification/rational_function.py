"""Quotients of polynomials with fractions as coefficients, brought to one cancelled fraction.

Source: Knuth, The Art of Computer Programming, volume 2, section 4.6.1 (division, greatest common divisor).
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from typing import NoReturn, TypeAlias

from upslope.maths.expressions.evaluation import Arithmetic, work_out
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.functions import FUNCTIONS

Polynomial: TypeAlias = tuple[Fraction, ...]
"""Coefficients from the lowest power on, the last one not 0; nothing for the polynomial 0."""

HIGHEST_DEGREE = 24
_ONE: Polynomial = (Fraction(1),)


class NotRationalError(ArithmeticError):
    """The expression is no quotient of polynomials, or one of a very high degree."""


@dataclass(frozen=True)
class RationalFunction:
    """``above`` over ``below``, which is not 0; they have no root in common."""

    above: Polynomial
    below: Polynomial = _ONE

    def __add__(self, other: "RationalFunction") -> "RationalFunction":
        crossed = added(times(self.above, other.below), times(other.above, self.below))
        return _cancelled(crossed, times(self.below, other.below))

    def __mul__(self, other: "RationalFunction") -> "RationalFunction":
        return _cancelled(times(self.above, other.above), times(self.below, other.below))

    def __neg__(self) -> "RationalFunction":
        return RationalFunction(_scaled(self.above, Fraction(-1)), self.below)


_X = RationalFunction((Fraction(0), Fraction(1)))


def rational_function(expression: Expression, x: str) -> RationalFunction:
    """Return the expression as one cancelled fraction. Raises NotRationalError where it is none."""
    try:
        value: RationalFunction = work_out(expression, {x: _X}, _ARITHMETIC)
    except KeyError as error:
        raise NotRationalError from error
    return value


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """Return the product. Raises NotRationalError for a very high degree."""
    if len(left) + len(right) > HIGHEST_DEGREE + 2:
        raise NotRationalError
    found = [Fraction(0)] * (len(left) + len(right))
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            found[i + j] += a * b
    return _trimmed(found)


def added(left: Polynomial, right: Polynomial) -> Polynomial:
    """Return the sum."""
    return _trimmed([a + b for a, b in zip_longest(left, right, fillvalue=Fraction(0))])


def without_repetitions(polynomial: Polynomial) -> Polynomial:
    """Return the polynomial that has the same roots, each once."""
    slope = _trimmed([power * a for power, a in enumerate(polynomial)][1:])
    return _divided(polynomial, _common(polynomial, slope))[0]


def _cancelled(above: Polynomial, below: Polynomial) -> RationalFunction:
    shared = _common(above, below)
    above, below = _divided(above, shared)[0], _divided(below, shared)[0]
    return RationalFunction(_scaled(above, 1 / below[-1]), _scaled(below, 1 / below[-1]))


def _common(left: Polynomial, right: Polynomial) -> Polynomial:
    """The greatest common divisor, its highest coefficient 1, by Euclid's algorithm."""
    while right:
        left, right = right, _divided(left, right)[1]
        right = _scaled(right, 1 / right[-1]) if right else right
    return _scaled(left, 1 / left[-1])


def _divided(left: Polynomial, right: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Quotient and remainder."""
    rest, quotient = list(left), [Fraction(0)] * max(len(left) - len(right) + 1, 0)
    for place in reversed(range(len(quotient))):
        quotient[place] = rest[place + len(right) - 1] / right[-1]
        for power, a in enumerate(right):
            rest[place + power] -= quotient[place] * a
    return _trimmed(quotient), _trimmed(rest)


def _trimmed(coefficients: list[Fraction]) -> Polynomial:
    while coefficients and not coefficients[-1]:
        coefficients = coefficients[:-1]
    return tuple(coefficients)


def _scaled(polynomial: Polynomial, factor: Fraction) -> Polynomial:
    return tuple(a * factor for a in polynomial)


def _quotient(above: RationalFunction, below: RationalFunction) -> RationalFunction:
    if not below.above:
        raise NotRationalError
    return above * RationalFunction(below.below, below.above)


def _power(base: RationalFunction, exponent: RationalFunction) -> RationalFunction:
    is_number = len(exponent.above) < 2 and exponent.below == _ONE
    times_itself = exponent.above[0] if exponent.above else Fraction(0)
    if not is_number or times_itself.denominator > 1 or abs(times_itself) > HIGHEST_DEGREE:
        raise NotRationalError
    factor = base if times_itself >= 0 else _quotient(RationalFunction(_ONE), base)
    found = RationalFunction(_ONE)
    for _ in range(abs(int(times_itself))):
        found = found * factor
    return found


def _not_rational(argument: RationalFunction) -> NoReturn:
    raise NotRationalError


_ARITHMETIC = Arithmetic(
    number=lambda value: RationalFunction(_trimmed([value])),
    constants={},
    divide=_quotient,
    power=_power,
    functions=dict.fromkeys(FUNCTIONS, _not_rational),
)
