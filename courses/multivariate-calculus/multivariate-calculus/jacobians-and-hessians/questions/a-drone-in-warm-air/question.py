"""A row of slopes with a chain or a product inside, then the total derivative at one moment."""

import numpy as np

from upslope.maths import derivative, jacobian, matrix, number, parse, row_vector, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part
from upslope.questions.misconceptions import at_point, partial_derivatives, total_derivative

NAMES = ("x", "y")
FIELDS = ("A*x*e^(K*x*y)", "A*x^2*e^(K*y)", "A*x^2*sin(K*y) + B*x")
INSIDE = (
    "In the second slope the outside is differentiated well. The inside changes too when $y$ moves: multiply "
    "by its slope."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a temperature, a place (p, 0) where e⁰ and sin 0 are plain, and a velocity."""
    a, k, b = (int(n) for n in rng.choice(np.arange(2, 6), 3, replace=False))
    p, r, s = int(rng.integers(1, 4)), int(rng.integers(2, 5)), int(rng.choice([-3, -2, 2, 3]))
    field = str(rng.choice(FIELDS))
    f = parse(field.replace("A", str(a)).replace("B", str(b)).replace("K", str(k)), NAMES)
    worked = jacobian({"f": f}, NAMES)
    by_x, by_y = worked.result.children
    inside = parse(f"{k}x" if field == FIELDS[0] else str(k), NAMES)
    still = matrix(
        [[derivative(f, "x").substitute({"y": number(1)}), derivative(f, "y").substitute({"x": number(1)})]]
    )
    row = matrix_part(
        "row",
        worked.result,
        variables=NAMES,
        label="The row of slopes:",
        misconceptions=(
            Misconception("inner-derivative-forgotten", INSIDE, str(matrix([[by_x, tidy(by_y / inside)]]))),
            Misconception(
                "other-letter-dropped", partial_derivatives.other_letter_dropped(f).sentence, str(still)
            ),
        ),
    )
    path = {"x": parse(f"{p} + {r}t", ("t",)), "y": parse(f"{s}t", ("t",))}
    mistakes = (
        total_derivative.rates_forgotten(f, path),
        total_derivative.branch_forgotten(f, path, "y"),
        total_derivative.slopes_forgotten(path),
    )
    here = [tidy(slope.substitute({"x": number(p), "y": number(0)})) for slope in (by_x, by_y)]
    east, north = (int(float(str(slope))) for slope in here)
    rate = number_part(
        "rate",
        east * r + north * s,
        label="$\\frac{df}{dt} =$",
        misconceptions=[at_point(one, {"t": 0}) for one in mistakes],
        follow_through=FollowThrough(f"row_1*{r} + row_2*({s})", at={"x": p, "y": 0}),
    )
    shown = rf"{east} \cdot {r} + {north} \cdot " + (f"({s})" if s < 0 else str(s))
    values = {"f": f, "p": p, "r": r, "s": s, "here": row_vector(here), "worked": worked}
    return Draw({**values, "sum": shown, "rate": east * r + north * s}, (row, distinct(rate)))
