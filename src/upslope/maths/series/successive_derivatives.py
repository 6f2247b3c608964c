"""The derivatives of a function one after another, as long as they stay short enough to read."""

from itertools import islice

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Unworked, walk

_LONGEST = 36
_LONGEST_TOGETHER = 240


def successive_derivatives(expression: Expression, x: str, order: int) -> tuple[Derivation, ...] | None:
    """Return the first ``order`` derivatives with their working, each from the one before.

    None where they would fill pages: derivatives of products and compositions grow with every order.
    """
    found: list[Derivation] = []
    written = 0
    while len(found) < order:
        body = found[-1].result if found else expression
        try:
            found.append(worked(Unworked("derivative", body, x)))
        except MathsError:
            return None
        length = sum(1 for _ in islice(walk(found[-1].result), _LONGEST + 1))
        written += length
        if length > _LONGEST or written > _LONGEST_TOGETHER:
            return None
    return tuple(found)


def derivative_steps(expression: Expression, x: str, derivatives: tuple[Derivation, ...]) -> tuple[Step, ...]:
    """Return one step for each derivative in turn, its own working inside."""
    bodies = (expression, *(each.result for each in derivatives))
    return tuple(
        Step(
            f"{_ORDINALS[place]} derivative",
            Unworked("derivative", body, x),
            each.result,
            "Differentiate the line before once more." if place else "This is the slope of the function.",
            each.steps,
        )
        for place, (body, each) in enumerate(zip(bodies, derivatives, strict=False))
    )


_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh"),
    *("eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"),
)
