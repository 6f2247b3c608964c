"""The value a tangent gives near its point, and the size of the first term it leaves out."""

from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, number_part

SCENES = (
    "Bread is rising; $f$ is the height of the dough in centimetres after $x$ hours.",
    "A bath is filling; $f$ is the depth in centimetres after $x$ minutes.",
    "A village grows; $f$ is its number of households, in tens, after $x$ years.",
    "A kettle warms up; $f$ is its temperature in degrees after $x$ seconds.",
)
HALF = "Almost: the second derivative is divided by $2!$, to undo the 2 that falls out of the square."
UNSQUARED = "The term of order 2 has the *square* of the step. That is what makes it so small near the point."
SLOPE_ALONE = "You added the slope for a whole unit. Multiply it by the step, which is shorter."
NO_HEIGHT = "That is what the line adds on the way. It starts from the height that is known: add it."


def generate(rng: np.random.Generator) -> Draw:
    """Return whole derivatives with an even second one, a point, and a step of 0.1, 0.2 or 0.4."""
    height, slope = int(rng.integers(20, 41)), int(rng.integers(2, 10))
    bend, a = int(rng.choice([-8, -6, -4, 4, 6, 8])), int(rng.integers(2, 7))
    step = Fraction(int(rng.choice([1, 2, 4])), 10)
    line, tail = height + slope * step, bend * step**2 / 2
    parts = (
        number_part(
            "line",
            line,
            label="The line says",
            misconceptions=(
                Misconception("step-forgotten", SLOPE_ALONE, str(height + slope)),
                Misconception("height-dropped", NO_HEIGHT, str(slope * step)),
            ),
        ),
        number_part(
            "tail",
            tail,
            label="The first term left out is",
            misconceptions=(
                Misconception("half-forgotten", HALF, str(2 * tail)),
                Misconception("step-not-squared", UNSQUARED, str(bend * step / 2)),
            ),
        ),
    )
    values = {
        "scene": SCENES[int(rng.integers(len(SCENES)))],
        "a": a,
        "height": height,
        "slope": slope,
        "bend": bend,
        "step": str(float(step)),
        "there": str(float(a + step)),
        "line": str(float(line)),
        "tail": str(round(float(tail), 4)),
        "tail_size": str(round(abs(float(tail)), 4)),
    }
    return Draw(values, parts)
