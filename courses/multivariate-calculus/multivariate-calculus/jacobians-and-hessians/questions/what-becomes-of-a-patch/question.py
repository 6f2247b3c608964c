"""Jacobian, determinant and the new area of a patch, each going on from the one before."""

import numpy as np

from upslope.maths import evaluate, jacobian, jacobian_determinant, parse, row_vector
from upslope.questions import (
    Draw,
    FollowThrough,
    Misconception,
    distinct,
    expression_part,
    matrix_part,
    number_part,
)
from upslope.questions.misconceptions import determinant as areas
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
MAPS = {
    "round": ("A*x*cos(y)", "B*x*sin(y)"),
    "squares": ("A*x^2 - A*y^2", "B*x*y"),
    "crossing": ("A*x*e^y", "B*x*e^(-y)"),
}
SIGN = "The size is right. An area is never below zero; the minus says that the patch lies on its back."
FACTOR = "That is how much areas grow at this place. The patch has an area of its own: multiply by it."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three maps with two factors, a place, and a small area."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 5), 2, replace=False))
    texts = [text.replace("A", str(a)).replace("B", str(b)) for text in MAPS[str(rng.choice(list(MAPS)))]]
    u, v = (parse(text, NAMES) for text in texts)
    p, q = int(rng.integers(1, 4)), int(rng.integers(0, 3))
    worked = jacobian_determinant({"u": u, "v": v}, NAMES)
    square, det = jacobian({"u": u, "v": v}, NAMES).result, worked.result
    here = round(evaluate(det, {"x": p, "y": q}))
    area = str(rng.choice(["0.1", "0.2", "0.5"]))
    image = f"{abs(here) * float(area):g}"
    matrix = matrix_part(
        "jacobian",
        square,
        variables=NAMES,
        label="$\\mathbf{J} =$",
        misconceptions=(slips.transposed(square),),
    )
    determinant = expression_part(
        "det",
        det,
        variables=NAMES,
        label="$\\det\\mathbf{J} =$",
        misconceptions=(areas.diagonals_added(square), areas.main_diagonal_only(square)),
        follow_through=FollowThrough("jacobian_11*jacobian_22 - jacobian_12*jacobian_21"),
    )
    new = number_part(
        "area",
        image,
        label="Area of the image:",
        misconceptions=(
            Misconception("factor-for-area", FACTOR, str(abs(here))),
            Misconception("area-below-zero", SIGN, f"-{image}"),
        ),
        follow_through=FollowThrough(f"abs(det)*{area}", at={"x": p, "y": q}),
    )
    turned = " The minus says that it lies on its back." if here < 0 else ""
    values = {"u": u, "v": v, "p": p, "q": q, "area": area, "first": row_vector(list(square.rows[0]))}
    found = {
        "det": det,
        "here": here,
        "factor": abs(here),
        "image": image,
        "turned": turned,
        "worked": worked,
    }
    return Draw({**values, **found}, (matrix, distinct(determinant), new))
