"""What comparing two expressions comes to: the verdict, a point that shows it, and a sentence on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import Literal

from upslope.maths.equality.equivalence import Anchor, Relation
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.high_precision import OutOfReachError, UndefinedHereError, exact_value


@dataclass(frozen=True)
class Comparison:
    """The verdict on an answer, and for "different" a point (variable → value) where anyone can see it.

    ``reason`` says in a sentence why the verdict is not "same". ``wanted`` and ``given`` are the values of
    the key and the answer at the witness: None for no value, infinite for one beyond a float. ``entry`` is
    the row and the column, counted from 1, of the matrix entry that is spoken of.
    """

    verdict: Literal["same", "different", "unsure"]
    witness: Mapping[str, float] | None = None
    reason: str = ""
    wanted: float | None = None
    given: float | None = None
    entry: tuple[int, int] | None = None


SAME = Comparison("same")
TOO_FEW = Comparison("unsure", reason="The key has a value at too few points to compare with.")
TOO_HARD = Comparison("unsure", reason="I cannot work out enough values to be certain.")


def different(
    key: Expression,
    answer: Expression,
    witness: Mapping[str, float],
    relation: Relation,
) -> Comparison:
    """Return the verdict "different" with the values at the witness and a sentence that shows them."""
    wanted, given = _value(key, witness), _value(answer, witness)
    reason = _reason(wanted, given, witness)
    if relation.anchor and wanted is not None and given is not None and isfinite(wanted) and isfinite(given):
        measure = relation.anchor.measure
        if measure.name == "constant" or wanted != 0:
            reason = _two_at_once(relation.anchor, measure.of(wanted, given), witness)
    return Comparison("different", witness, reason, wanted, given)


def _value(expression: Expression, point: Mapping[str, float]) -> float | None:
    try:
        return float(exact_value(expression, point, 50))
    except UndefinedHereError:
        return None
    except OutOfReachError:
        return inf


def _reason(wanted: float | None, given: float | None, point: Mapping[str, float]) -> str:
    where = f"At {_listed(point)}" if point else "As a number,"
    if wanted is None or not isfinite(wanted):
        return f"{where} the values differ, but they are too large to be shown."
    if given is None:
        return f"{where} the key has the value {wanted:.6g} and the answer has none."
    if not isfinite(given):
        return f"{where} the key has the value {wanted:.6g} and the answer one too large to be shown."
    shown = _told_apart(wanted, given)
    if shown[0] == shown[1]:
        return f"{where} both have nearly the value {wanted:.6g}, but not quite the same."
    return f"{where} the key has the value {shown[0]} and the answer {shown[1]}."


def _two_at_once(anchor: Anchor, found: float, witness: Mapping[str, float]) -> str:
    one, other = _told_apart(anchor.measure.of(*anchor.values), found)
    places = [f" (at {_listed(point)})" if point else "" for point in (anchor.point, witness)]
    name = anchor.measure.name
    return f"The {name} would have to be {one}{places[0]} and {other}{places[1]} at once."


def _listed(point: Mapping[str, float]) -> str:
    return ", ".join(f"{name} = {value:.12g}" for name, value in point.items())


def _told_apart(one: float, other: float) -> tuple[str, str]:
    """Both numbers with six digits, or with as many as it takes to see that they differ."""
    written = [(f"{one + 0.0:.{digits}g}", f"{other + 0.0:.{digits}g}") for digits in (6, 10, 17)]
    return next((pair for pair in written if pair[0] != pair[1]), written[-1])
