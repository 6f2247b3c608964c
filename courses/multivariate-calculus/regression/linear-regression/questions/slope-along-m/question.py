"""The slope of χ² of a line through two measurements, along the line's slope or its intercept."""

import numpy as np

from upslope.maths import derivative, number, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import partial_derivatives

SCENES = (
    "A candle is weighed as it grows, dip by dip.",
    "A gardener measures a sunflower.",
    "A printer is timed for so many pages.",
    "Somebody counts the coins in a jar, and weighs it.",
    "A climber measures how warm it is on her way down.",
    "A tank fills in the rain.",
)
INNER = (
    "You differentiated the squares and stopped there. The bracket changes with the letter as well: "
    "multiply each by the slope of its own bracket."
)
TURNED = (
    "The size is right, the sign is not. In the residual the line is subtracted, so the bracket *falls* as "
    "the letter grows."
)
NO_TWO = (
    "A factor of 2 is missing. It may go when the slope is set to zero, not before: this is the slope itself."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two measurements with whole numbers, and the letter that moves."""
    x1, x2 = sorted(int(n) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    y1, y2 = (int(n) for n in rng.choice(np.arange(3, 13), 2, replace=False))
    moves, still = ("m", "c") if rng.integers(3) else ("c", "m")
    letters = ("m", "c")
    brackets = [parse(f"{y} - {x} m - c", letters) for x, y in ((x1, y1), (x2, y2))]
    f = brackets[0] ** 2 + brackets[1] ** 2
    slope = derivative(f, moves)
    mistakes = (
        Misconception("residual-sign-turned", TURNED, str(-slope)),
        Misconception("bracket-slope-forgotten", INNER, str(2 * brackets[0] + 2 * brackets[1])),
        Misconception("two-of-the-squares-lost", NO_TWO, str(slope / number(2))),
        partial_derivatives.wrong_letter_moved(f, still),
    )
    label = rf"$\dfrac{{\partial \chi^2}}{{\partial {moves}}} =$"
    part = expression_part("slope", slope, variables=letters, label=label, misconceptions=mistakes)
    values = {
        "scene": str(rng.choice(SCENES)),
        "x1": x1,
        "y1": y1,
        "x2": x2,
        "y2": y2,
        "moves": moves,
        "still": still,
        "f": f,
        "bracket": brackets[0],
        "inner": -x1 if moves == "m" else -1,
        "worked": partial_derivative(f, moves),
    }
    return Draw(values, (distinct(part),))
