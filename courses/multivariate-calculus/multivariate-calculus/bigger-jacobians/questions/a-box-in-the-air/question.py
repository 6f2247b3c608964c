"""Spherical coordinates: one column of the Jacobian, and its determinant as a factor of volume."""

from collections.abc import Iterable

import numpy as np

from upslope.maths import Expression, column_vector, derivative, jacobian, parse
from upslope.questions import Draw, Misconception, matrix_part, number_part

NAMES = ("r", "phi", "theta")
SHOWN = {"r": "$r$", "phi": r"$\phi$", "theta": r"$\theta$"}
SPACE = {"x": "r*sin(phi)*cos(theta)", "y": "r*sin(phi)*sin(theta)", "z": "r*cos(phi)"}
ANGLES = {r"\frac{\pi}{6}": ("\\frac{1}{2}", 0.5), r"\frac{\pi}{2}": ("1", 1.0)}
NEIGHBOUR = (
    "These are slopes of the right functions, by another letter. The column asked for belongs to the one "
    "variable that moves; the other two hold still."
)
SIGN = (
    "A sign is turned round. The sine has the cosine for its slope, and the cosine has *minus* the sine: "
    "check every cosine whose letter moved."
)
ROOT = "You took $r$ once. Two of the box’s sides grow with the distance, so its volume grows with $r^2$."
SINE = (
    "You left out the sine. Close to straight above, a turn moves the drone hardly at all: circles round the "
    "pole are small."
)
BOX = "That is the factor. The volume of the small box is still to be multiplied by it."


def generate(rng: np.random.Generator) -> Draw:
    """Return which column is asked for, and a distance and an angle with a plain sine."""
    which = str(rng.choice(NAMES))
    space = {name: parse(text, NAMES) for name, text in SPACE.items()}
    worked = jacobian(space, NAMES)
    column = [row[NAMES.index(which)] for row in worked.result.rows]
    other = NAMES[(NAMES.index(which) + 1) % 3]
    mistakes = [
        Misconception("another-column", NEIGHBOUR, _column(derivative(f, other) for f in space.values()))
    ]
    if which != "r":
        mistakes.append(Misconception("sign-of-the-wave", SIGN, _column(-entry for entry in column)))
    slopes = matrix_part(
        "column",
        column_vector(column),
        variables=NAMES,
        label=f"The column for {SHOWN[which]}:",
        misconceptions=mistakes,
    )
    angle = str(rng.choice(list(ANGLES)))
    sine_text, sine = ANGLES[angle]
    r, box = 2 * int(rng.integers(2, 6)), str(rng.choice(["0.01", "0.02", "0.001", "0.002"]))
    factor = r * r * sine
    volume = f"{factor * float(box):.6g}"
    wrongs = {
        "distance-not-squared": (ROOT, r * sine * float(box)),
        "sine-left-out": (SINE, r * r * float(box)),
        "factor-for-volume": (BOX, factor),
    }
    if sine == 1:
        del wrongs["sine-left-out"]
    air = number_part(
        "volume",
        volume,
        label="Volume of the box in the air:",
        misconceptions=[Misconception(code, says, f"{wrong:.6g}") for code, (says, wrong) in wrongs.items()],
    )
    values = {"which": SHOWN[which], "angle": angle, "sine": sine_text, "r": r, "box": box, "top": column[0]}
    numbers = {"square": r * r, "factor": f"{factor:g}", "volume": volume, "worked": worked}
    return Draw({**values, **numbers}, (slopes, air))


def _column(entries: Iterable[Expression]) -> str:
    return str(column_vector(list(entries)))
