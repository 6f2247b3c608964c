"""What one neuron says to one input, and what that costs."""

import numpy as np

from upslope.maths import evaluate, number, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import neural_network

SIGMOID = parse("1/(1 + e^(-z))", ("z",))
PLACES = {"s_2": -2, "s_1": -1, "s0": 0, "s1": 1, "s2": 2}
SCENES = (
    "A mousetrap decides whether that was a mouse.",
    "A letter box decides whether this is an advertisement.",
    "A kettle decides whether it is about to boil over.",
    "A phone decides whether it lies in a pocket.",
    "A bird table decides whether that is a squirrel.",
)
NOT_SQUARED = "That is how far off the answer is. The cost is its square."
HALVED = (
    "You took half of the square. Some books do, so that the 2 cancels later. Here the cost is the square "
    "itself."
)
ROOT_OF_DIFFERENCE = "You squared answer and target one by one. Take the difference first, then square it."
WRONG_TARGET = "You measured the distance to the other answer. How far is it from the *right* one?"


def generate(rng: np.random.Generator) -> Draw:
    """Return small whole numbers with a sum that stands in the table, and a target of 0 or 1."""
    while True:
        w, x, b = (
            int(rng.choice([-3, -2, 2, 3])),
            int(rng.choice([-2, -1, 1, 2, 3])),
            int(rng.integers(-6, 7)),
        )
        if b and abs(w * x + b) <= 2:
            break
    z, y = w * x + b, int(rng.integers(2))
    a = float(evaluate(SIGMOID, {"z": z}))
    said = round(a, 2)
    parts = (
        number_part(
            "answer",
            SIGMOID.substitute({"z": number(z)}),
            label="$a^{(1)} \\approx$",
            decimals=2,
            misconceptions=(
                neural_network.bias_forgotten(SIGMOID, w * x),
                neural_network.activation_forgotten(w * x, b),
            ),
        ),
        number_part(
            "cost",
            (a - y) ** 2,
            label="$C \\approx$",
            relative=0.03,
            misconceptions=(
                Misconception("miss-not-squared", NOT_SQUARED, f"{abs(said - y):.2f}"),
                Misconception("cost-halved", HALVED, f"{(said - y) ** 2 / 2:.6f}"),
                Misconception("squares-subtracted", ROOT_OF_DIFFERENCE, f"{said**2 - y:.6f}"),
                Misconception("distance-to-the-wrong-answer", WRONG_TARGET, f"{(said - 1 + y) ** 2:.6f}"),
            ),
            follow_through=FollowThrough(f"(answer - {y})^2"),
        ),
    )
    table = {name: f"{float(evaluate(SIGMOID, {'z': at})):.2f}" for name, at in PLACES.items()}
    far = "That is a heavy blunder: more than half of the most it can cost, 1." if abs(a - y) > 0.8 else ""
    remark = far or "The most that one answer can cost here is 1, for a firm yes in place of a firm no."
    values = {"scene": str(rng.choice(SCENES)), "w": w, "x": x, "b": b, "z": z, "y": y, "remark": remark}
    shown = {"a": f"{a:.2f}", "cost": f"{(a - y) ** 2:.3f}", "x_": _bracketed(x), "b_": _bracketed(b)}
    return Draw({**values, **shown, **table}, tuple(distinct(part) for part in parts))


def _bracketed(n: int) -> str:
    return f"({n})" if n < 0 else str(n)
