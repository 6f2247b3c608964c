"""Whether two expressions agree at random points, worked out with mpmath alone.

Nothing of the code under test takes part: neither its points, nor its arithmetic, nor its tolerances.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import mpmath

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
)

DIGITS = 80
POINTS = 5
_NOTHING = 1e-35
Box = tuple[tuple[str, tuple[float, float]], ...]
Point = tuple[tuple[str, float], ...]
_FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "ln": mpmath.log,
    "log10": mpmath.log10,
    "abs": abs,
    **{name: getattr(mpmath, name) for name in ("sin", "cos", "tan", "sec", "csc", "cot")},
    **{
        name: getattr(mpmath, name)
        for name in ("asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "sqrt")
    },
}
_OPERATIONS: dict[type[Expression], Callable[..., Any]] = {
    Sum: lambda *terms: mpmath.fsum(terms),
    Product: lambda *factors: mpmath.fprod(factors),
    Quotient: lambda above, below: above / below,
    Power: mpmath.power,
    Negative: lambda argument: -argument,
}


class NoRealValue(Exception):
    """The expression is not a real number here."""


def real_value(expression: Expression, point: Mapping[str, float]) -> Any:
    with mpmath.workdps(DIGITS):
        try:
            return _value(expression, {name: mpmath.mpf(at) for name, at in point.items()})
        except (ZeroDivisionError, ValueError, OverflowError) as error:
            raise NoRealValue from error


def _value(node: Expression, point: Mapping[str, Any]) -> Any:
    found = _worked_out(node, point)
    if isinstance(found, mpmath.mpc) or not mpmath.isfinite(found):
        raise NoRealValue
    return found


def _worked_out(node: Expression, point: Mapping[str, Any]) -> Any:
    match node:
        case Number(value=value):
            return mpmath.mpf(value.numerator) / value.denominator
        case Symbol(name=name):
            return point[name]
        case Constant(name=name):
            return +mpmath.pi if name == "pi" else mpmath.e()
        case Call(name=name):
            return _FUNCTIONS[name](_value(node.argument, point))
    return _OPERATIONS[type(node)](*(_value(child, point) for child in node.children))


@cache
def points_of(key: Expression, names: frozenset[str], box: Box = ()) -> Sequence[Point]:
    """Random points, most of them near 0 and some far, at which the key has a moderate value."""
    rng = random.Random(str(key))
    limits = {name: (max(low, -40), min(high, 40)) for name, (low, high) in box}
    found: list[Point] = []
    for attempt in range(60):
        size = (1.0, 3.0, 3.0, 12.0)[attempt % 4]
        point = tuple((name, rng.uniform(*limits.get(name, (-size, size)))) for name in sorted(names))
        try:
            value = real_value(key, dict(point))
        except NoRealValue:
            continue
        if abs(value) < 1e25:
            found.append(point)
        if len(found) == POINTS:
            break
    return found


@cache
def _key_value(key: Expression, point: Point) -> Any:
    return real_value(key, dict(point))


@cache
def gaps(key: Expression, answer: Expression, box: Box = ()) -> Sequence[float]:
    """The difference at each point as a share of the size of the values; infinite for no value.

    Of two values that are both next to nothing, many digits are lost on the way: they count as equal.
    """
    found = []
    for point in points_of(key, key.variables | answer.variables, box):
        wanted = _key_value(key, point)
        try:
            given = real_value(answer, dict(point))
        except NoRealValue:
            found.append(float("inf"))
            continue
        largest = max(abs(wanted), abs(given))
        found.append(float(abs(wanted - given) / largest) if largest > _NOTHING else 0.0)
    return found


def is_different(key: Expression, answer: Expression, box: Box = ()) -> bool:
    """Whether two of the random points show a difference; one alone may be a gap."""
    return sum(gap > 1e-9 for gap in gaps(key, answer, box)) >= min(
        2, len(key.variables | answer.variables) + 1
    )


def is_same(key: Expression, answer: Expression, box: Box = ()) -> bool:
    """Whether all random points show the same value, to many more digits than a rounding takes."""
    found = gaps(key, answer, box)
    return len(found) >= 3 and all(gap < 1e-20 for gap in found)


def values_of_both(key: Expression, answer: Expression) -> list[tuple[Any, Any]]:
    """The values at all random points; none at all where the answer lacks one of them."""
    points = points_of(key, key.variables | answer.variables)
    try:
        return [(_key_value(key, point), real_value(answer, dict(point))) for point in points]
    except NoRealValue:
        return []
