"""The length of one vector and its dot product with another."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ADDED = (
    "You added the sides. That is the way round the corner; the arrow goes straight "
    "across, so Pythagoras it is."
)
SQUARED = "You have the squared length. Take the root of it."
SIGN = "The products are right. Mind the sign of the second one when you add."
CROSSED = "You multiplied crosswise. First entry meets first entry, second meets second."


def generate(rng: np.random.Generator) -> Draw:
    """Return a vector with a whole length and another one, with a dot product of both products not zero."""
    short, long, length = ((3, 4, 5), (6, 8, 10), (5, 12, 13), (8, 15, 17))[int(rng.integers(4))]
    a1, a2 = (int(n) for n in rng.permutation([short, long]))
    a1, a2 = a1 * int(rng.choice([-1, 1])), a2 * int(rng.choice([-1, 1]))
    b1, b2 = int(rng.choice([-2, -1, 1, 2, 3])), int(rng.choice([-2, -1, 1, 2, 3]))
    first, second = a1 * b1, a2 * b2
    how_long = number_part(
        "length",
        length,
        label="$\\lvert \\mathbf{a} \\rvert =$",
        misconceptions=(
            Misconception("sides-added", ADDED, str(abs(a1) + abs(a2))),
            Misconception("root-forgotten", SQUARED, str(length**2)),
        ),
    )
    dot = number_part(
        "dot",
        first + second,
        label="$\\mathbf{a} \\cdot \\mathbf{b} =$",
        misconceptions=(
            Misconception("products-subtracted", SIGN, str(first - second)),
            Misconception("multiplied-crosswise", CROSSED, str(a1 * b2 + a2 * b1)),
        ),
    )
    squares = " + ".join(f"({n})^2" if n < 0 else f"{n}^2" for n in (a1, a2))
    products = f"{a1} \\cdot {bracketed(b1)} + {bracketed(a2)} \\cdot {bracketed(b2)}"
    values = {"a1": a1, "a2": a2, "b1": b1, "b2": b2, "length": length, "dot": first + second}
    return Draw({**values, "squares": squares, "products": products}, (distinct(how_long), distinct(dot)))


def bracketed(n: int) -> str:
    return f"({n})" if n < 0 else str(n)
