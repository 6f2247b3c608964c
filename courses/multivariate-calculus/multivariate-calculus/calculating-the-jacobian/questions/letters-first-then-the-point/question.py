"""The Jacobian of a polynomial with letters, then at a point, which follows from the learner's own row."""

import numpy as np

from upslope.maths import derivative, jacobian, parse
from upslope.questions import Draw, FollowThrough, distinct, matrix_part
from upslope.questions.misconceptions import gradient
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
SCENES = ("The temperature", "The depth of a lake", "The height of the snow", "The brightness of a picture")


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² y ± b y² ± c x and a point with two different coordinates from −2 to 3, neither 0."""
    a, b, c = (int(n) for n in rng.choice(np.arange(1, 6), 3, replace=False))
    first, second = (str(s) for s in rng.choice(["+", "-"], 2))
    f = parse(f"{_in_front(a)} x^2 y {first} {_in_front(b)} y^2 {second} {_in_front(c)} x", NAMES)
    p, q = (int(n) for n in rng.choice([-2, -1, 1, 2, 3], 2, replace=False))
    slopes, place = (derivative(f, "x"), derivative(f, "y")), {"x": p, "y": q}
    worked = jacobian({"f": f}, NAMES, place)
    letters = jacobian({"f": f}, NAMES).result
    row = matrix_part(
        "row",
        letters,
        variables=NAMES,
        label=r"$\mathbf{J} =$",
        misconceptions=(gradient.slopes_swapped(slopes),),
    )
    numbers = matrix_part(
        "numbers",
        worked.result,
        variables=(),
        label=rf"$\mathbf{{J}}$ at $({p}, {q})$:",
        follow_through=FollowThrough("[row_1, row_2]", at=place),
        misconceptions=(
            slips.coordinates_swapped([f], NAMES, place),
            slips.point_put_in_first([f], NAMES),
            slips.slopes_at_the_origin([f], NAMES),
        ),
    )
    scene = SCENES[int(rng.integers(len(SCENES)))]
    values = {"scene": scene, "f": f, "p": p, "q": q, "fx": slopes[0], "fy": slopes[1], "worked": worked}
    return Draw(values, (distinct(row), distinct(numbers)))


def _in_front(factor: int) -> str:
    return "" if factor == 1 else str(factor)
