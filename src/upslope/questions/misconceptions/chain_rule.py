"""Mistakes with the chain rule, for f(g(x)): ``outer`` is f in the letter ``u``, ``inner`` is g."""

from upslope.maths import Expression, derivative, symbol
from upslope.questions.variant import Misconception


def inner_derivative_forgotten(outer: Expression, inner: Expression, u: str = "u") -> Misconception:
    """f′(g)."""
    return Misconception(
        "inner-derivative-forgotten",
        "The outer function is differentiated well. The inside changes at a rate of its own: multiply by "
        "its derivative.",
        str(derivative(outer, u).substitute({u: inner})),
    )


def derivative_of_the_inside(
    outer: Expression, inner: Expression, u: str = "u", x: str = "x"
) -> Misconception:
    """f′(g′)."""
    return Misconception(
        "derivative-of-the-inside",
        "You put the derivative of the inside into the outer function. In there the inside stays as it is; "
        "its derivative stands beside, as a factor.",
        str(derivative(outer, u).substitute({u: derivative(inner, x)})),
    )


def outer_slope_at_the_wrong_place(
    outer: Expression, inner: Expression, u: str = "u", x: str = "x"
) -> Misconception:
    """f′(x)·g′."""
    return Misconception(
        "outer-slope-at-the-wrong-place",
        "Both derivatives are there. The outer one is taken at $x$, yet the outer function never meets "
        "$x$: what reaches it is the inside. Put the inside back in.",
        str(derivative(outer, u).substitute({u: symbol(x)}) * derivative(inner, x)),
    )


def outer_unchanged(outer: Expression, inner: Expression, u: str = "u", x: str = "x") -> Misconception:
    """f(g)·g′."""
    return Misconception(
        "outer-unchanged",
        "The derivative of the inside is there. The outer function still stands as it was: differentiate "
        "it too, with the inside kept in its place.",
        str(outer.substitute({u: inner}) * derivative(inner, x)),
    )


def links_added(outer: Expression, inner: Expression, u: str = "u", x: str = "x") -> Misconception:
    """f′(g) + g′."""
    return Misconception(
        "links-added",
        "You found both links and added them. Rates along a chain multiply: with a gear of 3 behind a gear "
        "of 2, the last wheel turns 6 times as fast as the first.",
        str(derivative(outer, u).substitute({u: inner}) + derivative(inner, x)),
    )


def innermost_link_forgotten(
    outer: Expression, middle: Expression, inner: Expression, u: str = "u", v: str = "v"
) -> Misconception:
    """f′(g(h))·g′(h), for f(g(h(x))) with f in ``u`` and g in ``v``."""
    at_middle = derivative(outer, u).substitute({u: middle})
    return Misconception(
        "innermost-link-forgotten",
        "Two links of the chain are right. There is one more function inside: go down to the plain "
        "variable, and multiply by that derivative too.",
        str((at_middle * derivative(middle, v)).substitute({v: inner})),
    )
