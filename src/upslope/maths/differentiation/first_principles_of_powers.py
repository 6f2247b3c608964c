"""Slopes of polynomials, of one over a power and of the square root, worked out as limits by algebra alone.

Source: M. Spivak, Calculus, chapter 9; T. M. Apostol, Calculus, volume 1, section 4.4.
"""

from math import comb

from upslope.maths.differentiation.derivation import Move
from upslope.maths.differentiation.secant import Secant
from upslope.maths.expressions.expression import (
    Call,
    Expression,
    Negative,
    Product,
    Quotient,
    Symbol,
    number,
    sum_of,
)
from upslope.maths.expressions.printing import to_latex
from upslope.maths.simplification.polynomial import Coefficients
from upslope.maths.simplification.tidy import tidy

# A run of this name stands behind every other letter in a tidy product, as it should: 2xh, not 2hx.
_LAST = Symbol("ω")


def polynomial_moves(found: Coefficients, secant: Secant) -> list[Move]:
    """Return the moves after the definition for a polynomial with these coefficients."""
    run, falling = secant.run, sorted(found, reverse=True)
    parts = [(k, _expanded(found[n], n, k, secant)) for n in falling for k in range(n + 1)]
    every = [_with_run(part, k, secant) for k, part in parts]
    kept = [_negative(part) for k, part in parts if not k]
    grown = [_with_run(part, k, secant) for k, part in parts if k]
    divided = [_with_run(part, k - 1, secant) for k, part in parts if k]
    result = tidy(sum_of(tuple(part for k, part in parts if k == 1)))
    quickly = ", most quickly by the binomial theorem" if max(found, default=0) > 2 else ""
    return [
        ("expand", secant.limit(sum_of((*every, *kept)) / run), f"Multiply the brackets out{quickly}."),
        (
            "cancel",
            secant.limit(sum_of(tuple(grown)) / run),
            f"Every term without {secant.shown} is there twice, once with a minus sign.",
        ),
        (
            "divide",
            secant.limit(sum_of(tuple(divided))),
            f"Every term on top holds {secant.shown}, so it can be divided out.",
        ),
        (
            "limit",
            result,
            f"Now let {secant.shown} shrink to nothing: what still holds {secant.shown} goes with it.",
        ),
    ]


def constant_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for a function that never changes."""
    return [
        (
            "cancel",
            secant.limit(number(0) / secant.run),
            "The height is the same everywhere: no rise is left.",
        ),
        ("divide", secant.limit(number(0)), f"Nothing divided by {secant.shown} is nothing."),
        ("limit", number(0), f"No {secant.shown} is left: the slope is $0$ however short the run."),
    ]


def _expanded(coefficient: Expression, n: int, k: int, secant: Secant) -> Expression:
    """What stands before the k-th power of the run in ``coefficient`` (x + run)^n."""
    return tidy(Product((coefficient, number(comb(n, k)), secant.x ** (n - k))))


def _with_run(part: Expression, power: int, secant: Secant) -> Expression:
    """The part times a power of the run, tidy."""
    return tidy(part * _LAST**power).substitute({_LAST.name: secant.run})


def _negative(term: Expression) -> Expression:
    return term.argument if isinstance(term, Negative) else Negative(term)


def reciprocal_moves(power: int, secant: Secant) -> list[Move]:
    """Return the moves after the definition for one over a whole power of x."""
    x, run = secant.x, secant.run
    at_start, at_end = (x, secant.end) if power == 1 else (x**power, secant.end**power)
    both = Product((at_start, at_end))
    parts = [_expanded(number(-1), power, k, secant) for k in range(1, power + 1)]
    lost = sum_of(tuple(_with_run(part, k, secant) for k, part in enumerate(parts, 1)))
    left = sum_of(tuple(_with_run(part, k, secant) for k, part in enumerate(parts)))
    cancel = (
        ("expand and cancel", f"On top, multiply the bracket out: what does not hold {secant.shown} cancels.")
        if power > 1
        else ("cancel", f"On top, what does not hold {secant.shown} cancels.")
    )
    return [
        (
            "common denominator",
            secant.limit((at_start - at_end) / both / run),
            "Bring both fractions over the same bottom.",
        ),
        (cancel[0], secant.limit(lost / both / run), cancel[1]),
        ("divide", secant.limit(left / both), f"Divide top and bottom by {secant.shown}."),
        (
            "limit",
            tidy(secant.with_constant(parts[0] / (at_start * at_start))),
            f"Now let {secant.shown} shrink to nothing: ${to_latex(secant.end)}$ becomes ${to_latex(x)}$.",
        ),
    ]


def root_moves(secant: Secant) -> list[Move]:
    """Return the moves after the definition for the square root of x."""
    x, run, end = secant.x, secant.run, secant.end
    before, after = Call("sqrt", x), Call("sqrt", end)
    roots = after + before
    return [
        (
            "conjugate",
            secant.limit(Quotient(Product((after - before, roots)), Product((run, roots)))),
            "Two roots that nearly cancel are hard to see through. Multiply top and bottom by their sum, "
            "the conjugate of the top.",
        ),
        (
            "difference of squares",
            secant.limit((end - x) / Product((run, roots))),
            "$(a - b)(a + b) = a^2 - b^2$: the roots on top are gone.",
        ),
        ("cancel", secant.limit(run / Product((run, roots))), f"On top only {secant.shown} is left."),
        ("divide", secant.limit(number(1) / roots), f"Divide top and bottom by {secant.shown}."),
        (
            "limit",
            tidy(secant.with_constant(number(1) / (before + before))),
            f"Now let {secant.shown} shrink to nothing: the two roots become the same.",
        ),
    ]
