"""Mistakes with the condition ∂f/∂x − λ·∂g/∂x = 0 on the constraint g = c, and with λ.

Whoever asks for the condition says that the multiplier is subtracted.
"""

from fractions import Fraction

from upslope.maths import Expression, derivative, number, symbol
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def multiplier_forgotten(f: Expression, g: Expression, x: str = "x") -> Misconception:
    """∂f/∂x − ∂g/∂x."""
    return Misconception(
        "multiplier-forgotten",
        "You asked the two gradients to be equal. They need only lie along one line, and one may be "
        "longer: the multiplier says how much.",
        str(derivative(f, x) - derivative(g, x)),
    )


def constraint_left_out(f: Expression, x: str = "x") -> Misconception:
    """∂f/∂x."""
    return Misconception(
        "constraint-left-out",
        "This looks for level ground anywhere. You are held by the fence, and at the best point along it "
        "the ground may still slope straight across it. Bring the constraint in.",
        str(derivative(f, x)),
    )


def multiplier_sign_turned(f: Expression, g: Expression, x: str = "x", name: str = "lambda") -> Misconception:
    """∂f/∂x + λ·∂g/∂x."""
    return Misconception(
        "multiplier-sign-turned",
        "The pieces are right, and the multiplier has the other sign. Bring $\\nabla f = \\lambda \\nabla "
        "g$ to one side: it is taken away there.",
        str(derivative(f, x) + symbol(name) * derivative(g, x)),
    )


def constraint_not_differentiated(
    f: Expression, g: Expression, x: str = "x", name: str = "lambda"
) -> Misconception:
    """∂f/∂x − λ·g."""
    return Misconception(
        "constraint-not-differentiated",
        "The multiplier stands before the constraint itself. It is the slopes that have to line up: "
        "differentiate the constraint as well.",
        str(derivative(f, x) - symbol(name) * g),
    )


def multiplier_on_the_other_side(
    f: Expression, g: Expression, x: str = "x", name: str = "lambda"
) -> Misconception:
    """λ·∂f/∂x − ∂g/∂x."""
    return Misconception(
        "multiplier-on-the-other-side",
        "Your multiplier stretches the gradient of the function. Write it before the gradient of the "
        "constraint; then its value says how much you gain when the fence moves.",
        str(symbol(name) * derivative(f, x) - derivative(g, x)),
    )


def multiplier_turned_over(value: Number) -> Misconception:
    """1/λ, for λ not 0."""
    return Misconception(
        "multiplier-turned-over",
        "This is one over the multiplier. In $\\nabla f = \\lambda \\nabla g$ it stretches the gradient of "
        "the constraint: divide the other way round.",
        str(1 / number(value)),
    )
