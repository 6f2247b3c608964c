"""Mistakes with slopes and bends from differences, for f at the point ``at`` with the step ``h``."""

from fractions import Fraction

from upslope.maths import Expression, number
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def difference_not_divided(f: Expression, at: Number, h: Number, x: str = "x") -> Misconception:
    """f(x + h) − f(x)."""
    ahead, here, _ = _values(f, at, h, x)
    return Misconception(
        "difference-not-divided",
        "This is how much the function changed over the step. For a slope, divide it by the length of the "
        "step.",
        str(ahead - here),
    )


def central_divided_by_one_step(f: Expression, at: Number, h: Number, x: str = "x") -> Misconception:
    """(f(x + h) − f(x − h))/h."""
    ahead, _, behind = _values(f, at, h, x)
    return Misconception(
        "central-divided-by-one-step",
        "You went from one step behind to one step ahead, which is two steps. Divide by both of them.",
        str((ahead - behind) / number(h)),
    )


def second_step_not_squared(f: Expression, at: Number, h: Number, x: str = "x") -> Misconception:
    """(f(x + h) − 2f(x) + f(x − h))/h."""
    ahead, here, behind = _values(f, at, h, x)
    return Misconception(
        "second-step-not-squared",
        "The top is right. A second derivative is a slope of slopes: the step divides once for the slopes, "
        "and once more for their change.",
        str((ahead - 2 * here + behind) / number(h)),
    )


def middle_counted_once(f: Expression, at: Number, h: Number, x: str = "x") -> Misconception:
    """(f(x + h) − f(x) + f(x − h))/h²."""
    ahead, here, behind = _values(f, at, h, x)
    return Misconception(
        "middle-counted-once",
        "The middle value counts twice: as the end of the slope before it, and as the start of the slope "
        "after it. Check with a constant function, which must give 0.",
        str((ahead - here + behind) / number(h) ** 2),
    )


def _values(f: Expression, at: Number, h: Number, x: str) -> tuple[Expression, Expression, Expression]:
    place, step = number(at), number(h)
    ahead, behind = (f.substitute({x: there}) for there in (place + step, place - step))
    return ahead, f.substitute({x: place}), behind
