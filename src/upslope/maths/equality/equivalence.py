"""What counts as the same: equal values, values that differ by one constant, or values in one ratio."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.equality.sampling import Points
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.high_precision import exact_value

UpTo: TypeAlias = Literal["constant", "factor"]
DOUBLE = 15
_DIGITS = 50
_LESS_PLAIN = 100.0
_MOST_ANCHORS = 6


@dataclass(frozen=True)
class Look:
    """A key and an answer with their values in double precision at some points."""

    key: Expression
    answer: Expression
    points: Points
    wanted: NDArray[np.float64]
    given: NDArray[np.float64]

    def point(self, index: int) -> dict[str, float]:
        """Return one of the points."""
        return {name: float(array[index]) for name, array in self.points.items()}


@dataclass(frozen=True)
class Measure:
    """What has to be the same everywhere: ``of(wanted, given)``.

    ``clear`` returns two values that are equal where it is what it was for two first values; it divides by
    nothing, so that zeros do no harm.
    """

    name: str
    of: Callable[[float, float], float]
    clear: Callable[[Any, Any, Any, Any], tuple[Any, Any]]


CONSTANT = Measure(
    "constant",
    of=lambda wanted, given: given - wanted,
    clear=lambda wanted, given, first_wanted, first_given: (wanted - first_wanted, given - first_given),
)
FACTOR = Measure(
    "factor",
    of=lambda wanted, given: given / wanted,
    clear=lambda wanted, given, first_wanted, first_given: (wanted * first_given, given * first_wanted),
)


@dataclass(frozen=True)
class Anchor:
    """The point a measure is taken from, and the two values there."""

    measure: Measure
    point: Mapping[str, float]
    values: tuple[float, float]


@dataclass(frozen=True)
class Relation:
    """``apply(wanted, given, digits)`` returns two values that are equal where the pair is "the same"."""

    apply: Callable[[Any, Any, int], tuple[Any, Any]]
    anchor: Anchor | None = None


EQUAL = Relation(lambda wanted, given, _: (wanted, given))


def relations(looks: Sequence[Look], up_to: UpTo | None) -> list[Relation]:
    """Return the relation for each pair: entries have a constant each, but one factor in common.

    Raises ValueError for another ``up_to``.
    """
    if up_to == "constant":
        return [_by_a_constant(look) for look in looks]
    if up_to == "factor":
        return [_by_a_factor(looks)] * len(looks)
    if up_to is not None:
        raise ValueError(f"{up_to!r} is nothing to be the same up to: use 'constant', 'factor' or None.")
    return [EQUAL] * len(looks)


def _by_a_constant(look: Look) -> Relation:
    # An answer without any value keeps the plain relation, and is found out by its gaps.
    return _anchored(look, np.abs(look.wanted) + np.abs(look.given), CONSTANT) or EQUAL


def _by_a_factor(looks: Sequence[Look]) -> Relation:
    """The factor is that of the first pair with a point where both values are there and neither is 0."""
    for look in looks:
        with np.errstate(all="ignore"):
            distance_from_1 = np.abs(np.log(np.abs(look.wanted))) + np.abs(np.log(np.abs(look.given)))
        relation = _anchored(look, distance_from_1, FACTOR)
        if relation:
            return relation
    return EQUAL


def _anchored(look: Look, size: NDArray[np.float64], measure: Measure) -> Relation | None:
    """The relation measured from a point of small ``size`` where both have a value in many digits too."""
    special = [(array % 1 != 0) | (array == 0) for array in look.points.values()]
    order = np.argsort(size + _LESS_PLAIN * np.any(special, axis=0)) if special else np.arange(1)
    for index in order[:_MOST_ANCHORS]:
        if not np.isfinite(size[index]):
            return None
        with suppress(ArithmeticError):
            return _relation(look, int(index), measure)
    return None


def _relation(look: Look, index: int, measure: Measure) -> Relation:
    point = look.point(index)

    @cache
    def first(digits: int) -> tuple[Any, Any]:
        if digits == DOUBLE:
            return float(look.wanted[index]), float(look.given[index])
        return exact_value(look.key, point, digits), exact_value(look.answer, point, digits)

    def apply(wanted: Any, given: Any, digits: int) -> tuple[Any, Any]:
        return measure.clear(wanted, given, *first(digits))

    first(_DIGITS)  # raises ArithmeticError where double precision takes 1/∞ for a value
    return Relation(apply, Anchor(measure, point, first(DOUBLE)))
