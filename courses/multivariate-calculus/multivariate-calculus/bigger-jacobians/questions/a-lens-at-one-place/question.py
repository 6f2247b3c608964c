"""A 2×2 Jacobian at a point, and what its determinant does to a small area."""

import numpy as np

from upslope.maths import evaluate, jacobian, parse, row_vector
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part
from upslope.questions.misconceptions import determinant as areas
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
FACTOR = "That is how much areas grow there. The ant covers more than one square millimetre: multiply."
SIGN = (
    "The size is right. Below zero means that the picture is turned over, as in a mirror; an area itself is "
    "never below zero."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return u = x² ± a y, v = b x y or x + y², at a place with two different coordinates."""
    while True:
        a, b = (int(n) for n in rng.integers(2, 6, 2))
        p, q = (int(n) for n in rng.choice(np.arange(1, 5), 2, replace=False))
        u = parse(f"x^2 {rng.choice(['+', '-'])} {a}y", NAMES)
        v = parse(str(rng.choice([f"{b}x*y", f"{b}x + y^2", f"{b}y + x*y"])), NAMES)
        worked = jacobian({"u": u, "v": v}, NAMES, {"x": p, "y": q})
        square = worked.result
        ux, uy, vx, vy = (int(n) for n in _numbers(str(square)))
        det = ux * vy - uy * vx
        mistakes = (
            slips.transposed(square),
            slips.coordinates_swapped([u, v], ("x", "y"), {"x": p, "y": q}),
            slips.point_put_in_first([u, v], NAMES),
        )
        if (
            2 <= abs(det) <= 40
            and len({_numbers(text) for text in (str(square), *(one.wrong for one in mistakes))}) == 4
        ):
            break
    ant, factor = int(rng.integers(2, 6)), abs(det)
    symbolic = jacobian({"u": u, "v": v}, NAMES).result
    slopes = matrix_part(
        "slopes",
        square,
        variables=(),
        label=f"$\\mathbf{{J}}$ at $({p},\\ {q})$:",
        misconceptions=mistakes,
    )
    added, diagonal = areas.diagonals_added(square), areas.main_diagonal_only(square)
    wrong_areas = (
        Misconception("factor-for-area", FACTOR, str(factor)),
        Misconception("area-below-zero", SIGN, str(-factor * ant)),
        *(Misconception(one.code, one.sentence, str(abs(int(one.wrong)) * ant)) for one in (added, diagonal)),
    )
    area = number_part(
        "area",
        factor * ant,
        label="Area of the picture, in mm²:",
        misconceptions=wrong_areas,
        follow_through=FollowThrough(f"abs(slopes_11*slopes_22 - slopes_12*slopes_21)*{ant}"),
    )
    products = rf"{ux} \cdot {vy} - {_shown(uy)} \cdot {vx}"
    turned = " The minus says that it lies on its back." if det < 0 else ""
    values = {"u": u, "v": v, "p": p, "q": q, "first": row_vector(list(symbolic.rows[0])), "worked": worked}
    numbers = {"det": det, "factor": factor, "ant": ant, "picture": factor * ant}
    parts = (slopes, distinct(area))
    return Draw({**values, **numbers, "products": products, "turned": turned}, parts)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(evaluate(entry, {}) for entry in parse(text, ()).children)


def _shown(n: int) -> str:
    return f"({n})" if n < 0 else str(n)
