"""The conditions ∇f = λ∇g without λ, in the plainest form: what has to be 0 at a best point of the fence."""

from collections.abc import Iterable

from upslope.maths.equality.equality import compare
from upslope.maths.expressions.expression import (
    Expression,
    Negative,
    Product,
    Sum,
    Symbol,
    number,
    product_of,
    sum_of,
)
from upslope.maths.expressions.statement import Equation
from upslope.maths.lagrange.lagrange_problem import LagrangeProblem
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied
from upslope.maths.solving.fraction_free import fraction_free


def conditions(problem: LagrangeProblem) -> tuple[Expression, ...]:
    """Return what has to be 0 besides the constraints, as products of simple factors where it can be split.

    On the fence its zeros are those of the conditions: only factors that are never 0 there were divided out.
    """
    return _simplified(problem, (left - right for left, right in problem.without_multipliers))


def without_direction(problem: LagrangeProblem) -> tuple[Expression, ...]:
    """Return what is 0 where the constraints' gradients do not show which way is across the fence."""
    return _simplified(problem, problem.singular)


def _simplified(problem: LagrangeProblem, expressions: Iterable[Expression]) -> tuple[Expression, ...]:
    never_zero = {Symbol(name) for name in never_zero_on_fence(problem)}
    found = (_without_factors(fraction_free(expression), never_zero) for expression in expressions)
    return tuple(dict.fromkeys(found))


def balanced(condition: Expression) -> Equation:
    """Return what has to be 0 as an equation, a sum's minus terms on the right: ``y - x`` as ``y = x``."""
    terms = condition.terms if isinstance(condition, Sum) else (condition,)
    minus = tuple(term.argument for term in terms if isinstance(term, Negative))
    plus = tuple(term for term in terms if not isinstance(term, Negative))
    return Equation(sum_of(plus), sum_of(minus))


def hold_everywhere(problem: LagrangeProblem) -> bool:
    """Whether ∇f is made of the constraints' gradients at every point there is."""
    pairs = problem.without_multipliers
    return bool(pairs) and all(compare(left, right).verdict == "same" for left, right in pairs)


def never_zero_on_fence(problem: LagrangeProblem) -> tuple[str, ...]:
    """Return the letters that are never 0 on the fence, like both in ``x*y = 1``."""
    return tuple(name for name in problem.variables if _is_never_zero(problem, name))


def _is_never_zero(problem: LagrangeProblem, name: str) -> bool:
    at_zero = (tidied(side.substitute({name: 0})) for side in problem.on_fence)
    return any((rational_value(side) or 0) != 0 for side in at_zero)


def _without_factors(expression: Expression, factors: set[Symbol]) -> Expression:
    if not isinstance(expression, Product):
        return number(1) if expression in factors else expression
    return product_of(tuple(factor for factor in expression.factors if factor not in factors))
