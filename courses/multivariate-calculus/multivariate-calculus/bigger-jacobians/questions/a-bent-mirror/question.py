"""A 2×2 Jacobian: a product of powers, and a wave or an exponential with an inside."""

import numpy as np

from upslope.maths import derivative, jacobian, matrix, number, parse, row_vector, tidy
from upslope.questions import Draw, Misconception, matrix_part
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
WAVES = {"sin(K*y)": "sine", "cos(K*y)": "cosine", "e^(K*y)": "exponent"}
INSIDE = (
    "Three slopes stand. In the last one the outside is differentiated well, and the inside changes too: "
    "multiply by its slope, as the chain rule says."
)
DROPPED = (
    "In the first row the letter that holds still got lost. It counts as a constant factor, and a constant "
    "factor stays."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return u = a x² y or a x y², or a cube, and v = x sin ky, x cos ky or x e^(ky) with k from 2 to 5."""
    a, k = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    power = str(rng.choice(["x^2*y", "x*y^2", "x^3*y", "x*y^3"]))
    wave = list(WAVES)[int(rng.integers(3))]
    u, v = parse(f"{a}*{power}", NAMES), parse(f"x*{wave.replace('K', str(k))}", NAMES)
    worked = jacobian({"u": u, "v": v}, NAMES)
    (ux, uy), (vx, vy) = worked.result.rows
    one = number(1)
    lost = [derivative(u, "x").substitute({"y": one}), derivative(u, "y").substitute({"x": one})]
    mistakes = (
        slips.transposed(worked.result),
        Misconception(
            "inner-derivative-forgotten", INSIDE, str(matrix([[ux, uy], [vx, tidy(vy / number(k))]]))
        ),
        Misconception("still-letter-lost", DROPPED, str(matrix([lost, [vx, vy]]))),
    )
    part = matrix_part(
        "jacobian", worked.result, variables=NAMES, label="$\\mathbf{J} =$", misconceptions=mistakes
    )
    values = {"u": u, "v": v, "wave": WAVES[wave], "first": row_vector([ux, uy]), "worked": worked}
    return Draw(values, (part,))
