"""The lowest order whose Maclaurin polynomial stays within 0.01 from 0 to a given place."""

from math import factorial, floor

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, number_part

CASES = {
    "e^x": (np.exp, (1, 1, 1, 1)),
    "sin(x)": (np.sin, (0, 1, 0, -1)),
    "cos(x)": (np.cos, (1, 0, -1, 0)),
    "e^(-x)": (lambda x: np.exp(-x), (1, -1, 1, -1)),
}
ENDS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
ONE_SHORT = "Nearly: with that order the stretch ends a little too early. Turn it up a little further."
ONE_MORE = "That order is good enough. Is it the lowest, or was an earlier one good enough already?"
AROUND = 0.02


def generate(rng: np.random.Generator) -> Draw:
    """Return one of four functions and an end that no stretch of the polynomials just reaches."""
    while True:
        text, end = str(rng.choice(list(CASES))), float(rng.choice(ENDS))
        reaches = [_reach(*CASES[text], order) for order in range(13)]
        answer = next((order for order, reach in enumerate(reaches) if reach >= end), 0)
        if 1 < answer < 11 and min(abs(reach - end) for reach in reaches) > AROUND:
            break
    below = max(order for order in range(answer) if reaches[order] < reaches[answer] - AROUND)
    part = number_part(
        "order",
        answer,
        label="The order is",
        misconceptions=(
            Misconception("one-order-short", ONE_SHORT, str(below)),
            Misconception("one-order-too-many", ONE_MORE, str(answer + 1)),
        ),
    )
    ends = r",\; ".join(_end(reach) for reach in reaches[: answer + 1])
    values = {"f": parse(text), "end": f"{end:g}", "below": below, "ends": ends, "answer": answer}
    return Draw(values, (part,))


def _reach(f, cycle: tuple[int, ...], order: int) -> float:
    """Return up to where the polynomial is within 0.01 of f, from 0 on."""
    x = np.linspace(0, 6, 12001)
    polynomial = sum(cycle[k % 4] * x**k / factorial(k) for k in range(order + 1))
    off = np.abs(f(x) - polynomial) > 0.01
    return float(x[np.argmax(off) - 1]) if off.any() else 6.0


def _end(reach: float) -> str:
    """Return the end of a stretch as the explorer tells it: never farther out than it is."""
    return f"{floor(100 * reach) / 100:.2f}" if reach > 0.1 else f"{floor(1000 * reach) / 1000:.3f}"
