"""Putting a point in for the letters: exact where the point is, decimals where the point has decimals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import TypeAlias

from upslope.maths.differentiation.derivation import Link, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import (
    Expression,
    Number,
    Operand,
    Symbol,
    in_one_row,
    number,
    walk,
)
from upslope.maths.expressions.high_precision import OutOfReachError, exact_value
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

Point: TypeAlias = Mapping[str, Operand]
"""A value for every variable: a whole number, a Fraction, a float or an expression such as π/2."""

_DIGITS = 50
_SHOWN = 4
_LEFT_OVER = 1e-35


def checked_point(point: Point, names: tuple[str, ...], letters: frozenset[str]) -> dict[str, Expression]:
    """Return the point as expressions, in the order of ``names``; other ``letters`` may have a value too.

    Raises MathsError for a missing value, one too many, and what is no number.
    """
    missing = [name for name in names if name not in point]
    if missing:
        raise MathsError(
            f"The point has no value for {', '.join(missing)}.", f"Give one for each of {', '.join(names)}."
        )
    extra = sorted(set(point).difference(names, letters))
    if extra:
        raise MathsError(
            f"The point has a value for {', '.join(extra)}, which occurs nowhere.", "Leave it out."
        )
    in_order = (*names, *sorted(set(point).difference(names)))
    return {name: checked_number(point[name], f"The coordinate {name}") for name in in_order}


def checked_number(value: Operand, what: str) -> Expression:
    """Return a number as a tree. Raises MathsError for infinities, NaN, vectors and equations."""
    try:
        tree = number(value)
    except ValueError:
        raise MathsError(f"{what} has the value {value!r}.", "Use a finite number.") from None
    if not all(node.is_scalar for node in walk(tree)):
        raise MathsError(f"{what} has the value {tree}, which is not one number.", "Use one number.")
    return tree


@dataclass(frozen=True)
class Precision:
    """How values at a point are judged and shown.

    What is made of entries of size 1 counts as 0 up to ``zero``, a slope up to ``level``. ``shown`` writes a
    value, or every entry of a matrix.
    """

    zero: float
    level: float
    shown: Callable[[Expression], Expression]


def precision_at(*values: Expression) -> Precision:
    """Return DECIMAL where any of the numbers put in has decimals, EXACT otherwise."""
    return DECIMAL if _has_decimals(*values) else EXACT


def _has_decimals(*values: Expression) -> bool:
    return any(isinstance(node, Number) and node.places for value in values for node in walk(value))


def _in_digits(exact: Expression) -> Expression:
    """Six digits for a value without letters, entry by entry."""
    if isinstance(exact, Matrix):
        return exact.rebuild(tuple(map(_in_digits, exact.children)))
    return exact if exact.variables else rounded(as_float(exact))


EXACT = Precision(0.0, 0.0, lambda exact: exact)
"""Fractions, roots and sines as they are."""

DECIMAL = Precision(1e-8, 1e-6, _in_digits)
"""Six digits; a point of decimals is seldom quite where it should be."""


def at_point(expression: Expression, point: Mapping[str, Expression]) -> Expression:
    """Return the tidy exact value of a scalar, or of every entry of a matrix, at the point.

    Raises MathsError where there is none.
    """
    if isinstance(expression, Matrix):
        return expression.rebuild(tuple(at_point(entry, point) for entry in expression.children))
    literal = in_one_row(expression.substitute(point))
    if not literal.variables:
        _check_value(expression, literal, point)
    return tidied(literal)


def put_in(expression: Expression, point: Mapping[str, Expression]) -> tuple[Step, ...]:
    """Return the step from a scalar or a matrix to its value at the point; none where no letter changes.

    Raises MathsError where an entry has no value.
    """
    if not expression.variables.intersection(point):
        return ()
    exact, literal = at_point(expression, point), in_one_row(expression.substitute(point))
    value = precision_at(*point.values()).shown(exact)
    link: Link = "=" if tidied(value) == exact else "≈"
    inside = (Step("work out", literal, value, "", link=link),) if literal != value else ()
    why = f"Put ${place(point)}$ in for the letters and work it out."
    return (Step("put in the point", expression, value, why, inside, "⇒"),)


def as_float(exact: Expression) -> float:
    """Return the value of a scalar without letters, worked out with many digits.

    Roots and sines that cancel give 0, as far as 50 digits can tell. Raises MathsError for what is too large.
    """
    value = rational_value(exact)
    try:
        size = float(exact_value(exact, {}, _DIGITS) if value is None else value)
    except ArithmeticError:
        size = inf
    if not isfinite(size):
        raise MathsError(f"{exact} is too large to work with.", "Choose smaller numbers.")
    return 0.0 if value is None and abs(size) < _LEFT_OVER else size


def _check_value(expression: Expression, literal: Expression, point: Mapping[str, Expression]) -> None:
    where = ", ".join(f"{name} = {at}" for name, at in point.items())
    try:
        exact_value(literal, {}, _DIGITS)
    except OutOfReachError:
        raise MathsError(
            f"The value of {expression} at {where} is too large to work out.", "Choose smaller numbers."
        ) from None
    except ArithmeticError:
        raise MathsError(
            f"{expression} has no value at {where}.", "Choose a point where it has one."
        ) from None


def place(point: Mapping[str, Expression]) -> str:
    """Return the point in LaTeX: ``x = 1``, or ``(x, y) = (1, 2)``."""
    names = ", ".join(to_latex(Symbol(name)) for name in point)
    values = ", ".join(map(to_latex, point.values()))
    return f"{names} = {values}" if len(point) == 1 else f"({names}) = ({values})"


def with_decimal(exact: Expression) -> str:
    r"""Return a value in LaTeX, and what it is about where that is not plain: ``\sqrt{17} \approx 4.123``."""
    if exact.variables:
        return to_latex(exact)
    about = to_latex(rounded(as_float(exact), _SHOWN))
    if _has_decimals(exact):
        return about
    return to_latex(exact) if rational_value(exact) is not None else rf"{to_latex(exact)} \approx {about}"
