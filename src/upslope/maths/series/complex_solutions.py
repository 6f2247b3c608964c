"""Where an expression takes a value in the complex plane: all such places near a point, or an honest refusal.

More places than there are may be found (of a root, those of its other branch), never fewer.
"""

from fractions import Fraction
from functools import reduce
from operator import mul
from typing import TypeAlias

from upslope.maths.expressions.expression import Call, Expression, Negative, Power, Product, Quotient, Sum
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.series.complex_inverses import arguments
from upslope.maths.series.complex_places import CannotTellError, Places, Plane, together
from upslope.maths.series.periodic_solutions import where_repeating
from upslope.maths.simplification.polynomial_roots import Complex, many_digits, simple_roots
from upslope.maths.simplification.rational_function import (
    NotRationalError,
    RationalFunction,
    added,
    rational_function,
    without_repetitions,
)

Value: TypeAlias = Fraction | Complex

_HIGHEST_ROOT = 6


def where(expression: Expression, value: Value, plane: Plane) -> Places:
    """Return where the expression has the value. Raises an ArithmeticError where that cannot be told."""
    if plane.x not in expression.variables:
        return Places()
    try:
        return Places(tuple(_roots(rational_function(expression, plane.x), value)))
    except NotRationalError:
        pass
    match expression:
        case Product(factors=factors) if value == 0:
            return together(where(factor, value, plane) for factor in factors)
        case Quotient(numerator=above) if value == 0:
            return where(above, value, plane)
        case Sum() | Negative() | Product() | Quotient():
            return _where_straight(expression, value, plane)
        case Power(base=base, exponent=exponent) if plane.x in exponent.variables:
            return _where_exponential(base, exponent, value, plane)
        case Power(base=base, exponent=exponent):
            return _where_power(base, exponent, value, plane)
        case Call(name=name, argument=argument):
            return _where_call(name, argument, value, plane)
    raise CannotTellError


def _roots(found: RationalFunction, value: Value) -> list[Complex]:
    """Where above − value · below is 0; for a fraction repeated roots are taken apart exactly."""
    if isinstance(value, Fraction):
        whole = added(found.above, tuple(-value * b for b in found.below))
        return simple_roots(without_repetitions(whole)) if whole else []
    context = many_digits()
    degree = max(len(found.above), len(found.below))
    above, below = (
        [context.convert(a) for a in (*part, *[Fraction(0)] * (degree - len(part)))]
        for part in (found.above, found.below)
    )
    return simple_roots([a - value * b for a, b in zip(above, below, strict=True)])


def _where_straight(expression: Expression, value: Value, plane: Plane) -> Places:
    """Where first + factor · core has the value, for a core that is one term or one factor."""
    moving = [child for child in expression.children if plane.x in child.variables]
    if len(moving) > 1:
        raise CannotTellError
    still = [_fraction(child, plane.x) for child in expression.children if child is not moving[0]]
    match expression:
        case Sum():
            return where(moving[0], _exactly(value, -sum(still, Fraction(0)), Fraction(1)), plane)
        case Product() if all(still):
            return where(moving[0], _exactly(value, Fraction(0), 1 / reduce(mul, still)), plane)
        case Quotient(numerator=above) if above is moving[0] and all(still):
            return where(above, _exactly(value, Fraction(0), still[0]), plane)
        case Quotient(denominator=below):
            inverse = 1 / value if isinstance(value, Fraction) else many_digits().mpf(1) / value
            return where(below, _exactly(inverse, Fraction(0), still[0]), plane)
        case Negative():
            return where(moving[0], -value, plane)
    raise CannotTellError


def _exactly(value: Value, added: Fraction, factor: Fraction) -> Value:
    """(value + added) · factor; a fraction stays one."""
    if isinstance(value, Fraction):
        return (value + added) * factor
    return (value + many_digits().convert(added)) * many_digits().convert(factor)


def _fraction(expression: Expression, x: str) -> Fraction:
    """The value of a part without the variable. Raises NotRationalError."""
    found = rational_function(expression, x)
    return found.above[0] if found.above else Fraction(0)


def _where_power(base: Expression, exponent: Expression, value: Value, plane: Plane) -> Places:
    times = _fraction(exponent, plane.x)
    if value == 0:
        return where(base, Fraction(0), plane) if times > 0 else Places()
    if times.denominator > 1 or not 1 <= times <= _HIGHEST_ROOT:
        raise CannotTellError
    context = many_digits()
    first = context.ln(context.convert(value))
    turns = (2j * context.pi * k for k in range(int(times)))
    return together(where(base, context.exp((first + turn) / int(times)), plane) for turn in turns)


def _where_exponential(base: Expression, exponent: Expression, value: Value, plane: Plane) -> Places:
    if plane.x in base.variables:
        raise CannotTellError
    context = many_digits()
    growth = context.ln(context.convert(exact_value(base, {}, 50)))
    families = arguments("exp", context.convert(value))
    return where_repeating(exponent, [(first / growth, period / growth) for first, period in families], plane)


def _where_call(name: str, argument: Expression, value: Value, plane: Plane) -> Places:
    context = many_digits()
    if name == "sqrt":
        return where(argument, value * value, plane)
    if name == "ln":
        return where(argument, Fraction(1) if value == 0 else context.exp(context.convert(value)), plane)
    families = arguments(name, context.convert(value))
    return where_repeating(argument, families, plane) if families else Places()
