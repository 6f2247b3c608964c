"""The slope of a ball's volume: an exact number with pi in it."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, number, parse, tidy
from upslope.questions import Draw, Misconception, number_part


def generate(rng: np.random.Generator) -> Draw:
    """Return V'(r) = 4 pi r^2 at a radius that is a fraction of small numbers."""
    r = Fraction(int(rng.choice([1, 3, 5, 7, 9, 11])), int(rng.choice([2, 4])))
    volume = parse("4/3*pi*r^3", ("r",))
    worked = differentiate(volume, "r")

    def at_radius(formula: str) -> str:
        return str(tidy(parse(formula, ("r",)).substitute({"r": number(r)})))

    value = tidy(worked.result.substitute({"r": number(r)}))
    mistakes = (
        Misconception(
            "volume-itself",
            "This is the volume at that radius. How much it changes for each unit of radius is its slope.",
            at_radius("4/3*pi*r^3"),
        ),
        Misconception(
            "exponent-not-brought-down",
            "The exponent became smaller, and it also has to come down as a factor.",
            at_radius("4/3*pi*r^2"),
        ),
        Misconception(
            "exponent-kept",
            "The exponent came down as a factor, and it also has to become smaller by one.",
            at_radius("4*pi*r^3"),
        ),
        Misconception(
            "pi-lost",
            "You lost $\\pi$ on the way. It is a constant factor, and a constant factor stays.",
            at_radius("4*r^2"),
        ),
    )
    part = number_part("growth", value, label="$V'(r) =$", misconceptions=mistakes)
    return Draw({"r": r, "slope": worked.result, "value": value, "worked": worked}, (part,))
