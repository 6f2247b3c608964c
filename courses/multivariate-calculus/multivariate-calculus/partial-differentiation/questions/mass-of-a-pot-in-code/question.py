"""The partial derivative of a pot's mass by one of its four letters, as a Python function."""

import numpy as np

from upslope.maths import parse, partial_derivative
from upslope.questions import Draw, formula_code_part
from upslope.questions.misconceptions import partial_derivatives

NAMES = ("r", "h", "t", "rho")
LAYERS = {1: "one layer", 2: "two layers", 3: "three layers", 4: "four layers"}
SLOPES = {
    "r": "2 * {k} * np.pi * r * t * rho + 2 * np.pi * h * t * rho",
    "h": "2 * np.pi * r * t * rho",
    "t": "{k} * np.pi * r**2 * rho + 2 * np.pi * r * h * rho",
    "rho": "{k} * np.pi * r**2 * t + 2 * np.pi * r * h * t",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a pot with a bottom of 2 to 4 layers, and the letter that moves."""
    k = int(rng.integers(2, 5))
    m = parse(f"{k} pi r^2 t rho + 2 pi r h t rho", NAMES)
    moves = str(rng.choice(["r", "r", "h", "t", "rho"]))
    still = "r" if moves == "h" else "h"
    worked, name = partial_derivative(m, moves), f"dmd{moves}"
    part = formula_code_part(
        "slope",
        f"{name}(r, h, t, rho)",
        worked.result,
        domain={"r": (1, 6), "h": (2, 14), "t": (0.1, 0.9), "rho": (2, 8)},
        misconceptions=(
            partial_derivatives.other_letter_dropped(m, moves, still),
            partial_derivatives.wrong_letter_moved(m, still),
            partial_derivatives.other_letter_moved_too(m, moves, "t" if moves != "t" else "rho"),
        ),
    )
    letter = r"\rho" if moves == "rho" else moves
    values = {"layers": LAYERS[k], "m": m, "name": name, "moves": letter, "slope": worked.result}
    return Draw({**values, "worked": worked, "code": SLOPES[moves].format(k=k)}, (part,))
