"""Mistakes with the determinant of a 2×2 matrix [a, b; c, d]."""

from upslope.maths import Matrix, tidy
from upslope.questions.variant import Misconception


def diagonals_added(square: Matrix) -> Misconception:
    """a·d + b·c."""
    a, b, c, d = square.children
    return Misconception(
        "diagonals-added",
        "You added the two diagonal products. A matrix with two equal rows presses every area flat, so its "
        "determinant must come out as 0: subtract.",
        str(tidy(a * d + b * c)),
    )


def main_diagonal_only(square: Matrix) -> Misconception:
    """a·d."""
    a, _, _, d = square.children
    return Misconception(
        "main-diagonal-only",
        "You multiplied along the main diagonal. The other diagonal counts as well: subtract its product.",
        str(tidy(a * d)),
    )


def diagonals_turned_round(square: Matrix) -> Misconception:
    """b·c − a·d."""
    a, b, c, d = square.children
    return Misconception(
        "diagonals-turned-round",
        "The size is right, the sign is not. Start with the product from top left to bottom right. Check: "
        "the identity matrix has the determinant 1.",
        str(tidy(b * c - a * d)),
    )
