"""Mistakes with ∂f/∂x; ``y`` is a letter that should hold still."""

from upslope.maths import Expression, derivative, number
from upslope.questions.variant import Misconception


def other_letter_moved_too(f: Expression, x: str = "x", y: str = "y") -> Misconception:
    """∂²f/∂x∂y."""
    return Misconception(
        "other-letter-moved-too",
        "You differentiated by one letter and then by another. Only the letter below the $\\partial$ moves; "
        "treat every other one like a number.",
        str(derivative(derivative(f, x), y)),
    )


def slopes_added(f: Expression, x: str = "x", y: str = "y") -> Misconception:
    """∂f/∂x + ∂f/∂y."""
    return Misconception(
        "slopes-added",
        "You added the slopes in two directions. A partial derivative walks in one: the letter below the "
        "$\\partial$ moves, and a term without it has slope 0.",
        str(derivative(f, x) + derivative(f, y)),
    )


def other_letter_taken_for_zero(f: Expression, x: str = "x", y: str = "y") -> Misconception:
    """∂f/∂x at y = 0."""
    return Misconception(
        "other-letter-taken-for-zero",
        "Some terms went missing, as if the other letter were 0. It holds still, and a number that "
        "multiplies stays: the slope of $5x$ is 5.",
        str(derivative(f, x).substitute({y: number(0)})),
    )


def other_letter_dropped(f: Expression, x: str = "x", y: str = "y") -> Misconception:
    """∂f/∂x at y = 1."""
    return Misconception(
        "other-letter-dropped",
        "The moving letter is differentiated well, and the other one got lost. It counts as a constant "
        "factor, and a constant factor stays.",
        str(derivative(f, x).substitute({y: number(1)})),
    )


def wrong_letter_moved(f: Expression, y: str = "y") -> Misconception:
    """∂f/∂y."""
    return Misconception(
        "wrong-letter-moved",
        "This is a right partial derivative, and it is the other one. The letter below the $\\partial$ says "
        "which one moves.",
        str(derivative(f, y)),
    )
