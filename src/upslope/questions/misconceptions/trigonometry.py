"""Mistakes with the slopes of the waves: alone, or in a product u·v whose second factor is a·sin or a·cos."""

from upslope.maths import Expression, derivative, parse
from upslope.questions.variant import Misconception


def sign_of_the_wave(u: Expression, wave: Expression, x: str = "x") -> Misconception:
    """u′·v − u·v′: the wave's derivative with its sign turned."""
    return Misconception(
        "sign-of-the-wave",
        "The two terms are there, and the one in which the wave changes has the wrong sign. The slope of "
        "the sine is the cosine, as it is. The slope of the cosine is *minus* the sine.",
        str(derivative(u, x) * wave - u * derivative(wave, x)),
    )


def wave_unchanged(u: Expression, wave: Expression, x: str = "x") -> Misconception:
    """u′·v + u·v: the wave taken for its own derivative."""
    return Misconception(
        "wave-unchanged",
        "The rule is right, and the wave has not changed. A sine is steepest where it crosses zero and "
        "level at its tops: its slope is the other wave.",
        str(derivative(u, x) * wave + u * wave),
    )


def sign_turned(wave: Expression, x: str = "x") -> Misconception:
    """−f′ for a wave f on its own."""
    return Misconception(
        "wave-sign-turned",
        "The size is right, the sign is not. Look at the waves where $x$ is a little above 0: the sine "
        "climbs there and the cosine falls.",
        str(-derivative(wave, x)),
    )


def tangent_not_squared(inside: Expression, x: str = "x") -> Misconception:
    """g′/cos g, for tan g."""
    return Misconception(
        "tangent-not-squared",
        "The cosine belongs below, and it is squared there. Write the tangent as sine over cosine and use "
        "the quotient rule: the top becomes 1.",
        str(derivative(inside, x) / parse("cos(x)").substitute({"x": inside})),
    )
