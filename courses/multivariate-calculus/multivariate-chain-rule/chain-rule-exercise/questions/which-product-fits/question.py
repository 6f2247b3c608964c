"""Which product of three Jacobians fits, what shape it has, and how many paths it adds up."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part, distinct, matrix_part, number_part

ORDERS = {"right": "fcb", "story": "bcf", "swapped": "fbc"}
MISTAKES = (
    Misconception(
        "in-order-of-the-story",
        "You wrote the links in the order in which things happen. In "
        "$f(\\mathbf{c}(\\mathbf{b}(\\mathbf{a})))$ the outermost comes first, and so does its "
        "Jacobian. Check the shapes.",
        "story",
    ),
    Misconception(
        "inner-links-swapped",
        "The first factor is right. Its columns are the pens, so the next one must have a row for each pen.",
        "swapped",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return three different sizes from 2 to 6, and the orders mixed."""
    k, m, n = (int(size) for size in rng.choice(np.arange(2, 7), 3, replace=False))
    names = [tuple(ORDERS)[int(place)] for place in rng.permutation(len(ORDERS))]
    options = [{"id": name, "text": f"${_product(ORDERS[name])}$"} for name in names]
    parts = (
        choice_part("order", options, "right", label="The product is", misconceptions=MISTAKES),
        matrix_part(
            "shape",
            f"[1, {k}]",
            variables=(),
            label="Its shape, rows and then columns:",
            misconceptions=_shapes(n, k),
        ),
        number_part("paths", m * n, label="Paths from one dial to $f$:", misconceptions=_paths(k, m, n)),
    )
    values = {"k": k, "m": m, "n": n, "paths": m * n}
    return Draw(values, tuple(distinct(part) for part in parts))


def _product(letters: str) -> str:
    names = {"f": "f", "b": r"\mathbf{b}", "c": r"\mathbf{c}"}
    return r"\,".join(rf"\mathbf{{J}}_{{{names[letter]}}}" for letter in letters)


def _shapes(n: int, k: int) -> tuple[Misconception, ...]:
    return (
        Misconception(
            "shape-of-the-first-factor",
            "That is the shape of $\\mathbf{J}_f$ alone: slopes by the pens. Asked are the slopes "
            "by the dials.",
            f"[1, {n}]",
        ),
    )


def _paths(k: int, m: int, n: int) -> tuple[Misconception, ...]:
    return (
        Misconception(
            "branches-added",
            "You added the two layers. From each lever the path may go on to any pen, so the choices "
            "multiply.",
            str(m + n),
        ),
        Misconception(
            "all-dials-counted",
            "That counts the paths from all the dials together. Stand at one of them.",
            str(k * m * n),
        ),
    )
