"""The slope between two points of a curve, worked out with numbers."""

from fractions import Fraction
from math import isfinite

from upslope.maths.differentiation.derivation import Derivation, chained
from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.expressions.expression import Expression, Negative, Quotient, Sum, Symbol, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.tidy import tidy

Place = int | Fraction


def slope_between(expression: Expression, start: Place, end: Place, x: str = "x") -> Derivation:
    """Return rise over run from ``start`` to ``end``, one move at a time.

    ``x`` is the expression's one variable. Raises MathsError where the places are the same or the function
    has no value at one of them.
    """
    if start == end:
        raise MathsError(f"Both places are {start}, so the run is 0.", "Take two places that differ.")
    for place in (start, end):
        if not isfinite(evaluate(expression, {x: float(place)})):
            raise MathsError(f"{expression} has no value at {x} = {place}.", "Take another place.")
    before, after = (expression.substitute({x: number(place)}) for place in (start, end))
    run, letter = _difference(number(end), number(start)), to_latex(Symbol(x))
    low, high = tidy(before), tidy(after)
    problem = Quotient(_difference(after, before), run)
    with_heights = Quotient(_difference(high, low), run)
    divided = Quotient(tidy(_difference(high, low)), tidy(run))
    moves = (
        (
            "heights",
            with_heights,
            f"The height is ${to_latex(high)}$ where ${letter} = {to_latex(number(end))}$, "
            f"and ${to_latex(low)}$ where ${letter} = {to_latex(number(start))}$.",
        ),
        ("rise and run", divided, "New height minus old height, over new place minus old place."),
        ("divide", tidy(divided), "So much does the curve climb for each unit of run, on average."),
    )
    return Derivation(to_latex(problem), moves[-1][1], chained(problem, moves))


def _difference(new: Expression, old: Expression) -> Expression:
    return Sum((new, Negative(old)))
