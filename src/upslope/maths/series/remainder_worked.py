"""The bound on the error of a Taylor polynomial, step by step: next derivative, its size, Lagrange's form."""

from math import factorial

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Call, Expression, Operand, Symbol, Unworked, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation
from upslope.maths.series.expansion import expand
from upslope.maths.series.remainder import Reach, remainder_bound, rounded_up, shown_bound
from upslope.maths.series.successive_derivatives import derivative_steps, successive_derivatives


def remainder_bound_worked(
    expression: Expression, x: str, about: Operand, order: int, reach: Reach
) -> Derivation:
    """Return the working of ``remainder_bound``: that the error is at most M·dⁿ⁺¹/(n + 1)!.

    Raises MathsError where ``remainder_bound`` does, and where it finds no bound. Source: Spivak, Calculus,
    chapter 20.
    """
    found = remainder_bound(expression, x, about, order, reach)
    if found.steepest is None:
        raise MathsError(f"{expression} has no bound there.", found.sentence)
    error, high = Call("abs", Symbol(f"R_{order}")), order + 1
    polynomial = to_latex(expand(expression, x, about, order).polynomial)
    largest, distance = rounded_up(found.steepest), rounded(found.distance)
    bound = Equation(error, shown_bound(found.steepest, found.distance, high), "≤")
    lagrange = Equation(error, largest * distance**high / number(factorial(high)), "≤")
    following = _next_derivative(expression, x, high, polynomial)
    limit = Equation(Call("abs", following.end), largest, "≤")
    steps = (
        following,
        Step("its largest size", following.end, limit, _why_largest(found.low, found.high), link="⇒"),
        Step("Lagrange’s form", limit, lagrange, _why_lagrange(high, x), link="⇒"),
        Step("work it out", lagrange, bound, "Work out the right-hand side, rounded up.", link="⇒"),
    )
    return Derivation(to_latex(error), bound, steps, found.sentence)


def _next_derivative(expression: Expression, x: str, order: int, polynomial: str) -> Step:
    """The step to the derivative behind the last one used; only its name where it would fill pages."""
    derivatives = successive_derivatives(expression, x, order)
    why = (
        f"Call $R_{{{order - 1}}}$ what is left over when ${polynomial}$ stands for the function. The first "
        f"derivative that this polynomial does not match is the one of order ${order}$."
    )
    if derivatives is not None:
        inside = derivative_steps(expression, x, derivatives)
        return Step("the next derivative", expression, inside[-1].end, why, inside, "⇒")
    end = expression
    for _ in range(order):
        end = Unworked("derivative", end, x)
    return Step("the next derivative", expression, end, f"{why} Written out it would fill pages.", link="⇒")


def _why_largest(low: float, high: float) -> str:
    ends = (to_latex(rounded(end)) for end in (low, high))
    return (
        f"From ${'$ to $'.join(ends)}$ it is never larger than this, rounded up. (Found by computing with "
        "whole intervals instead of numbers, piece by piece, so that nothing can hide between two points.)"
    )


def _why_lagrange(order: int, x: str) -> str:
    shown = to_latex(Symbol(x))
    return (
        f"What is left over is as large as one more term would be, with the derivative of order ${order}$ "
        f"taken somewhere between the point and ${shown}$. Nobody knows where, so take the largest value it "
        "can have, and the largest distance from the point."
    )
