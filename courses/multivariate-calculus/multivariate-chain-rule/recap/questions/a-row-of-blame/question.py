"""The slopes of the cost by two weights and a bias, as a row."""

from fractions import Fraction

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, matrix_part

SCENES = (
    "A tongue of wires tastes soup and sauce.",
    "A nose of wires sniffs at milk and butter.",
    "A bridge feels the wind and the lorries.",
    "A greenhouse feels the sun and the damp.",
    "A lift counts knees and suitcases.",
)
NO_BEND = "One link is missing: between $z$ and $a$ stands the bend, with its slope $a(1 - a)$."
TURNED = "All signs are turned round. The cost grows as $a$ moves away from what it should be: $a - y$."
NO_BIAS = "A bias multiplies nothing, so its last link is 1, not 0. The two links before it remain."


def generate(rng: np.random.Generator) -> Draw:
    """Return two whole inputs that differ in size, an answer in tenths, a target of 0 or 1."""
    x1, x2 = int(rng.integers(2, 6)), int(rng.choice([-4, -3, -2, 1, 6]))
    while abs(x1) == abs(x2):
        x1 = int(rng.integers(2, 6))
    a, y = Fraction(int(rng.choice([1, 2, 3, 4, 6, 7, 8, 9])), 10), int(rng.integers(2))
    fall, bend = 2 * (a - y), a * (1 - a)
    last = (x1, x2, 1)
    mistakes = (
        Misconception("activation-slope-forgotten", NO_BEND, _row([fall * x for x in last])),
        Misconception("error-turned-round", TURNED, _row([-fall * bend * x for x in last])),
        Misconception("bias-left-without-blame", NO_BIAS, _row([fall * bend * x for x in (x1, x2, 0)])),
    )
    right = [fall * bend * x for x in last]
    part = matrix_part("blame", _row(right), variables=(), label="The row:", misconceptions=mistakes)
    shown = {"a": a, "fall": fall, "bend": bend, "shared": fall * bend}
    values = {name: f"{float(value):g}" for name, value in shown.items()}
    answer = r"\begin{bmatrix} " + " & ".join(f"{float(n):g}" for n in right) + r" \end{bmatrix}"
    worked = differentiate(parse("(a - y)^2", ("a", "y")), "a")
    scene = SCENES[rng.integers(len(SCENES))]
    return Draw(
        {
            "scene": scene,
            "x1": x1,
            "x2": x2,
            "y": y,
            "x2_in": x2 if x2 > 0 else f"({x2})",
            "worked": worked,
            "answer": answer,
            **values,
        },
        (part,),
    )


def _row(entries: list[Fraction]) -> str:
    return "[" + ", ".join(f"{float(entry):g}" for entry in entries) + "]"
