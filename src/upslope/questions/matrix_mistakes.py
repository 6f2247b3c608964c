"""Mistakes that can be made with any matrix: recognised without an author's having to name them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from math import isfinite

from upslope.maths import Matrix, compare, evaluate, number, tidy
from upslope.questions.answer_tests import Domain
from upslope.questions.variant import Misconception

MOST_SWAPPED = 3  # rows or columns; larger matrices would have too many pairs
_PLAIN = 1e-3  # share of their size by which two values differ beyond doubt

_TRANSPOSED = (
    "Rows and columns have changed places: this is the transpose. Ask what one row stands for, and what one "
    "column does."
)
_SWAPPED = "{} {} and {} have changed places. Say what each one stands for, and keep to that order."
_FLIPPED = (
    "Every sign is turned round. Look for a minus sign that was lost, or that slipped in, before you wrote "
    "the entries down."
)
_DIAGONAL = (
    "Off the diagonal you have zeros. Each of those entries pairs one row with another column, and has to be "
    "worked out like the others."
)
_ABOVE = (
    "Below the diagonal you have zeros. Those entries have to be worked out too; in a symmetric matrix they "
    "mirror the ones above."
)
_BELOW = (
    "Above the diagonal you have zeros. Those entries have to be worked out too; in a symmetric matrix they "
    "mirror the ones below."
)


def matrix_mistakes(
    answer: Matrix, taken: Sequence[Matrix], domain: Domain | None
) -> tuple[Misconception, ...]:
    """Return the mistakes whose matrices differ from the answer, from those taken and from each other."""
    place = _place(answer, domain or {})
    known, found = [answer, *taken], []
    for code, sentence, wrong in _candidates(answer):
        if all(_differs(other, wrong, place, domain) for other in known):
            known.append(wrong)
            found.append(Misconception(code, sentence, str(wrong)))
    return tuple(found)


def _place(answer: Matrix, domain: Domain) -> dict[str, float]:
    """A point without anything special about it, within the domain."""
    spans = {name: domain.get(name, (0.5, 1.5)) for name in sorted(answer.variables)}
    return {
        name: low + (0.3 + 0.11 * k) % 1 * (high - low) for k, (name, (low, high)) in enumerate(spans.items())
    }


def _differs(one: Matrix, other: Matrix, place: Mapping[str, float], domain: Domain | None) -> bool:
    """Whether two matrices differ: at one place, which is quick to see, or else anywhere."""
    if one.shape != other.shape:
        return True
    pairs = (
        (evaluate(a, place), evaluate(b, place))
        for a, b in zip(one.children, other.children, strict=True)
        if a.variables | b.variables <= place.keys()
    )
    if any(isfinite(a) and isfinite(b) and abs(a - b) > _PLAIN * (abs(a) + abs(b)) for a, b in pairs):
        return True
    return compare(one, other, domain).verdict == "different"


def _candidates(answer: Matrix) -> Iterator[tuple[str, str, Matrix]]:
    """A code, a sentence and the wrong matrix; where two are alike the first one is meant."""
    yield "transposed", _TRANSPOSED, answer.transpose
    rows, columns = answer.shape
    for one, other, swapped in _swaps(answer):
        name = "Entries" if columns == 1 else "Rows"
        yield f"rows-{one}-{other}-swapped", _SWAPPED.format(name, one, other), swapped
    for one, other, swapped in _swaps(answer.transpose):
        name = "Entries" if rows == 1 else "Columns"
        yield f"columns-{one}-{other}-swapped", _SWAPPED.format(name, one, other), swapped.transpose
    flipped = Matrix(tuple(tuple(tidy(-entry) for entry in row) for row in answer.rows))
    yield "all-signs-flipped", _FLIPPED, flipped
    if rows == columns:
        yield "diagonal-only", _DIAGONAL, _kept(answer, lambda row, column: row == column)
        yield "above-diagonal-only", _ABOVE, _kept(answer, lambda row, column: row <= column)
        yield "below-diagonal-only", _BELOW, _kept(answer, lambda row, column: row >= column)


def _swaps(whole: Matrix) -> Iterator[tuple[int, int, Matrix]]:
    """Every way to exchange two rows, each with the numbers of those rows."""
    if len(whole.rows) > MOST_SWAPPED:
        return
    for one, other in combinations(range(len(whole.rows)), 2):
        rows = list(whole.rows)
        rows[one], rows[other] = rows[other], rows[one]
        yield one + 1, other + 1, Matrix(tuple(rows))


def _kept(whole: Matrix, keeps: Callable[[int, int], bool]) -> Matrix:
    """The matrix with 0 for every entry whose row and column are not kept."""
    return Matrix(
        tuple(
            tuple(entry if keeps(r, c) else number(0) for c, entry in enumerate(row))
            for r, row in enumerate(whole.rows)
        )
    )
