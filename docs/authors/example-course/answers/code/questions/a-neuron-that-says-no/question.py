"""One tanh neuron as NOT: many weights are right, so it is the neuron that is measured, not its weights."""

from fractions import Fraction

import numpy as np

from upslope.maths import evaluate, parse
from upslope.questions import Draw, Misconception, code_part

MISTAKES = (
    Misconception(
        "copies",
        "Your neuron says the same as the switch. Turn the sign of `w` round, and see what `b` must be then.",
        "w = 6\nb = -3",
    ),
    Misconception(
        "no-bias",
        "With the switch off, `w` has nothing to multiply, so only `b` can speak. Make it larger.",
        "w = -50\nb = 0",
    ),
    Misconception(
        "always-on",
        "It says yes, on or off. `w` times the input must be strong enough to beat `b`.",
        "w = 0\nb = 5",
    ),
    Misconception(
        "too-gentle",
        "Your neuron hardly makes up its mind. Larger numbers take $\\tanh$ out to its flat ends.",
        "w = -0.01\nb = 0.005",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return what the switch sends when it is on, and how sure the neuron has to be."""
    on, level = int(rng.integers(2, 10)), str(rng.choice(["0.9", "0.95", "0.99"]))
    part = code_part(
        "weights",
        f"w = {-6 / on}\nb = 3",
        variables=("w", "b"),
        given="import numpy as np\n\ndef neuron(x, w, b):\n    return np.tanh(w * x + b)",
        measure=f"""
            def measure(w, b):
                said = [neuron(x, w, b) for x in (0, {on})]
                return [int(a > {level}) - int(a < -{level}) for a in said]
        """,
        misconceptions=MISTAKES,
    )
    at_three = f"{evaluate(parse('tanh(3)'), {}):.3f}"
    return Draw({"on": on, "level": level, "w": Fraction(-6, on), "at_three": at_three}, (part,))
