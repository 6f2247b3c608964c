"""Determinants up to 3×3, worked as on paper: along the diagonals, or along a row or column with zeros."""

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Negative, Product, in_one_row, number, sum_of
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.multivariate.pythagoras import pythagorean_steps
from upslope.maths.simplification.tidy import tidied

LARGEST = 3
_ORDINALS = ("first", "second", "third")


def determinant(matrix: Expression) -> Derivation:
    """Return the determinant of a square matrix of up to three rows, symbolic or of numbers, worked.

    sin² + cos² = 1 is used where it shortens the result. Raises MathsError for other shapes and for numbers.

    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 8.9.
    """
    if not isinstance(matrix, Matrix):
        raise MathsError(f"{matrix} is not a matrix.", "Only a square matrix has a determinant.")
    height, width = matrix.shape
    if height != width:
        raise MathsError(
            f"A {height}×{width} matrix has no determinant.",
            "Only a square matrix has one, with as many rows as columns.",
        )
    if height > LARGEST:
        raise MathsError(
            f"A {height}×{height} determinant is more than I work out.", f"Use one of {LARGEST} rows at most."
        )
    steps = _three(matrix) if height == LARGEST else _small(matrix)
    return Derivation(_between_bars(matrix), steps[-1].end, steps)


def _between_bars(matrix: Matrix) -> str:
    return to_latex(matrix).replace("{bmatrix}", "{vmatrix}")


def _small(matrix: Matrix) -> tuple[Step, ...]:
    """One row or two: the entry, or one diagonal minus the other."""
    if matrix.shape == (1, 1):
        return (Step("one entry", matrix, matrix.rows[0][0], "There is only one entry.", link="⇒"),)
    (a, b), (c, d) = matrix.rows
    difference = in_one_row(Product((a, d)) - Product((b, c)))
    why = "The product down the diagonal from the top left, minus the product of the other two: $ad - bc$."
    return _tidied(Step("diagonals", matrix, difference, why, link="⇒"))


def _tidied(first: Step) -> tuple[Step, ...]:
    """The step, then tidying, then sin² + cos² = 1, as far as they change anything."""
    value = tidied(first.end)
    tidying = Step("tidy", first.end, value, "Multiply out and collect.")
    return (first, *([tidying] if value != first.end else []), *pythagorean_steps(value))


def _three(matrix: Matrix) -> tuple[Step, ...]:
    """Three rows: along the line with the most zeros, with the work on the 2×2 determinants inside."""
    lines = [*matrix.rows, *matrix.transpose.rows]
    line = max(range(2 * LARGEST), key=lambda index: (lines[index].count(number(0)), -index))
    places = [(line, k) if line < LARGEST else (k, line - LARGEST) for k in range(LARGEST)]
    terms: list[Expression] = []
    inside: list[Step] = []
    for row, column in places:
        entry = matrix.rows[row][column]
        if entry != number(0):
            work = _small(_without(matrix, row, column))
            inside += work
            term = Product((entry, work[-1].end))
            terms.append(Negative(term) if (row + column) % 2 else term)
    total = in_one_row(sum_of(tuple(terms)))
    return _tidied(Step("expand", matrix, total, _why_line(line, lines[line]), tuple(inside), link="⇒"))


def _without(matrix: Matrix, row: int, column: int) -> Matrix:
    kept = [entries for index, entries in enumerate(matrix.rows) if index != row]
    return Matrix(tuple(tuple(e for index, e in enumerate(entries) if index != column) for entries in kept))


def _why_line(line: int, entries: tuple[Expression, ...]) -> str:
    name = f"{_ORDINALS[line % LARGEST]} {'row' if line < LARGEST else 'column'}"
    signs = "$-, +, -$" if line % LARGEST == 1 else "$+, -, +$"
    zeros = " It holds a zero, and that saves work." if number(0) in entries else ""
    return (
        f"Go along the {name}.{zeros} Multiply each entry by the $2 \\times 2$ determinant that is left "
        f"when its row and column are struck out; the signs are {signs} in turn."
    )
