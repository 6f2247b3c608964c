"""A function and the constraints on it, checked: gradients, levels, and what holds at a best point."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

import numpy as np

from upslope.maths.differentiation.differentiation import derivative
from upslope.maths.equality.equality import compare
from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Sum, Symbol, number, sum_of
from upslope.maths.expressions.matrix import Matrix, row_vector
from upslope.maths.expressions.statement import Equation
from upslope.maths.simplification.tidy import tidied, tidy

_MULTIPLIERS = ("lambda", "mu", "nu", "kappa", "rho", "sigma")


@dataclass(frozen=True)
class LagrangeProblem:
    """Where is ``f`` largest and smallest, as long as every constraint ``g = c`` holds?"""

    f: Expression
    constraints: tuple[Equation, ...]
    variables: tuple[str, ...]

    @cached_property
    def gradient(self) -> Matrix:
        """The slopes of f, a row of n entries."""
        return _gradient(self.f, self.variables)

    @cached_property
    def constraint_gradients(self) -> tuple[Matrix, ...]:
        """The slopes of the left side of each constraint, a row of n entries each."""
        return tuple(_gradient(constraint.left, self.variables) for constraint in self.constraints)

    @property
    def multipliers(self) -> tuple[Symbol, ...]:
        """A letter for each constraint, λ and μ unless they are variables."""
        free = [name for name in _MULTIPLIERS if name not in self.variables]
        return tuple(map(Symbol, free[: len(self.constraints)]))

    @property
    def on_fence(self) -> tuple[Expression, ...]:
        """What has to be 0 for the constraints to hold."""
        return tuple(constraint.left - constraint.right for constraint in self.constraints)

    @cached_property
    def without_multipliers(self) -> tuple[tuple[Expression, Expression], ...]:
        """Pairs that are equal wherever ∇f is made of the constraints' gradients; none if it always is."""
        return _dependent((self.gradient, *self.constraint_gradients))

    @cached_property
    def singular(self) -> tuple[Expression, ...]:
        """What is 0 where the constraints' gradients do not do: one of them 0, or both along one line."""
        pairs = _dependent(self.constraint_gradients)
        return tuple(tidied(left - right) for left, right in pairs)


def lagrange_problem(
    f: Expression, constraints: Sequence[Expression] | Expression, variables: tuple[str, ...]
) -> LagrangeProblem:
    """Return the problem; a constraint is an equation, or an expression that has to be 0.

    Raises MathsError with what to change where there is nothing to solve: unknown letters, constraints
    without letters, the same constraint twice, a constant f.
    """
    given = (constraints,) if isinstance(constraints, Expression) else tuple(constraints)
    if not (2 <= len(variables) <= 3 and 1 <= len(given) <= 2):
        raise MathsError(
            f"{len(variables)} variables and {len(given)} constraints are more or fewer than I can use.",
            "Give two or three variables and one or two constraints.",
        )
    fences = tuple(map(_with_level, given))
    _check_known(f, fences, variables)
    _check_fences(fences)
    _check_used(f, fences, variables)
    return LagrangeProblem(f, fences, variables)


def _gradient(expression: Expression, variables: tuple[str, ...]) -> Matrix:
    return row_vector(derivative(expression, name) for name in variables)


def _with_level(constraint: Expression) -> Equation:
    """The constraint with letters on its left side only and a number on its right."""
    if not isinstance(constraint, Equation):
        return _constant_moved(constraint)
    if constraint.relation != "=":
        raise MathsError(
            f"{constraint} is not an equation, so it is no fence to walk along.",
            "Write it with =. For ≤ or ≥ first look whether the best point without a constraint fulfils it.",
        )
    if not constraint.right.variables:
        return constraint
    if not constraint.left.variables:
        return Equation(constraint.right, constraint.left)
    return _constant_moved(constraint.left - constraint.right)


def _constant_moved(expression: Expression) -> Equation:
    """``x^2 + y^2 - 1`` that has to be 0, as ``x^2 + y^2 = 1``."""
    whole = tidy(expression)
    terms = whole.terms if isinstance(whole, Sum) else (whole,)
    plain = sum_of(tuple(term for term in terms if not term.variables))
    moving = sum_of(tuple(term for term in terms if term.variables))
    return Equation(tidy(moving), tidy(-plain)) if moving.variables else Equation(whole, number(0))


def _check_known(f: Expression, fences: tuple[Equation, ...], variables: tuple[str, ...]) -> None:
    used = f.variables.union(*(fence.variables for fence in fences))
    if unknown := sorted(used - set(variables)):
        verb = "is" if len(unknown) == 1 else "are"
        raise MathsError(
            f"{_and(unknown)} {verb} not among the variables {_and(variables)}.",
            "Put a number in its place, or add it to the variables.",
        )


def _check_used(f: Expression, fences: tuple[Equation, ...], variables: tuple[str, ...]) -> None:
    if not tidy(f).variables:
        raise MathsError(
            f"{f} is the same everywhere, so no place on the constraint is better than another.",
            f"Give a function of {_and(variables)}.",
        )
    if unused := [name for name in variables if not any(name in part.variables for part in (f, *fences))]:
        raise MathsError(
            f"{_and(unused)} is in neither the function nor a constraint, so it can be anything.",
            "Leave it out of the variables.",
        )


def _check_fences(fences: tuple[Equation, ...]) -> None:
    for fence in fences:
        if not tidy(fence.left).variables:
            holds = abs(evaluate(fence.left - fence.right, dict.fromkeys(fence.variables, 1.0))) < 1e-12
            happens = "always holds, so it forbids nothing" if holds else "never holds"
            raise MathsError(f"The constraint {fence} {happens}.", "Give an equation with letters in it.")
    if len(fences) == 2:
        _check_different(*fences)


def _check_different(one: Equation, other: Equation) -> None:
    """Refuse two constraints of which the left sides are multiples of each other."""
    names = sorted(one.left.variables | other.left.variables)
    somewhere = {name: 0.7 + index / 3 for index, name in enumerate(names)}
    heights = evaluate(one.left, somewhere), evaluate(other.left, somewhere)
    if not np.isfinite(heights).all() or 0 in heights:
        return
    ratio = Fraction(heights[0] / heights[1]).limit_denominator(1000)
    if compare(one.left, number(ratio) * other.left).verdict != "same":
        return
    if compare(one.right, number(ratio) * other.right).verdict == "same":
        raise MathsError(f"{one} and {other} say the same.", "Leave one of them out.")
    raise MathsError(f"{one} and {other} can never both hold.", "Change one of the constraints.")


def _dependent(rows: tuple[Matrix, ...]) -> tuple[tuple[Expression, Expression], ...]:
    """Pairs of sides that are all equal where the rows are linearly dependent: the minors, in two halves."""
    size, width = len(rows), rows[0].shape[1]
    if size == 1:
        return tuple((entry, number(0)) for entry in rows[0].children)
    minors = combinations(range(width), size)
    return tuple(_minor([[row.children[column] for column in columns] for row in rows]) for columns in minors)


def _minor(entries: list[list[Expression]]) -> tuple[Expression, Expression]:
    """The determinant's terms with a plus sign, and those with a minus sign."""
    if len(entries) == 2:
        (a, b), (c, d) = entries
        return tidied(a * d), tidied(b * c)
    (a, b, c), *below = entries
    plus, minus = [], []
    for factor, columns in ((a, (1, 2)), (b, (2, 0)), (c, (0, 1))):
        up, down = _minor([[row[column] for column in columns] for row in below])
        plus.append(factor * up)
        minus.append(factor * down)
    return tidied(sum_of(tuple(plus))), tidied(sum_of(tuple(minus)))


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
