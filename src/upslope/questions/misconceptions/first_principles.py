"""Mistakes while a derivative is worked out from its definition, with a step h."""

from upslope.maths import Expression, derivative, number, symbol
from upslope.questions.variant import Misconception


def step_left_in(f: Expression, x: str = "x", step: str = "h") -> Misconception:
    """(f(x + h) − f(x))/h with the step never taken to 0."""
    point, run = symbol(x), symbol(step)
    return Misconception(
        "step-left-in",
        "This is the slope of the line through two points, a step apart. It still holds the step. Let the "
        "step shrink to nothing, and keep what is left.",
        str((f.substitute({x: point + run}) - f) / run),
    )


def step_never_divided_out(f: Expression, x: str = "x", step: str = "h") -> Misconception:
    """f(x + h) − f(x), the rise."""
    point, run = symbol(x), symbol(step)
    return Misconception(
        "step-never-divided-out",
        "This is the rise: how much the function changed over the step. For the slope, divide it by the "
        "step.",
        str(f.substitute({x: point + run}) - f),
    )


def everything_shrinks() -> Misconception:
    """0: the step is taken to 0 before the division."""
    return Misconception(
        "everything-shrinks",
        "You let the step shrink before you divided by it, and everything went to 0. Rise and run shrink "
        "together: divide first, then look at what is left.",
        str(number(0)),
    )


def cross_term_forgotten(f: Expression, x: str = "x", step: str = "h") -> Misconception:
    """(f(h))/h: f(x + h) read as f(x) + f(h)."""
    run = symbol(step)
    return Misconception(
        "cross-term-forgotten",
        "You wrote the function at $x$ plus the step as the function at $x$ plus the function of the "
        "step. A square of side $x$ that grows by a step also gets two strips along its sides. Multiply "
        "the bracket out.",
        str(f.substitute({x: run}) / run),
    )


def derivative_doubled(f: Expression, x: str = "x") -> Misconception:
    """2·f′: the step counted on both sides."""
    return Misconception(
        "derivative-doubled",
        "This is twice the slope. The run goes from $x$ to $x$ plus one step, so divide by one step for "
        "each step you took.",
        str(2 * derivative(f, x)),
    )
