"""The sums of two neurons, their terms out of order, written as a matrix and a column."""

import numpy as np

from upslope.maths import Matrix, column_vector, matrix, number, row_vector
from upslope.questions import Draw, Misconception, distinct, matrix_part

AS_WRITTEN = (
    "You took the numbers in the order in which they are written. A column of $W$ belongs to one input: the "
    "first to $a_1$, wherever its term stands."
)
BIAS_INSIDE = "The biases are in the matrix. They multiply no input, so they have a column of their own, $b$."
SIGNS = "The sizes are right. A minus before a term belongs to its weight: take it along."
BIAS_SIGNS = "The sizes are right. A minus before a bias belongs to it: take it along."
ADDED_INPUT = (
    "You took a number that multiplies an input for the bias. The bias is the one that stands alone."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two sums of three inputs with one of them missing from each, terms mixed."""
    W = np.array(
        [[int(w) for w in rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6], 3, replace=False)] for _ in "12"]
    )
    b = np.array([int(n) for n in rng.choice([-9, -8, -7, 7, 8, 9], 2, replace=False)])
    if not (W < 0).any() or (b > 0).all():
        W[0, 1], b[0] = -abs(W[0, 1]), -abs(b[0])
    W[0, int(rng.integers(3))] = 0
    W[1, int(rng.integers(3))] = 0
    orders = [[int(n) for n in rng.permutation(3) if row[n] != 0] for row in W]
    for order in orders:
        if order == sorted(order):
            order.reverse()
    written = [[int(row[n]) for n in order] for order, row in zip(orders, W, strict=True)]
    texts = [_sum(row, order, int(bias)) for row, order, bias in zip(W, orders, b, strict=True)]
    swapped = [[row[0], row[1], 0] for row in written]
    parts = (
        matrix_part(
            "weights",
            _matrix(W.tolist()),
            variables=(),
            shape="chosen",
            label="$W =$",
            misconceptions=(
                Misconception("order-as-written", AS_WRITTEN, str(_matrix(swapped))),
                Misconception(
                    "bias-in-the-matrix", BIAS_INSIDE, str(_matrix(np.column_stack([W, b]).tolist()))
                ),
                Misconception("signs-left-behind", SIGNS, str(_matrix(abs(W).tolist()))),
            ),
        ),
        matrix_part(
            "biases",
            column_vector([number(int(n)) for n in b]),
            variables=(),
            label="$b =$",
            misconceptions=(
                Misconception("bias-signs-left-behind", BIAS_SIGNS, f"[{abs(b[0])}; {abs(b[1])}]"),
                Misconception("weight-for-bias", ADDED_INPUT, f"[{written[0][1]}; {written[1][1]}]"),
            ),
        ),
    )
    shown = {"first": texts[0], "second": texts[1], "row": row_vector([number(int(n)) for n in W[0]])}
    values = {
        **shown,
        "b1": int(b[0]),
        "W": _matrix(W.tolist()),
        "b": column_vector([number(int(n)) for n in b]),
    }
    return Draw(values, tuple(distinct(part) for part in parts))


def _matrix(rows: list[list[int]]) -> Matrix:
    return matrix([[number(int(n)) for n in row] for row in rows])


def _sum(row: np.ndarray, order: list[int], bias: int) -> str:
    """Return the sum as LaTeX: one term, then the bias, then the rest."""
    terms = [
        (int(row[order[0]]), f"a_{order[0] + 1}"),
        (bias, ""),
        *((int(row[n]), f"a_{n + 1}") for n in order[1:]),
    ]
    text = "".join(f" {'-' if value < 0 else '+'} {abs(value)}{letter}" for value, letter in terms).strip()
    return text.removeprefix("+ ").replace("- ", "-", 1) if text.startswith("- ") else text.removeprefix("+ ")
