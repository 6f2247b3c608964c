"""Mistakes with the slopes of the waves, in a product u·v whose second factor is a·sin or a·cos."""

from upslope.maths import Expression, derivative
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
