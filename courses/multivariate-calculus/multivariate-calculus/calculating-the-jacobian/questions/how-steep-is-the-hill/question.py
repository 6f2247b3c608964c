"""The Jacobian at a point with a whole length: the arrow uphill, and how steep it is."""

import numpy as np

from upslope.maths import derivative, gradient, number, symbol, tidy
from upslope.questions import Draw, FollowThrough, distinct, matrix_part, number_part
from upslope.questions.misconceptions import gradient as arrows
from upslope.questions.misconceptions import jacobian as slips

NAMES = ("x", "y")
GROUNDS = ("a clay model", "an island in a game", "a relief map", "a sand castle", "a stage set")
LENGTHS = ((3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5), (8, 15), (15, 8))


def generate(rng: np.random.Generator) -> Draw:
    """Return c x² y + m x + n y whose slopes at the point are the short sides of a whole-number triangle."""
    x, y = symbol("x"), symbol("y")
    while True:
        c, p, q = int(rng.integers(1, 4)), int(rng.integers(1, 4)), int(rng.integers(-2, 4))
        sides = LENGTHS[int(rng.integers(len(LENGTHS)))]
        east, north = (int(side * sign) for side, sign in zip(sides, rng.choice([-1, 1], 2), strict=True))
        m, n = east - 2 * c * p * q, north - c * p * p
        if p != q and q and m and n and max(abs(m), abs(n)) < 20:
            break
    f = tidy(number(c) * x**2 * y + number(m) * x + number(n) * y)
    place, slopes = {"x": p, "y": q}, (derivative(f, "x"), derivative(f, "y"))
    worked = gradient(f, NAMES, place)
    arrow = matrix_part(
        "arrow",
        worked.result,
        variables=(),
        label="The arrow, as a row:",
        misconceptions=(
            slips.coordinates_swapped([f], NAMES, place),
            slips.slopes_at_the_origin([f], NAMES),
            arrows.points_downhill((east, north)),
            arrows.slopes_swapped((east, north)),
        ),
    )
    steepness = number_part(
        "steepness",
        int(np.hypot(east, north)),
        label="The steepness:",
        follow_through=FollowThrough("sqrt(arrow_1^2 + arrow_2^2)"),
        misconceptions=(
            arrows.length_without_root((east, north)),
            arrows.length_by_adding((east, north)),
        ),
    )
    ground = GROUNDS[int(rng.integers(len(GROUNDS)))]
    values = {"ground": ground, "f": f, "p": p, "q": q, "fx": slopes[0], "fy": slopes[1], "worked": worked}
    return Draw(values, (distinct(arrow), distinct(steepness)))
