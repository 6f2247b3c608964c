"""Vectors and matrices of expressions, and the algebra that turns a row of them into one.

Scalars and matrices share one tree: a ``Product`` may hold both, in the order of multiplication. Nothing is
multiplied out until ``multiplied_out`` is asked to.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar, TypeAlias

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Operand,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
    sum_of,
    walk,
)

Shape: TypeAlias = tuple[int, int]
_SCALAR: Shape = (0, 0)


@dataclass(frozen=True, slots=True)
class Matrix(Expression):
    """Rows of expressions, all of one length. A vector is a matrix of one row or of one column."""

    rows: tuple[tuple[Expression, ...], ...]
    is_scalar: ClassVar[bool] = False

    @property
    def shape(self) -> Shape:
        """How many rows and columns there are."""
        return len(self.rows), len(self.rows[0])

    @property
    def children(self) -> tuple[Expression, ...]:
        """The entries, row by row."""
        return tuple(entry for row in self.rows for entry in row)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a matrix of the same shape with other entries, given row by row."""
        height, width = self.shape
        return Matrix(tuple(children[row * width : (row + 1) * width] for row in range(height)))

    @property
    def transpose(self) -> "Matrix":
        """The matrix with rows and columns exchanged."""
        return Matrix(tuple(zip(*self.rows, strict=True)))

    def __str__(self) -> str:
        rows = [", ".join(map(str, row)) for row in self.rows]
        return f"[[{rows[0]}]]" if self.shape == (1, 1) else f"[{'; '.join(rows)}]"


def matrix(rows: Iterable[Iterable[Operand]]) -> Matrix:
    """Return the matrix with these rows of numbers or expressions.

    Raises ValueError where there is no entry or the rows differ in length.
    """
    built = tuple(tuple(number(entry) for entry in row) for row in rows)
    if not built or not built[0] or len({len(row) for row in built}) > 1:
        lengths = [len(row) for row in built]
        raise ValueError(
            f"Rows of the lengths {lengths} make no matrix: give one or more of the same length."
        )
    return Matrix(built)


def row_vector(entries: Iterable[Operand]) -> Matrix:
    """Return the matrix of one row with these entries: a gradient, a Jacobian of one output."""
    return matrix([entries])


def column_vector(entries: Iterable[Operand]) -> Matrix:
    """Return the matrix of one column with these entries: a point, a list of outputs."""
    return matrix([entry] for entry in entries)


def has_matrix(expression: Expression) -> bool:
    """Whether any part of the expression is a vector or a matrix."""
    return any(isinstance(node, Matrix) for node in walk(expression))


def multiplied_out(expression: Expression) -> Expression:
    """Return the one matrix (or the scalar) that sums and products of matrices come to; entries untidied.

    Raises MathsError where shapes do not fit, or where a matrix stands where only a scalar can.
    """
    if isinstance(expression, Matrix) or not has_matrix(expression):
        return expression
    parts = [multiplied_out(child) for child in expression.children]
    match expression:
        case Sum():
            return reduce(_plus, parts)
        case Product():
            return reduce(_times, parts)
        case Negative():
            return _each(parts[0], Negative)
        case Quotient() if not isinstance(parts[1], Matrix):
            return _each(parts[0], lambda entry: Quotient(entry, parts[1]))
    raise MathsError(
        f"In {expression} a vector or matrix stands where only a number can.",
        "Work on its entries one by one.",
    )


def shape_of(expression: Expression) -> Shape:
    """Return rows and columns of what the expression comes to; (0, 0) for a scalar. Raises MathsError."""
    result = multiplied_out(expression)
    return result.shape if isinstance(result, Matrix) else _SCALAR


def _each(part: Expression, change: Callable[[Expression], Expression]) -> Expression:
    return part.rebuild(tuple(change(entry) for entry in part.children))


def _plus(left: Expression, right: Expression) -> Expression:
    if not (isinstance(left, Matrix) and isinstance(right, Matrix) and left.shape == right.shape):
        raise _misfit("added", left, right, "Only matrices of the same shape can be added.")
    return left.rebuild(tuple(sum_of((a, b)) for a, b in zip(left.children, right.children, strict=True)))


def _times(left: Expression, right: Expression) -> Expression:
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        if left.shape[1] != right.shape[0]:
            remedy = "The first needs as many columns as the second has rows."
            raise _misfit("multiplied", left, right, remedy)
        columns = right.transpose.rows
        return Matrix(tuple(tuple(_dot(row, column) for column in columns) for row in left.rows))
    if isinstance(right, Matrix):
        return right.rebuild(tuple(product_of((left, entry)) for entry in right.children))
    if isinstance(left, Matrix):
        return left.rebuild(tuple(product_of((right, entry)) for entry in left.children))
    return product_of((left, right))


def _dot(row: tuple[Expression, ...], column: tuple[Expression, ...]) -> Expression:
    return sum_of(tuple(product_of((a, b)) for a, b in zip(row, column, strict=True)))


def _misfit(done: str, left: Expression, right: Expression, remedy: str) -> MathsError:
    shown = " and ".join(
        f"{part.shape[0]}×{part.shape[1]}" if isinstance(part, Matrix) else "a number"
        for part in (left, right)
    )
    return MathsError(f"Shapes {shown} cannot be {done}.", remedy)
