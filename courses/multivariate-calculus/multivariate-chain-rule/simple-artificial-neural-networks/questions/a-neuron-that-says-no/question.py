"""One tanh neuron as NOT, for a sensor whose two values need not be 0 and 1."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, code_part

SCENES = (
    "A fridge has to know when its door is *not* shut.",
    "A night light burns when it is *not* bright.",
    "A guard dog barks when it does *not* know the step.",
    "A pump runs when the tank is *not* full.",
    "A tram waits when the doors are *not* closed.",
)
PAIRS = ((0, 1), (0, 2), (0, 4), (0, 5), (1, 2), (1, 3), (2, 4), (1, 5), (2, 6), (3, 5))
MISTAKES = (
    Misconception(
        "neuron-agrees",
        "Your neuron repeats what the sensor says. Its curve has to fall: which sign must `w` have? And then "
        "`b` has to bring the fall to the middle.",
        "w = 60\nb = {agree}",
    ),
    Misconception(
        "tips-over-too-early",
        "Your neuron tips over too early, at the smaller of the two inputs or even before it. That happens "
        "without a bias, for one. Work out $-b/w$, and let the bias bring it halfway between the two.",
        "w = -60\nb = 0",
    ),
    Misconception(
        "neuron-always-yes",
        "It says yes to both. Either the weight is too weak to beat the bias, or the neuron tips over only "
        "beyond the larger of the two inputs.",
        "w = 0\nb = 5",
    ),
    Misconception(
        "neuron-too-gentle",
        "It leans the right way or not at all, but it never makes up its mind. Larger numbers in the same "
        "proportion take tanh out to its flat ends.",
        "w = -0.02\nb = 0.01",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return what the sensor sends for no and for yes, and how sure the neuron has to be."""
    low, high = PAIRS[rng.integers(len(PAIRS))]
    level = str(rng.choice(["0.9", "0.95", "0.99"]))
    w = Fraction(-6, high - low)
    b = 3 - w * low
    agree = -30 * (low + high)
    part = code_part(
        "neuron",
        f"w = {float(w)}\nb = {float(b)}",
        variables=("w", "b"),
        given="import numpy as np\n\ndef neuron(a0, w, b):\n    return np.tanh(w * a0 + b)",
        measure=f"""
            def measure(w, b):
                said = [neuron(a0, w, b) for a0 in ({low}, {high})]
                return [int(a > {level}) - int(a < -{level}) for a in said]
        """,
        misconceptions=tuple(
            Misconception(one.code, one.sentence, one.wrong.format(agree=agree)) for one in MISTAKES
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "low": low, "high": high, "gap": high - low, "level": level}
    values |= {"w": w, "b": b, "tip": Fraction(low + high, 2), "at_three": f"{float(np.tanh(3)):.3f}"}
    return Draw(values, (part,))
