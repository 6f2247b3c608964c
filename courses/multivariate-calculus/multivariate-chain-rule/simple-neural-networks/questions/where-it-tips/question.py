"""Where a neuron is at one half: minus its bias, divided by its weight."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

SCENES = (
    ("A street lamp decides how surely it is dark.", "lux", 1),
    ("An oven decides how surely the crust is done.", "minutes", 1),
    ("A doorbell decides how surely somebody is there.", "volts", 1),
    ("A greenhouse decides how surely it is too cold.", "degrees", -1),
    ("A tap decides how surely the bath is full.", "decimetres", 1),
    ("A gate decides how surely the dog outside is small.", "kilograms", -1),
)
SAME_SIGN = (
    "The size is right, the sign is not. Bring the bias to the other side before you divide: it changes its "
    "sign there."
)
READ_OFF = (
    "You read the bias off. It is the sum at the input 0, not the place where the sum is 0: the weight has a "
    "say in that."
)
TURNED = (
    "You divided the weight by the bias. The input is what you look for: divide by what stands before it."
)
SUM_IS_HALF = (
    "You set the sum to one half. It is σ of the sum that shall be one half, and that is so where the sum "
    "is 0."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a neuron whose weight is 2 to 6 or the same below 0, and which tips over at 2 to 9."""
    scene, unit, sign = SCENES[rng.integers(len(SCENES))]
    if scene.startswith("A street lamp"):
        sign = -1
    w, tip = sign * int(rng.integers(2, 7)), int(rng.integers(2, 10))
    b = -w * tip
    mistakes = (
        Misconception("bias-with-its-sign", SAME_SIGN, str(-tip)),
        Misconception("bias-for-place", READ_OFF, str(b)),
        Misconception("bias-turned-for-place", READ_OFF, str(-b)),
        Misconception("weight-over-bias", TURNED, f"{-w}/{b}"),
        Misconception("sum-for-answer", SUM_IS_HALF, f"({1 - 2 * b})/({2 * w})"),
    )
    part = number_part("tip", tip, label="It says one half at $a =$", misconceptions=mistakes)
    said = ("nearer to 1", "nearer to 0")
    values = {"scene": scene, "unit": unit, "w": w, "bias": f"{b:+d}".replace("+", "+ ").replace("-", "- ")}
    sides = {"right": said[w < 0], "left": said[w > 0]}
    return Draw({**values, **sides, "minus_b": -b, "tip": tip}, (distinct(part),))
