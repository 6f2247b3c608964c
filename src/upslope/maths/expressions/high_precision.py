"""A second opinion on one point, with many digits: what double precision lost to cancellation shows here."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from upslope.maths.expressions.evaluation import Arithmetic, work_out
from upslope.maths.expressions.expression import Expression

Real: TypeAlias = Any  # mpmath has no types; this is an mpf of one of the contexts below

# Numbers whose exponent has more bits than this are out of reach: a sine or an exponential of them would
# need as many digits as their size.
_LARGEST_MAGNITUDE = 200
# Where the rounding of an argument is larger than this, its sine says nothing about zeros.
_LARGEST_ROUNDING = 1e-20

_SAME_NAME_IN_MPMATH = [
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "exp",
    "ln",
    "sqrt",
]


class UndefinedHereError(ArithmeticError):
    """The expression has no real value at this point."""


class OutOfReachError(ArithmeticError):
    """The value may exist, but its size is beyond what can be computed in a moment."""


def exact_value(expression: Expression, point: Mapping[str, float], digits: int) -> Real:
    """Return the value at the point, worked out with so many ``digits``.

    Raises UndefinedHereError where there is no real value, OutOfReachError where it is too large to compute.
    """
    arithmetic = _arithmetic(digits)
    values = {name: arithmetic.number(Fraction(value)) for name, value in point.items()}
    try:
        return work_out(expression, values, arithmetic)
    except (ZeroDivisionError, ValueError) as error:
        raise UndefinedHereError from error


@cache
def _arithmetic(digits: int) -> Arithmetic:
    # mpmath takes as long to import as the rest of the maths core, and most comparisons never need it.
    # Nobody changes the precision of a context of our own, so threads can share it; mpmath's global one they
    # cannot.
    context = import_module("mpmath.ctx_mp").MPContext()
    context.dps = digits

    def power(base: Real, exponent: Real) -> Real:
        if base == 0 and exponent < 0:
            raise UndefinedHereError
        if base < 0 and exponent != int(_within_reach(context, exponent)):
            raise UndefinedHereError
        if base == 0:
            return context.mpf(0 if exponent else 1)
        if context.mag(exponent) + context.mag(context.mag(base) or 1) > _LARGEST_MAGNITUDE:
            raise OutOfReachError
        return context.power(base, exponent)

    def guarded(function: Callable[[Real], Real]) -> Callable[[Real], Real]:
        def at(argument: Real) -> Real:
            value = function(_within_reach(context, argument))
            if not isinstance(value, context.mpf) or not context.isfinite(value):
                raise UndefinedHereError
            return value

        return at

    sin, cos, tan = (_with_zeros(function, context) for function in (context.sin, context.cos, context.tan))
    ln_ten = context.ln(10)
    functions = {name: getattr(context, name) for name in _SAME_NAME_IN_MPMATH} | {
        "sin": sin,
        "cos": cos,
        "tan": tan,
        "sec": lambda u: 1 / cos(u),
        "csc": lambda u: 1 / sin(u),
        "cot": lambda u: cos(u) / sin(u),
        "log10": lambda u: context.ln(u) / ln_ten,
        "abs": abs,
    }
    return Arithmetic(
        number=lambda value: context.mpf(value.numerator) / value.denominator,
        constants={"pi": +context.pi, "e": +context.e},
        divide=lambda above, below: above / below,
        power=power,
        functions={name: guarded(function) for name, function in functions.items()},
    )


def _within_reach(context: Any, value: Real) -> Real:
    if value and context.mag(value) > _LARGEST_MAGNITUDE:
        raise OutOfReachError
    return value


def _with_zeros(function: Callable[[Real], Real], context: Any) -> Callable[[Real], Real]:
    """Take sin(3π), which comes out as the rounding of 3π, as 0, so that 1/sin(3π) has no value."""
    smallest = context.mpf(10) ** (5 - context.dps)

    def at(argument: Real) -> Real:
        value, rounding = function(argument), abs(argument) * smallest
        if not rounding or rounding > _LARGEST_ROUNDING or rounding < abs(value) < 1 / rounding:
            return value
        if value > 1 or value < -1:
            raise UndefinedHereError
        return context.zero

    return at
