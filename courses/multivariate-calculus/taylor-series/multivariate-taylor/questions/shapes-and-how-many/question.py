"""The shapes in the second-order Taylor polynomial of n variables, and how many numbers it takes."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, matching_part, number_part

SCENES = (
    "A coffee machine has {n} dials.",
    "A recipe for bread has {n} ingredients.",
    "A small network has {n} weights.",
    "A glider has {n} things to trim.",
)
ROW = "A Jacobian of one function is a row: it stands to the left of the column and makes one number with it."
STEP = "The step is a column. Laid down as a row it is $\\Delta\\mathbf{x}^{\\mathsf T}$."
LEFT = "Row times matrix makes a row. Then the column comes, and one number is left. It is added to a height."
ALL = "You counted every entry of the Hessian. Below the diagonal stands what is above it: count that once."
DIAGONAL = "The bends along each variable are there. The twists between two variables are still missing."
VALUE = "Slopes and second derivatives are counted right. The value itself has to be known as well."


def generate(rng: np.random.Generator) -> Draw:
    """Return a number of variables from 3 to 9."""
    n = int(rng.integers(3, 10))
    half = n * (n - 1) // 2
    count = 1 + 2 * n + half
    left = {
        "jacobian": r"$\mathbf{J}$",
        "step": r"$\Delta\mathbf{x}$",
        "hessian": r"$\mathbf{H}$",
        "bend": r"$\Delta\mathbf{x}^{\mathsf T}\,\mathbf{H}\,\Delta\mathbf{x}$",
    }
    shapes = {"row": f"1×{n}", "column": f"{n}×1", "square": f"{n}×{n}", "one": "1×1"}
    names = [str(name) for name in rng.permutation(list(left))]
    order = [str(name) for name in rng.permutation(list(shapes))]
    matching = matching_part(
        "shapes",
        [{"id": name, "text": left[name]} for name in names],
        [{"id": name, "text": shapes[name]} for name in order],
        {"jacobian": "row", "step": "column", "hessian": "square", "bend": "one"},
        words=("thing", "shape"),
        misconceptions=(
            Misconception("jacobian-as-column", ROW, "jacobian: column"),
            Misconception("bend-as-matrix", LEFT, "bend: square"),
            Misconception("step-as-number", STEP, "step: one"),
        ),
    )
    number = number_part(
        "count",
        count,
        label="Numbers to be known:",
        misconceptions=(
            Misconception("mirror-counted-twice", ALL, str(1 + n + n * n)),
            Misconception("twists-left-out", DIAGONAL, str(1 + 2 * n)),
            Misconception("value-left-out", VALUE, str(count - 1)),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)).format(n=n), "n": n, "square": n * n, "rest": n * n - n}
    return Draw({**values, "half": half, "count": count}, (matching, distinct(number)))
