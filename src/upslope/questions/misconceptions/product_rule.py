"""Mistakes with the product rule, for u·v and for u·v·w."""

from upslope.maths import Expression, derivative
from upslope.questions.variant import Misconception


def product_of_derivatives(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′·v′."""
    return Misconception(
        "product-of-derivatives",
        "You multiplied the two derivatives. Try that on $x \\cdot x$: it gives $1 \\cdot 1$, yet the "
        "slope of $x^2$ is $2x$. The factors take turns: one changes while the other holds still, then "
        "they swap, and you add.",
        str(derivative(u, x) * derivative(v, x)),
    )


def first_factor_only(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′·v."""
    return Misconception(
        "first-factor-only",
        "You let the first factor change and held the second still. That is one strip of the growing "
        "rectangle. Now let the second factor have its turn, and add its strip.",
        str(derivative(u, x) * v),
    )


def second_factor_only(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u·v′."""
    return Misconception(
        "second-factor-only",
        "You let the second factor change and held the first still. That is one strip of the growing "
        "rectangle. Now let the first factor have its turn, and add its strip.",
        str(u * derivative(v, x)),
    )


def terms_subtracted(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′·v − u·v′."""
    return Misconception(
        "terms-subtracted",
        "Both terms are right, and there is a minus between them. When either factor grows, the product "
        "grows with it, so the two terms are added.",
        str(derivative(u, x) * v - u * derivative(v, x)),
    )


def sum_of_derivatives(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u′ + v′."""
    return Misconception(
        "sum-of-derivatives",
        "You added the two derivatives. That is the rule for a sum. In a product, how much one factor's "
        "change matters depends on how large the other factor is, so each derivative is multiplied by the "
        "other factor.",
        str(derivative(u, x) + derivative(v, x)),
    )


def derivative_beside_its_own_factor(u: Expression, v: Expression, x: str = "x") -> Misconception:
    """u·u′ + v·v′."""
    return Misconception(
        "derivative-beside-its-own-factor",
        "You have two terms, and in each one a factor stands beside its own derivative. Swap them: while "
        "one factor changes, it is the other one that stays as it was.",
        str(u * derivative(u, x) + v * derivative(v, x)),
    )


def three_derivatives_multiplied(u: Expression, v: Expression, w: Expression, x: str = "x") -> Misconception:
    """u′·v′·w′."""
    return Misconception(
        "three-derivatives-multiplied",
        "You multiplied all three derivatives. Only one factor changes at a time: the rule has three "
        "terms, and in each of them one factor is differentiated and two hold still.",
        str(derivative(u, x) * derivative(v, x) * derivative(w, x)),
    )


def third_turn_forgotten(u: Expression, v: Expression, w: Expression, x: str = "x") -> Misconception:
    """u′·v·w + u·v′·w."""
    return Misconception(
        "third-turn-forgotten",
        "Two of the three factors have had their turn. Add the term in which the last factor changes and "
        "the first two hold still.",
        str(derivative(u, x) * v * w + u * derivative(v, x) * w),
    )


def two_factors_at_once(u: Expression, v: Expression, w: Expression, x: str = "x") -> Misconception:
    """u′·v′·w + u′·v·w′ + u·v′·w′."""
    du, dv, dw = derivative(u, x), derivative(v, x), derivative(w, x)
    return Misconception(
        "two-factors-at-once",
        "You have three terms, and in each of them two factors change at once. Let one change at a time "
        "and hold the other two still.",
        str(du * dv * w + du * v * dw + u * dv * dw),
    )
