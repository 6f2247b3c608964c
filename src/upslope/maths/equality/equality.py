"""Whether two expressions are the same function, by looking at many points of the first one's own domain."""

from dataclasses import replace
from math import ceil, isnan
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.equality.comparison import SAME, TOO_FEW, TOO_HARD, Comparison, different
from upslope.maths.equality.constant_pieces import pieces
from upslope.maths.equality.equivalence import DOUBLE, Look, Relation, UpTo, relations
from upslope.maths.equality.sampling import Box, Points, check_box, largest_landmark, sample, size, values
from upslope.maths.equality.second_opinion import Pair, affordable, opinion_at
from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, number
from upslope.maths.expressions.matrix import Matrix, multiplied_out

__all__ = ["CONSTANT_LETTERS", "Comparison", "compare", "compare_entries"]

# Double precision calls two values alike within this share of their size; anything else goes to 50 digits.
_ALIKE = 1e-9
_FEWEST_POINTS = 4
# How many points are looked at again: of those in doubt, and of those where double precision shows nothing.
_MOST_DOUBTS = 12
_MOST_SILENT = 3
# A closer look than 50 digits. The second number is for what double precision still holds, up to 10^308.
_DIGITS, _MORE_DIGITS = 120, 400
# A key whose values are all below the first may differ from the answer by less than the second.
_TINY, _LOST = 1e-40, 1e-90
# A key that varies by a smaller share of its size has lost in double precision what there is to see.
_SEEN = 1e-6
# A difference of more than this share of the values makes a witness that shows it in a few digits.
_PLAIN = 1e-3
_WORST_FIRST = ("different", "unsure", "same")
CONSTANT_LETTERS = ("C", "c")
_SOME_CONSTANT = number(1.37)

Grid: TypeAlias = tuple[tuple[Comparison, ...], ...]


def compare(
    key: Expression, answer: Expression, domain: Box | None = None, up_to: UpTo | None = None
) -> Comparison:
    """Say whether ``answer`` equals ``key`` wherever the key has a value.

    ``domain`` gives (low, high) for variables that only live there; an end may be infinite. An answer that
    is undefined at single points (a removable gap) is still the same; one that is undefined on a stretch of
    the key's domain is different, one that is defined in more places is not. Numbers count as equal within a
    billionth of their size, so that decimals with ten right digits do for a fraction. "unsure" means that the
    key has too few points with a value, or values that cannot be worked out in a few hundredths of a second.

    With ``up_to="constant"`` the answer may differ from the key by one constant, as antiderivatives do, or in
    one variable by one for each interval of the key's domain; a letter C or c that the key does not have is a
    constant too. With ``up_to="factor"`` the answer may be the key times one constant other than 0.

    Matrices are the same when they have one shape and the same entries; a constant may differ from entry to
    entry, a factor is one for all. Raises MathsError for what has no value (statements, derivatives not yet
    worked out, shapes that do not fit) and ValueError for a domain whose ends are not in order or another
    ``up_to``.
    """
    keys, answers = multiplied_out(key), multiplied_out(answer)
    if _shape(keys) != _shape(answers):
        what = f"The key is {_named(_shape(keys))}, the answer {_named(_shape(answers))}."
        return Comparison("different", reason=what)
    grid = _compared(keys, answers, domain or {}, up_to)
    flat = [comparison for row in grid for comparison in row]
    worst = min(flat, key=lambda comparison: _WORST_FIRST.index(comparison.verdict))
    return SAME if worst.verdict == "same" else worst


def compare_entries(
    key: Expression, answer: Expression, domain: Box | None = None, up_to: UpTo | None = None
) -> Grid:
    """Compare two matrices of one shape entry by entry; rows of comparisons as the matrices have rows.

    Raises MathsError as ``compare`` does, and where the shapes differ.
    """
    keys, answers = multiplied_out(key), multiplied_out(answer)
    if _shape(keys) != _shape(answers):
        raise MathsError(
            f"The key is {_named(_shape(keys))}, the answer {_named(_shape(answers))}.",
            "Only matrices of one shape can be compared entry by entry.",
        )
    return _compared(keys, answers, domain or {}, up_to)


def _shape(whole: Expression) -> tuple[int, int] | None:
    return whole.shape if isinstance(whole, Matrix) else None


def _named(shape: tuple[int, int] | None) -> str:
    return f"a {shape[0]}×{shape[1]} matrix" if shape else "a single expression"


def _compared(keys: Expression, answers: Expression, box: Box, up_to: UpTo | None) -> Grid:
    check_box(box)
    height, width = _shape(keys) or (1, 1)
    found = [SAME] * (height * width)
    if keys != answers:
        looks = [
            _look(key, answer, box, up_to)
            for key, answer in zip(_entries(keys), _entries(answers), strict=True)
        ]
        related = zip(looks, relations(looks, up_to), strict=True)
        found = [_judged(look, relation, box, up_to) for look, relation in related]
    if isinstance(keys, Matrix):
        found = [replace(one, entry=(at // width + 1, at % width + 1)) for at, one in enumerate(found)]
    return tuple(tuple(found[start : start + width]) for start in range(0, len(found), width))


def _entries(whole: Expression) -> tuple[Expression, ...]:
    return whole.children if isinstance(whole, Matrix) else (whole,)


def _look(key: Expression, answer: Expression, box: Box, up_to: UpTo | None) -> Look:
    if up_to == "constant":
        own = (answer.variables - key.variables).intersection(CONSTANT_LETTERS)
        answer = answer.substitute(dict.fromkeys(own, _SOME_CONSTANT))
    names = tuple(sorted(key.variables | answer.variables))
    points = sample(key, names, box, largest_landmark(key, answer))
    return Look(key, answer, points, values(key, points), values(answer, points))


def _judged(look: Look, relation: Relation, box: Box, up_to: UpTo | None) -> Comparison:
    if look.points and size(look.points) < _FEWEST_POINTS:
        return TOO_FEW
    found = _weighed(look, relation, box)
    if found.verdict == "different" and found.given is not None and up_to == "constant":
        parts = pieces(look)
        others = (_weighed(part, relations([part], up_to)[0], box).verdict for part in parts)
        if len(parts) > 1 and all(verdict == "same" for verdict in others):
            return SAME
    return found


def _weighed(look: Look, relation: Relation, box: Box) -> Comparison:
    agreeing, in_doubt = _double_precision(look, relation)
    # Where many values agree and one does not, what is lost beside a huge number is the likeliest reason.
    digits = _DIGITS if agreeing < _FEWEST_POINTS else _MORE_DIGITS
    pair = Pair(look.key, look.answer, box, relation, digits, floor=0 if _vanishes(look) else _LOST)
    in_doubt = in_doubt[: affordable(pair, len(in_doubt))]
    enough = min(_FEWEST_POINTS, agreeing + len(in_doubt))
    for point in in_doubt:
        opinion = opinion_at(pair, point)
        if opinion == "differ" and isnan(evaluate(look.answer, point)):
            continue  # ∞ − ∞ in double precision: no number of digits is certain to be enough
        if opinion in ("differ", "gap"):
            return different(look.key, look.answer, point, relation)
        agreeing += opinion == "agree"
    return SAME if agreeing >= enough else TOO_HARD


def _double_precision(look: Look, relation: Relation) -> tuple[int, list[dict[str, float]]]:
    """At how many points the values agree beyond doubt, and the points that ask for a second opinion."""
    wanted, given = relation.apply(look.wanted, look.given, DOUBLE)
    distance = _distance(wanted, given)
    doubtful = np.flatnonzero(distance > _ALIKE)
    silent = np.flatnonzero((distance <= _ALIKE) & _silent(look.key, wanted, given))
    consulted = _in_order(doubtful, distance, look.points)
    if silent.size * 4 > distance.size:
        consulted += [int(index) for index in silent[:: ceil(silent.size / _MOST_SILENT)]]
    return distance.size - doubtful.size - silent.size, [look.point(index) for index in consulted]


def _distance(wanted: NDArray[np.float64], given: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gap between the values as a share of their size; infinite where the answer has no value."""
    with np.errstate(all="ignore"):
        distance = np.abs(wanted - given) / np.maximum(np.abs(wanted), np.abs(given))
    distance[wanted == given] = 0
    distance[~np.isfinite(distance)] = np.inf
    return distance


def _silent(key: Expression, wanted: NDArray[np.float64], given: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Where alike values show nothing: 0.5^10000 is 0.0, as 0.5^20000 is, and 10^20 + x is 10^20 + 2x."""
    if key.variables and np.ptp(wanted) <= max(_TINY, _SEEN * float(np.abs(wanted).max())):
        return np.ones(wanted.shape, dtype=np.bool_)
    return np.asarray((wanted == 0) & (given == 0))


def _vanishes(look: Look) -> bool:
    """Whether the key is far too small wherever one looks: then small gaps are all there is to go by."""
    return bool(look.key.variables) and float(np.abs(look.wanted).max()) < _TINY


def _in_order(doubtful: NDArray[np.intp], distance: NDArray[np.float64], points: Points) -> list[int]:
    """Simple points with a plain difference first, as the best witnesses; then the rest by distance."""

    def plainness(index: int) -> tuple[int, float, float]:
        coordinates = [float(array[index]) for array in points.values()]
        if distance[index] <= _PLAIN:
            return 2, 0, -distance[index]
        if all(value.is_integer() and value != 0 for value in coordinates):
            return 0, sum(map(abs, coordinates)), 0
        return 1, sum(len(repr(value)) for value in coordinates), -distance[index]

    ordered = sorted((int(index) for index in doubtful), key=plainness)
    return ordered[:: max(1, len(ordered) // _MOST_DOUBTS)][:_MOST_DOUBTS]
