"""Two kinds of coefficients for power series: exact trees, and fractions rounded to a hundred digits."""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

from upslope.maths.expressions.evaluation import Arithmetic
from upslope.maths.expressions.expression import PI, Call, E, Expression, Power, number, walk
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.high_precision import OutOfReachError, Real, exact_value
from upslope.maths.series.power_series import Ring
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

Exact: TypeAlias = Fraction | Expression

_MOST_PARTS = 60
_DIGITS = 120
_BITS = 380
_NOTHING = Fraction(1, 10**90)
_LARGEST_EXPONENT = 3000


class TooLongError(ArithmeticError):
    """An exact coefficient fills lines: decimals say more."""


def exact_ring(order: int) -> Ring:
    """Return the ring of Fractions and tidy trees; other letters may stand in them.

    Working in it raises ZeroDivisionError or UndefinedHereError where there is no value, and TooLongError.
    """
    functions = {name: _exact_function(name) for name in FUNCTIONS} | {"abs": _exact_size}
    base = Arithmetic(_same, {"pi": PI, "e": E}, _exact_quotient, _exact_power, functions)
    return Ring(order, base, _whole, _exactly)


def rounded_ring(order: int) -> Ring:
    """Return the ring of Fractions that keep about a hundred digits. Raises what ``exact_value`` raises."""
    functions = {name: _rounded_function(name) for name in FUNCTIONS}
    constants = {"pi": _value(PI), "e": _value(E)}
    base = Arithmetic(_same, constants, _rounded_quotient, _rounded_power, functions)
    return Ring(order, base, _whole, _shortened)


def _same(value: Fraction) -> Fraction:
    return value


def _whole(value: Exact) -> int | None:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else None


def _exactly(value: Exact) -> Exact:
    if isinstance(value, Fraction):
        return value
    tree = tidied(value)
    if sum(1 for _ in walk(tree)) > _MOST_PARTS:
        raise TooLongError
    size = rational_value(tree)
    return tree if size is None else size


def _exact_quotient(above: Exact, below: Exact) -> Exact:
    known = below if isinstance(below, Fraction) else None if below.variables else _value(below)
    if known is not None and abs(known) < _NOTHING:
        raise ZeroDivisionError
    return above / below


def _exact_power(base: Exact, exponent: Exact) -> Exact:
    return _with_a_value(Power(number(base), number(exponent)))


def _exact_function(name: str) -> Callable[[Exact], Exact]:
    return lambda value: _with_a_value(Call(name, number(value)))


def _exact_size(value: Exact) -> Exact:
    if isinstance(value, Fraction):
        return abs(value)
    if value.variables:
        return Call("abs", value)
    return value if _value(value) > 0 else -value


def _with_a_value(tree: Expression) -> Exact:
    """The tree, tidy, once it is known to have a value: tidying may close gaps, and must not here."""
    if not tree.variables:
        exact_value(tree, {}, _DIGITS)
    return _exactly(tree)


def _rounded_quotient(above: Fraction, below: Fraction) -> Fraction:
    if abs(below) < _NOTHING:
        raise ZeroDivisionError
    return above / below


def _rounded_power(base: Fraction, exponent: Fraction) -> Fraction:
    return _value(Power(number(base), number(exponent)))


def _rounded_function(name: str) -> Callable[[Fraction], Fraction]:
    return lambda value: _value(Call(name, number(value)))


def _value(tree: Expression) -> Fraction:
    return as_fraction(exact_value(tree, {}, _DIGITS))


def as_fraction(real: Real) -> Fraction:
    """Return a number of many digits as a fraction. Raises OutOfReachError for one beyond 10^±900."""
    digits, exponent = map(int, real.man_exp)
    if abs(exponent) > _LARGEST_EXPONENT:
        raise OutOfReachError
    size = Fraction(digits) * Fraction(2) ** exponent
    return -size if real < 0 else size


def _shortened(value: Fraction) -> Fraction:
    """The fraction, rounded where it holds more digits than are kept."""
    above, below = value.numerator.bit_length(), value.denominator.bit_length()
    if max(above, below) <= _BITS:
        return value
    places = _BITS - above + below
    if abs(places) > 2 * _LARGEST_EXPONENT:
        raise OutOfReachError
    return Fraction(round(value * Fraction(2) ** places)) / Fraction(2) ** places
