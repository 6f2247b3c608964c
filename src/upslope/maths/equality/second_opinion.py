"""Whether two expressions agree at one point, decided with many digits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from upslope.maths.equality.equivalence import Relation
from upslope.maths.equality.sampling import Box
from upslope.maths.expressions.expression import Call, Expression, Power, walk
from upslope.maths.expressions.high_precision import OutOfReachError, Real, UndefinedHereError, exact_value

Opinion: TypeAlias = Literal["agree", "differ", "gap", "no opinion"]

# With 50 digits, values this close are the same; a larger gap is the same only if more digits close it.
_ALIKE = 1e-25
_GAP_CLOSES = 1e-30
# A gap shows something only while it is larger than what more digits change in the values themselves.
_CLEAR = 1000
_STEP = 2**-21
_GOLDEN = 1.618
# What a node costs in μs for an opinion (50 digits and the closer look), and what all may cost together.
_COST, _COST_OF_CALL, _COST_OF_CALL_WITH_MANY_DIGITS = 9, 75, 150
_BUDGET = 24_000
_MANY_DIGITS = 200


@dataclass(frozen=True)
class Pair:
    """The two expressions, the box of their letters, and what counts as the same.

    A gap in 50 digits is looked at again with ``digits``; one below ``floor`` shows nothing even then.
    """

    key: Expression
    answer: Expression
    box: Box
    relation: Relation
    digits: int
    floor: float


def affordable(pair: Pair, most: int) -> int:
    """Return how many opinions, from 1 to ``most``, can be had in some hundredths of a second."""
    call = _COST_OF_CALL_WITH_MANY_DIGITS if pair.digits > _MANY_DIGITS else _COST_OF_CALL
    nodes = (node for tree in (pair.key, pair.answer) for node in walk(tree))
    cost = sum(call if isinstance(node, Call | Power) else _COST for node in nodes)
    return max(1, min(most, _BUDGET // cost))


def opinion_at(pair: Pair, point: Mapping[str, float]) -> Opinion:
    """Return whether the values agree at the point; "gap" where only the answer has none, nor beside it."""
    opinion = _opinion_exactly_at(pair, point)
    if opinion != "gap":
        return opinion
    # The answer has no value here: it may still agree on both sides of the gap, where the key has values.
    beside = [_opinion_exactly_at(pair, near) for near in _beside(point, pair.box)]
    if "differ" in beside:
        return "differ"
    if "gap" in beside:
        return "gap"
    return "agree" if "agree" in beside else "no opinion"


def _beside(point: Mapping[str, float], box: Box) -> Iterator[dict[str, float]]:
    """Two points close by, one on either side; no letter moves as far as another, lest x − y stays 0."""
    for side in (1, -1):
        near = {}
        for place, (name, value) in enumerate(point.items()):
            step = _STEP * (1 + 2 * abs(value)) * _GOLDEN ** (place % 12)
            low, high = box.get(name, (value - 4 * step, value + 4 * step))
            room = (high - value if side > 0 else value - low) / 2
            near[name] = value + side * min(step, room)
        yield near


def _opinion_exactly_at(pair: Pair, point: Mapping[str, float]) -> Opinion:
    try:
        wanted = exact_value(pair.key, point, 50)
    except ArithmeticError:
        return "no opinion"
    try:
        given = exact_value(pair.answer, point, 50)
    except UndefinedHereError:
        return "gap"
    except OutOfReachError:
        return "no opinion"
    try:
        return _weighed(pair, point, wanted, given)
    except ArithmeticError:
        return "no opinion"


def _weighed(pair: Pair, point: Mapping[str, float], wanted: Real, given: Real) -> Opinion:
    wanted, given = pair.relation.apply(wanted, given, 50)
    gap = abs(wanted - given)
    if gap <= _ALIKE * abs(wanted):
        return "agree"
    key, answer = (exact_value(tree, point, pair.digits) for tree in (pair.key, pair.answer))
    wanted_closer, given_closer = pair.relation.apply(key, answer, pair.digits)
    closer = abs(wanted_closer - given_closer)
    if closer <= _GAP_CLOSES * gap:
        return "agree"
    noise = max(abs(wanted_closer - wanted), abs(given_closer - given))
    return "differ" if closer > max(_CLEAR * noise, pair.floor) else "no opinion"
