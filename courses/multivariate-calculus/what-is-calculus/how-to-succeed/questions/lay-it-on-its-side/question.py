"""The transpose of a matrix that is not square; its shape is part of the answer."""

import numpy as np

from upslope.questions import Draw, Misconception, matrix_part

AS_IT_WAS = "That is the matrix as it was. Transposing turns each row into a column, so the shape changes."
REFILLED = (
    "The shape is right, but you filled it in reading order. Take the first *row* of the "
    "old one and stand it "
    "upright: it is the first column."
)
TURNED = (
    "You turned the table by a quarter. Transposing mirrors it in its main diagonal: the "
    "entry at the top left "
    "stays where it is."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a 2 by 3 or 3 by 2 matrix of six different digits."""
    shape = (2, 3) if rng.integers(2) else (3, 2)
    matrix = rng.choice(np.arange(10), 6, replace=False).reshape(shape)
    turned = matrix.T
    part = matrix_part(
        "transpose",
        text(turned),
        variables=(),
        shape="chosen",
        label="$\\mathbf{A}^{\\mathsf T} =$",
        misconceptions=(
            Misconception("not-transposed", AS_IT_WAS, text(matrix)),
            Misconception("refilled-in-reading-order", REFILLED, text(matrix.reshape(shape[::-1]))),
            Misconception("turned-by-a-quarter", TURNED, text(np.rot90(matrix))),
        ),
    )
    row = "\\begin{bmatrix} " + " & ".join(str(int(n)) for n in matrix[0]) + " \\end{bmatrix}"
    values = {"matrix": f"${latex(matrix)}$", "answer": latex(turned), "row": row}
    values |= {
        "matrix": latex(matrix),
        "shape": f"{shape[0]} × {shape[1]}",
        "turned": f"{shape[1]} × {shape[0]}",
    }
    return Draw(values, (part,))


def text(matrix: np.ndarray) -> str:
    return "[" + "; ".join(", ".join(str(int(n)) for n in row) for row in matrix) + "]"


def latex(matrix: np.ndarray) -> str:
    rows = " \\\\ ".join(" & ".join(str(int(n)) for n in row) for row in matrix)
    return f"\\begin{{bmatrix}} {rows} \\end{{bmatrix}}"
