"""The product of two 2 by 2 matrices, with the order turned round and the entrywise product as mistakes."""

import numpy as np

from upslope.questions import Draw, Misconception, matrix_part

ENTRYWISE = (
    "You multiplied entry by entry, as a table. A product of matrices does one map after "
    "the other: each entry is "
    "a row dotted with a column."
)
OTHER_ORDER = (
    "That is the product in the other order. Rows come from the matrix that stands first, "
    "columns from the one "
    "that stands second."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two matrices with entries 1 to 5 that do not commute."""
    while True:
        first, second = rng.integers(1, 6, (2, 2)), rng.integers(1, 5, (2, 2))
        product, other = first @ second, second @ first
        table = first * second
        if all((one != two).any() for one, two in ((product, other), (product, table), (other, table))):
            break
    mistakes = (
        Misconception("multiplied-entrywise", ENTRYWISE, text(table)),
        Misconception("other-order", OTHER_ORDER, text(other)),
    )
    label = "$\\mathbf{A}\\mathbf{B} =$"
    part = matrix_part("product", text(product), variables=(), label=label, misconceptions=mistakes)
    names = [*"abcd", *"pqrs", *"efgh"]
    numbers = [int(n) for one in (first, second, product) for n in one.ravel()]
    sums = {
        f"sum_{name}": f"{first[i, 0]} \\cdot {second[0, j]} + {first[i, 1]} \\cdot {second[1, j]}"
        for name, (i, j) in zip("efgh", ((0, 0), (0, 1), (1, 0), (1, 1)), strict=True)
    }
    return Draw({**dict(zip(names, numbers, strict=True)), **sums}, (part,))


def text(matrix: np.ndarray) -> str:
    return "[" + "; ".join(", ".join(str(int(n)) for n in row) for row in matrix) + "]"
