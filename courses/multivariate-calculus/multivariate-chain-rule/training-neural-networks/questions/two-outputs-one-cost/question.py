"""The cost of an answer of two numbers, and the row of its slopes by both."""

from fractions import Fraction

import numpy as np

from upslope.maths import column_vector, jacobian, parse
from upslope.questions import Draw, Misconception, distinct, matrix_part, number_part

SCENES = (
    "A network guesses where the pen is: how far across, how far up.",
    "A network guesses where a ball lands: how far out, how far to the side.",
    "A network guesses a paint: how much blue, how much yellow.",
    "A network guesses the next tide: how high, and how late.",
)
ROOT = "That is the distance, the length of the miss. The cost is its square: leave the root away."
SUM_SQUARED = (
    "You added the misses before you squared. Two of opposite signs would cancel and cost nothing. Square "
    "each first."
)
MEAN = "You divided by the number of outputs. The cost of one example is the *sum* of the squares."
NO_TWO = "These are the misses. The slope of a square is twice what is squared."
TURNED = (
    "All signs are turned round. The cost grows when an output moves away from the truth: output minus truth."
)
SQUARES = "These are the squares, the shares of the cost. The Jacobian holds slopes."


def generate(rng: np.random.Generator) -> Draw:
    """Return two outputs and two targets in tenths; the misses differ in size."""
    while True:
        a, y = ([int(n) for n in rng.integers(1, 10, 2)] for _ in "ay")
        d = [p - q for p, q in zip(a, y, strict=True)]
        if 0 not in d and abs(d[0]) != abs(d[1]):
            break
    cost = Fraction(d[0] ** 2 + d[1] ** 2, 100)
    parts = (
        number_part(
            "cost",
            f"{float(cost):g}",
            label="$C =$",
            misconceptions=(
                Misconception("length-not-squared", ROOT, f"sqrt({cost})"),
                Misconception("misses-added-first", SUM_SQUARED, f"{Fraction(sum(d), 10) ** 2}"),
                Misconception("mean-of-the-outputs", MEAN, str(cost / 2)),
            ),
        ),
        matrix_part(
            "slopes",
            _text([2 * n for n in d]),
            variables=(),
            shape="chosen",
            label="$\\dfrac{\\partial C}{\\partial a} =$",
            misconceptions=(
                Misconception("misses-without-two", NO_TWO, _text(d)),
                Misconception("misses-turned", TURNED, _text([-2 * n for n in d])),
                Misconception("squares-for-slopes", SQUARES, _text([n * n / 10 for n in d])),
            ),
        ),
    )
    tenths = {
        name: column_vector([parse(f"{n / 10:g}", ()) for n in column])
        for name, column in (("a", a), ("y", y))
    }
    names = ("a_1", "a_2")
    worked = jacobian({"C": parse(f"(a_1 - {y[0] / 10:g})^2 + (a_2 - {y[1] / 10:g})^2", names)}, names)
    row = rf"\begin{{bmatrix}} {2 * d[0] / 10:g} & {2 * d[1] / 10:g} \end{{bmatrix}}"
    misses = {"d1": f"{d[0] / 10:g}", "d2": f"{d[1] / 10:g}", "cost": f"{float(cost):g}", "row": row}
    misses |= {f"d{k}_": f"({n / 10:g})" if n < 0 else f"{n / 10:g}" for k, n in enumerate(d, 1)}
    values = {"scene": str(rng.choice(SCENES)), **tenths, **misses, "worked": worked}
    return Draw(values, tuple(map(distinct, parts)))


def _text(tenths: list[float]) -> str:
    return f"[{tenths[0] / 10:g}, {tenths[1] / 10:g}]"
