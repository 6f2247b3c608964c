"""The way uphill on a map without a formula, then the same row from four measured heights."""

import numpy as np

from upslope.maths import parse, row_vector
from upslope.questions import (
    Draw,
    FollowThrough,
    Misconception,
    contour_plot,
    distinct,
    matrix_part,
    number_part,
    place_gradient_part,
)
from upslope.questions.misconceptions import finite_differences, gradient

VIEW = (-1.2, 1.2, -1.2, 1.2)
BACKWARDS = (
    "The sizes are right, and both differences are taken backwards. East minus west, north minus south."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return slopes of a whole length, and a hillside bent so little that it climbs all over the map."""
    gx, gy, steep = ((3, 4, 5), (4, 3, 5), (6, 8, 10), (8, 6, 10), (5, 12, 13), (12, 5, 13))[rng.integers(6)]
    gx, gy = gx * int(rng.choice([-1, 1])), gy * int(rng.choice([-1, 1]))
    bend, other = (int(n) for n in rng.choice([-1, 1], 2))
    base = int(rng.integers(20, 60))
    f = parse(f"{base} + ({gx})*x + ({gy})*y + ({bend})*x^2 + ({other})*y^2", ("x", "y"))
    heights = {
        "east": base + gx / 10 + bend / 100,
        "west": base - gx / 10 + bend / 100,
        "north": base + gy / 10 + other / 100,
        "south": base - gy / 10 + other / 100,
    }
    texts = {side: f"{height:.2f}" for side, height in heights.items()}
    apart = {5: 2, 10: 4, 13: 5}[steep]
    levels = [base + apart * n for n in range(-5, 6)]
    plot = contour_plot(f, VIEW, levels, "Contour lines of a hillside, nearly straight; they carry heights.")
    arrow = place_gradient_part("arrow", plot, f, (0, 0), label="The steepest way up")
    row = matrix_part(
        "row",
        row_vector([gx, gy]),
        variables=(),
        label="The row of slopes, east then north:",
        misconceptions=(
            Misconception(
                "central-divided-by-one-step",
                finite_differences.central_divided_by_one_step(parse("x"), 0, 1).sentence,
                f"[{2 * gx}, {2 * gy}]",
            ),
            Misconception(
                "difference-not-divided",
                finite_differences.difference_not_divided(parse("x"), 0, 1).sentence,
                f"[{gx / 5:g}, {gy / 5:g}]",
            ),
            Misconception("all-signs-flipped", BACKWARDS, f"[{-gx}, {-gy}]"),
        ),
    )
    length = number_part(
        "steep",
        steep,
        label="Steepness:",
        misconceptions=(gradient.length_without_root([gx, gy]), gradient.length_by_adding([gx, gy])),
        follow_through=FollowThrough("sqrt(row_1^2 + row_2^2)"),
    )
    squares = " + ".join(f"({n})^2" if n < 0 else f"{n}^2" for n in (gx, gy))
    values = {"gx": gx, "gy": gy, "steep": steep, "squares": squares, "row": row_vector([gx, gy])}
    return Draw({**texts, **values}, (arrow, row, distinct(length)))
