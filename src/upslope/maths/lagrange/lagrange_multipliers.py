"""The largest and the smallest value of a function under constraints, worked step by step."""

from collections.abc import Sequence

from upslope.maths.differentiation.derivation import Derivation
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.printing import to_latex
from upslope.maths.lagrange.constrained_points import ConstrainedPoint
from upslope.maths.lagrange.lagrange_conclusion import conclusion
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem, lagrange_problem
from upslope.maths.lagrange.lagrange_worked import steps_to_conditions, steps_to_values
from upslope.maths.lagrange.stationary_points import solved
from upslope.maths.solving.roots_in_box import Box

_MOST_SHOWN = 16


def lagrange_multipliers(
    f: Expression,
    constraints: Sequence[Expression] | Expression,
    variables: tuple[str, ...],
    box: Box | None = None,
) -> Derivation:
    """Return the search for the largest and the smallest value of f where the constraints hold, worked.

    Two or three variables; one or two constraints, each an equation or an expression that has to be 0. The
    steps lead from the gradients over ∇f = λ∇g to every point that fulfils it in the box (of more than 16,
    the 8 highest and the 8 lowest), its multipliers and f's value there; the conclusion says what is largest
    and smallest, what λ means, and what is not known. For the box, and for the same as data, see
    ``stationary_points``.

    Raises MathsError where there is nothing to solve, and says what to change. Sources: Nocedal & Wright,
    Numerical Optimization, 2nd ed., chapter 12; Riley, Hobson & Bence, Mathematical Methods, 3rd ed., 5.9.
    """
    problem = lagrange_problem(f, constraints, variables)
    found = solved(problem, box)
    steps = steps_to_conditions(problem)
    if found.points:
        steps = (*steps, *steps_to_values(problem, steps[-1].end, _shown(found.points)))
    return Derivation(_problem_latex(problem), steps[-1].end, steps, conclusion(problem, found))


def _shown(points: tuple[ConstrainedPoint, ...]) -> tuple[ConstrainedPoint, ...]:
    """All points, or the highest and the lowest of very many."""
    half = _MOST_SHOWN // 2
    return points if len(points) <= _MOST_SHOWN else (*points[:half], *points[-half:])


def _problem_latex(problem: LagrangeProblem) -> str:
    f, fences = to_latex(problem.f), r",\ ".join(f"{{{to_latex(each)}}}" for each in problem.constraints)
    return (
        rf"\text{{largest and smallest value of }} \allowbreak {{{f}}} \allowbreak \text{{ where }} {fences}"
    )
