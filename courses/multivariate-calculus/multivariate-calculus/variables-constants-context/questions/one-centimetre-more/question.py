"""The mass of a block with a square base, and its slope at a point for the side or the height."""

import numpy as np

from upslope.maths import evaluate, parse, partial_derivative
from upslope.questions import Draw, Misconception, distinct, number_part
from upslope.questions.misconceptions import at_point, partial_derivatives

# by density: roughly so many grams in a cubic centimetre
STUFF = {1: ("soap", "butter", "cheese"), 2: ("clay", "brick", "concrete"), 3: ("slate", "basalt", "marble")}
WORDS = {"s": "the side", "h": "the height"}
MASS = (
    "That is the mass itself. The slope says how fast it grows: differentiate first, then put the numbers in."
)
DOUBLE = (
    "You let both the side and the height move. One of them is asked about; the other holds still, and its "
    "share does not count."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return k s² h with a small whole side and height, and one of the two to move."""
    k, s, h = int(rng.integers(1, 4)), int(rng.integers(2, 7)), int(rng.integers(2, 10))
    f = parse(f"{k} s^2 h" if k > 1 else "s^2 h", ("s", "h"))
    moves, still = ("s", "h") if rng.integers(3) else ("h", "s")
    worked, place = partial_derivative(f, moves), {"s": s, "h": h}
    both = evaluate(partial_derivative(f, "s").result + partial_derivative(f, "h").result, place)
    mistakes = (
        at_point(partial_derivatives.wrong_letter_moved(f, still), place),
        Misconception("height-for-slope", MASS, f"{k * s * s * h}"),
        at_point(partial_derivatives.other_letter_dropped(f, moves, still), place),
        Misconception("slopes-added", DOUBLE, f"{both:g}"),
    )
    answer = int(evaluate(worked.result, place))
    part = number_part("slope", answer, label="Grams per centimetre:", misconceptions=mistakes)
    words = {"which": WORDS[moves], "other": WORDS[still], "moves": moves, "slope": worked.result}
    values = {"stuff": STUFF[k][int(rng.integers(3))], "f": f, "worked": worked, "answer": answer}
    return Draw({**values, **words, "s": s, "h": h}, (distinct(part),))
