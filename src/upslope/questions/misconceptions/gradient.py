"""Mistakes with the gradient of one function, its length, and the slope in a direction.

``slopes`` are the entries of the gradient, as expressions or as numbers.
"""

from collections.abc import Sequence
from fractions import Fraction

from upslope.maths import Expression, number, parse, row_vector, tidy
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def points_downhill(slopes: Sequence[Number]) -> Misconception:
    """−∇f."""
    return Misconception(
        "points-downhill",
        "The size is right, and this arrow points straight downhill. The gradient points the way the "
        "function grows fastest.",
        str(row_vector([-number(slope) for slope in slopes])),
    )


def length_made_one(slopes: Sequence[Number]) -> Misconception:
    """∇f/|∇f|."""
    length = _root(_squares(slopes))
    return Misconception(
        "length-made-one",
        "The direction is right, and you made the arrow 1 long. Its length says how steep the ground is "
        "there: leave it as it came out.",
        str(row_vector([number(slope) / length for slope in slopes])),
    )


def slopes_swapped(slopes: Sequence[Number]) -> Misconception:
    """The entries in reverse order."""
    return Misconception(
        "gradient-entries-swapped",
        "The slopes are right and stand in each other's place. The first entry is how fast the function "
        "changes along the first variable.",
        str(row_vector(list(slopes)[::-1])),
    )


def length_without_root(slopes: Sequence[Number]) -> Misconception:
    """|∇f|²."""
    return Misconception(
        "length-without-root",
        "You squared the entries and added, as Pythagoras does. That is the square of the length: take the "
        "root.",
        str(_squares(slopes)),
    )


def length_by_adding(slopes: Sequence[Number]) -> Misconception:
    """Σ|∂f/∂v|."""
    sizes = [parse("abs(x)").substitute({"x": number(slope)}) for slope in slopes]
    return Misconception(
        "length-by-adding",
        "You added the entries. That is the way along the streets; the arrow goes straight across. Square, "
        "add, and take the root.",
        str(tidy(sum(sizes, number(0)))),
    )


def direction_not_made_one(slopes: Sequence[Number], direction: Sequence[Number]) -> Misconception:
    """∇f·v, for a direction v whose length is not 1."""
    return Misconception(
        "direction-not-made-one",
        "You multiplied the gradient with the direction as it was given. A longer arrow would then count "
        "as a steeper slope: make it 1 long first.",
        str(_dot(slopes, direction)),
    )


def _squares(slopes: Sequence[Number]) -> Expression:
    return _dot(slopes, slopes)


def _dot(left: Sequence[Number], right: Sequence[Number]) -> Expression:
    return tidy(sum((number(a) * number(b) for a, b in zip(left, right, strict=True)), number(0)))


def _root(square: Expression) -> Expression:
    return parse("sqrt(x)").substitute({"x": square})
