"""What is at a point of a fence: its coordinates, its multipliers, the value of f, and its kind."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal, TypeAlias

import numpy as np

from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.lagrange.constrained_kind import ConstrainedKind, kind_on_fence
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.solving.closed_form import Writer, Written
from upslope.maths.solving.interval_enclosure import ranges
from upslope.maths.solving.root_refinement import Point, exact

_CLOSE = 1e-4

Reason: TypeAlias = Literal["no slope", "no direction"]


@dataclass(frozen=True)
class ConstrainedPoint:
    """A point that satisfies the constraints and ∇f = λ∇g, the multipliers, f's value there, and its kind."""

    point: tuple[Written, ...]
    multipliers: tuple[Written, ...]
    value: Written
    kind: ConstrainedKind


@dataclass(frozen=True)
class ByHand:
    """A place on the fence that multipliers cannot judge, f's value there (NaN for none), and why.

    "no slope": f or a constraint has a corner or an end there. "no direction": the gradient of a constraint
    is 0 there, or those of two constraints lie along one line, so they do not show which way is across.
    """

    at: tuple[float, ...]
    value: float
    reason: Reason


def constrained_point(problem: LagrangeProblem, point: Point, write: Writer) -> ConstrainedPoint | None:
    """Return what is at a solution of the conditions; None where f has no value there."""
    place = dict(zip(problem.variables, point, strict=True))
    try:
        value = exact(problem.f, place)
        multipliers = _multipliers(problem, place)
    except ArithmeticError:
        return None
    doubles = np.array(point, dtype=np.float64), np.array(multipliers, dtype=np.float64)
    return ConstrainedPoint(
        point=tuple(map(write, point)),
        multipliers=tuple(map(write, multipliers)),
        value=write(value),
        kind=kind_on_fence(problem, *doubles),
    )


def by_hand(problem: LagrangeProblem, at: tuple[float, ...], reason: Reason) -> ByHand:
    """Return the place with f's value there, NaN where f grows beyond all bounds beside it."""
    place = np.array([at])
    around = ranges(problem.f, problem.variables, place - _CLOSE, place + _CLOSE)
    bounded = np.isfinite([around.low, around.high]).all()
    value = evaluate(problem.f, dict(zip(problem.variables, at, strict=True)))
    return ByHand(at, value if bounded else float("nan"), reason)


def _multipliers(problem: LagrangeProblem, place: dict[str, Fraction]) -> tuple[Fraction, ...]:
    """The multipliers, from the rows of ∇f = λ∇g + μ∇h that settle them best."""
    wanted = [exact(entry, place) for entry in problem.gradient.children]
    across = [[exact(entry, place) for entry in row.children] for row in problem.constraint_gradients]
    if len(across) == 1:
        row = max(range(len(wanted)), key=lambda index: abs(across[0][index]))
        return (wanted[row] / across[0][row],)
    i, j = max(combinations(range(len(wanted)), 2), key=lambda pair: abs(_determinant(across, pair)))
    below = _determinant(across, (i, j))
    first = (wanted[i] * across[1][j] - wanted[j] * across[1][i]) / below
    return first, (across[0][i] * wanted[j] - across[0][j] * wanted[i]) / below


def _determinant(rows: list[list[Fraction]], columns: tuple[int, int]) -> Fraction:
    i, j = columns
    return rows[0][i] * rows[1][j] - rows[0][j] * rows[1][i]
