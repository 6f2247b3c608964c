"""The stationary points of a function: where every slope is 0, and what is there."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.solving.closed_form import Writer, Written
from upslope.maths.solving.definiteness import Kind, kind_by_curvature
from upslope.maths.solving.interval_enclosure import Reals
from upslope.maths.solving.root_refinement import exact, slopes_and_values
from upslope.maths.solving.roots_in_box import Box, roots_in_box


@dataclass(frozen=True)
class FoundPoint:
    """A place where every slope is 0: coordinates and value as a person writes them, and its kind.

    ``Written`` numbers carry their tree, their value in double precision, and whether the tree is exact.
    """

    point: tuple[Written, ...]
    value: Written
    kind: Kind


@dataclass(frozen=True)
class CriticalPoints:
    """The isolated stationary points, sorted by coordinates; whether they are all, and a sentence about that.

    ``along_curves``, shape (j, n), are a few places on curves made of stationary points, if there are any.
    """

    points: tuple[FoundPoint, ...]
    complete: bool
    sentence: str
    along_curves: Reals


def critical_points(f: Expression, variables: tuple[str, ...], box: Box) -> CriticalPoints:
    """Return the stationary points of f in a box of (low, high) for each of 1 to 5 variables.

    ``complete`` is True only if interval arithmetic has ruled out all others. The kind comes from the signs
    of the eigenvalues of the Hessian (Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.1;
    Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 5.8), and is "cannot tell" where they are 0.

    Raises MathsError for unknown letters, for a box without room, and where ``differentiate`` does.
    """
    if unknown := sorted(f.variables - set(variables)):
        raise MathsError(
            f"{', '.join(unknown)} is not among the variables {', '.join(variables)}.",
            "Put a number in its place, or add it to the variables.",
        )
    slopes = tuple(derivative(f, name) for name in variables)
    roots = roots_in_box(slopes, variables, box)
    write = Writer()
    rows = (_row(f, slopes, dict(zip(variables, point, strict=True)), write) for point in roots.exact)
    equations = "The slope has to be 0." if len(variables) == 1 else "Every slope has to be 0."
    return CriticalPoints(
        points=tuple(row for row in rows if row is not None),
        complete=roots.complete,
        sentence=f"{equations} {roots.sentence}",
        along_curves=roots.along_curves,
    )


def _row(
    f: Expression, slopes: tuple[Expression, ...], place: dict[str, Fraction], write: Writer
) -> FoundPoint | None:
    """The stationary point with its value; None where f itself has no value there."""
    try:
        value = exact(f, place)
    except ArithmeticError:
        return None
    doubles = np.array([tuple(place.values())], dtype=np.float64)
    curvatures, _ = slopes_and_values(slopes, tuple(place), doubles)
    return FoundPoint(tuple(map(write, place.values())), write(value), kind_by_curvature(curvatures[0]))
