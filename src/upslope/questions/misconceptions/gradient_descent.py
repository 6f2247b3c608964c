"""Mistakes with one step downhill from ``at``: x − step·∇f. One variable gives a number, more a column."""

from collections.abc import Mapping
from fractions import Fraction

from upslope.maths import Expression, column_vector, derivative, number, parse, tidy
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def uphill(f: Expression, at: Mapping[str, Number], step: Number) -> Misconception:
    """x + step·∇f."""
    return Misconception(
        "walked-uphill",
        "You walked along the gradient, and it points uphill. To come down go the other way: subtract.",
        _moved(at, [number(step) * slope for slope in _gradient(f, at)]),
    )


def step_size_forgotten(f: Expression, at: Mapping[str, Number]) -> Misconception:
    """x − ∇f."""
    return Misconception(
        "step-size-forgotten",
        "The direction is right. You subtracted the whole gradient, and the question gives a step size: "
        "multiply by it first.",
        _moved(at, [-slope for slope in _gradient(f, at)]),
    )


def gradient_made_one(f: Expression, at: Mapping[str, Number], step: Number) -> Misconception:
    """x − step·∇f/|∇f|."""
    slopes = _gradient(f, at)
    square = tidy(sum((slope * slope for slope in slopes), number(0)))
    length = parse("sqrt(x)").substitute({"x": square})
    return Misconception(
        "gradient-made-one",
        "The direction is right, and you made the gradient 1 long before you stepped. Its length stays in: "
        "on steep ground the step is long, near the bottom it is short.",
        _moved(at, [-number(step) * slope / length for slope in slopes]),
    )


def start_forgotten(f: Expression, at: Mapping[str, Number], step: Number) -> Misconception:
    """−step·∇f."""
    return Misconception(
        "start-forgotten",
        "This is the step itself. The question asks where it leads: add it to the point you start from.",
        _shaped([-number(step) * slope for slope in _gradient(f, at)]),
    )


def _gradient(f: Expression, at: Mapping[str, Number]) -> list[Expression]:
    return [tidy(derivative(f, v).substitute(at)) for v in at]


def _moved(at: Mapping[str, Number], steps: list[Expression]) -> str:
    return _shaped([number(place) + step for place, step in zip(at.values(), steps, strict=True)])


def _shaped(entries: list[Expression]) -> str:
    return str(column_vector(entries) if len(entries) > 1 else entries[0])
