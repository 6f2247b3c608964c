"""Jacobian, gradient and Hessian matched with their shapes, for drawn numbers of inputs and outputs."""

import numpy as np

from upslope.questions import Draw, Misconception, matching_part

ROW = (
    "Jacobian and gradient are exchanged. Both hold the same slopes: the Jacobian is a row, to be "
    "multiplied with a step; the gradient is that row as a column."
)
TURNED = "Rows and columns are exchanged: each *output* has a row, and each variable a column."


def generate(rng: np.random.Generator) -> Draw:
    """Return n variables and m outputs, two different numbers from 2 to 7."""
    n, m = (int(k) for k in rng.choice(np.arange(2, 8), 2, replace=False))
    texts = {
        "jacobian": "the Jacobian, if one number comes out",
        "gradient": "the gradient, if one number comes out",
        "hessian": "the Hessian, if one number comes out",
        "matrix": f"the Jacobian, if {m} numbers come out",
    }
    shapes = {"jacobian": (1, n), "gradient": (n, 1), "hessian": (n, n), "matrix": (m, n), "turned": (n, m)}
    part = matching_part(
        "shapes",
        [{"id": str(name), "text": texts[str(name)]} for name in rng.permutation(list(texts))],
        [
            {"id": str(name), "text": rf"${shapes[str(name)][0]} \times {shapes[str(name)][1]}$"}
            for name in rng.permutation(list(shapes))
        ],
        {name: name for name in texts},
        words=("thing", "shape"),
        misconceptions=(
            Misconception("row-and-column-exchanged", ROW, "jacobian: gradient, gradient: jacobian"),
            Misconception("rows-for-variables", TURNED, "matrix: turned"),
        ),
    )
    return Draw({"n": n, "m": m}, (part,))
