"""A value by the Taylor polynomial of order 2, a tenth or two from a point where all is known."""

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

WHOLE = "The last term is twice too large: the second derivative is divided by $2!$."
SHORT = "That is order 1, along the tangent. The bend is still to come."
SQUARE = "The step in the last term is to be squared: a short step squared is much shorter."
BACK = (
    "The bend is right, and the slope has the wrong sign. Does the function rise or fall there, and do you "
    "step to the right?"
)
# the function, its value, a point, and height, slope and second derivative there
PLACES: tuple[tuple[str, Callable[[float], float], int, tuple[Fraction, ...]], ...] = (
    (r"\dfrac{1}{x}", lambda x: 1 / x, 1, (Fraction(1), Fraction(-1), Fraction(2))),
    (r"\dfrac{1}{x}", lambda x: 1 / x, 2, (Fraction(1, 2), Fraction(-1, 4), Fraction(1, 4))),
    (r"\sqrt{x}", math.sqrt, 1, (Fraction(1), Fraction(1, 2), Fraction(-1, 4))),
    (r"\ln x", math.log, 1, (Fraction(0), Fraction(1), Fraction(-1))),
    ("e^x", math.exp, 0, (Fraction(1), Fraction(1), Fraction(1))),
    (r"\dfrac{1}{x^2}", lambda x: x**-2, 1, (Fraction(1), Fraction(-2), Fraction(6))),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six functions at its point, and a step of one or two tenths either way."""
    f, exact, a, (height, slope, bend) = PLACES[int(rng.integers(len(PLACES)))]
    step = Fraction(int(rng.choice([-2, 2] if a == 2 else [-2, -1, 1, 2])), 10)
    answer = height + slope * step + bend * step**2 / 2
    mistakes = (
        Misconception("bend-not-halved", WHOLE, str(height + slope * step + bend * step**2)),
        Misconception("one-order-short", SHORT, str(height + slope * step)),
        Misconception("step-not-squared", SQUARE, str(height + slope * step + bend * step / 2)),
        Misconception("slope-turned", BACK, str(height - slope * step + bend * step**2 / 2)),
    )
    b = a + step
    part = number_part("value", float(answer), label=f"$f({float(b):g}) \\approx$", misconceptions=mistakes)
    numbers = {"b": b, "step": step, "height": height, "slope": slope, "bend": bend, "answer": answer}
    values = {name: f"{float(n):g}" for name, n in numbers.items()}
    for name in ("slope", "bend", "step"):
        values[f"{name}_shown"] = f"({values[name]})" if numbers[name] < 0 else values[name]
    return Draw({"f": f, "a": a, **values, "truth": f"{exact(float(b)):.5f}"}, (distinct(part),))
