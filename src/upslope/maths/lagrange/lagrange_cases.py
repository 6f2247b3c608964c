"""The conditions solved case by case: each factor put to 0, and what the fence then says."""

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Product, Symbol, number, sum_of
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.lagrange.constrained_points import ConstrainedPoint
from upslope.maths.lagrange.lagrange_conditions import balanced, conditions
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.lagrange.point_rows import named_rows
from upslope.maths.simplification.polynomial import coefficients
from upslope.maths.simplification.tidy import tidied

_VANISHES = 1e-9


def cases(problem: LagrangeProblem, points: tuple[ConstrainedPoint, ...]) -> tuple[Step, ...]:
    """Return the work on each factor of the condition, for one constraint on two variables; else nothing."""
    if len(problem.variables) != 2 or len(problem.constraints) != 1:
        return ()
    (condition,) = conditions(problem)
    factors = condition.factors if isinstance(condition, Product) else (condition,)
    return tuple(step for factor in factors for step in _case(problem, factor, points))


def _case(problem: LagrangeProblem, factor: Expression, points: tuple[ConstrainedPoint, ...]) -> list[Step]:
    """From one factor and the fence to the points where both hold; nothing where there are none."""
    here = [row for row in points if _vanishes(factor, problem.variables, row)]
    if not here:
        return []
    fence = problem.constraints[0]
    start: Expression = system([balanced(factor), fence])
    steps: list[Step] = []
    if (found := _put_in(factor, fence.left, problem.variables)) is not None:
        solved, left = found
        alone = "" if solved == balanced(factor) else f"Solve the first line for ${to_latex(solved.left)}$. "
        why = f"{alone}Put ${to_latex(solved)}$ into the fence: one letter is left."
        put_in = system([solved, Equation(left, fence.right)])
        steps.append(Step("put in", start, put_in, why, link="⇒"))
        start = put_in
    end = named_rows([Symbol(name) for name in problem.variables], [row.point for row in here])
    return [*steps, Step("solve", start, end, "These are the points where both lines hold.", link="⇒")]


def _vanishes(factor: Expression, variables: tuple[str, ...], row: ConstrainedPoint) -> bool:
    place = {name: entry.value for name, entry in zip(variables, row.point, strict=True)}
    scale = 1 + max(map(abs, place.values()))
    return abs(evaluate(factor, place)) <= _VANISHES * scale**3


def _put_in(
    factor: Expression, left: Expression, variables: tuple[str, ...]
) -> tuple[Equation, Expression] | None:
    """A letter (or its square) from ``factor = 0``, and the fence's left side with that in its place."""
    for power in (1, 2):
        for name in reversed(variables):
            found, inside = coefficients(factor, name), coefficients(left, name)
            if not found or not inside or power not in found or not set(found) <= {0, power}:
                continue
            if found[power].variables or any(exponent % power for exponent in inside):
                continue
            value = tidied(-found.get(0, number(0)) / found[power])
            terms = (
                inside[exponent] * value ** (exponent // power) for exponent in sorted(inside, reverse=True)
            )
            return Equation(tidied(Symbol(name) ** power), value), tidied(sum_of(tuple(terms)))
    return None
