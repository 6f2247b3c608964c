"""The first-order expansion of a function of two variables about a point, typed."""

import numpy as np

from upslope.maths import derivative, matrix, parse, tangent_plane
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import taylor_two_variables as slips

NAMES = ("x", "y")
OPEN = (
    "You left $x$ and $y$ in the slopes. A plane has the same slope everywhere: put the point into them, and "
    "only the steps keep their letters."
)
# what it is about, the function with a number n, and points at which it is short
CASES = (
    (
        "A box with a square floor of side $x$ and height $y$, filled {n} times, holds",
        "{n} x^2 y",
        ((1, 2), (2, 1), (1, 3)),
    ),
    ("A queue of $x$ people at $y$ tills, {n} minutes each, waits", "{n} x/y", ((4, 2), (6, 2), (3, 1))),
    (
        "{n} equal sums of $x$ grow with the rate $y$. After a year they are",
        "{n} x e^y",
        ((2, 0), (3, 0), (5, 0)),
    ),
    (
        "A path of {n} pieces of length $x$ climbs at the angle $y$. It rises by",
        "{n} x sin(y)",
        ((2, 0), (3, 0), (4, 0)),
    ),
    ("A dial $x$ and a dial $y$ set the loudness", "{n} y ln(x)", ((1, 2), (1, 3), (1, 4))),
    ("Two dials set the brightness of a stage:", "x^2 + {n} x y^2", ((1, 1), (2, 1), (1, 2))),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six functions with a number from 2 to 5, at one of three points."""
    scene, text, points = CASES[int(rng.integers(len(CASES)))]
    n, (p, q) = int(rng.integers(2, 6)), points[int(rng.integers(3))]
    f, about = parse(text.format(n=n), NAMES), {"x": p, "y": q}
    worked = tangent_plane(f, NAMES, (p, q))
    by_x, by_y = derivative(f, "x"), derivative(f, "y")
    value = f.substitute(about)
    left_open = f"{value} + ({by_x})*(x - {p}) + ({by_y})*(y - {q})"
    part = expression_part(
        "plane",
        worked.result,
        variables=NAMES,
        label="$f(x, y) \\approx$",
        misconceptions=(
            slips.plane_value_dropped(f, about),
            slips.plane_slopes_swapped(f, about),
            slips.plane_steps_forgotten(f, about),
            Misconception("slopes-left-open", OPEN, left_open),
        ),
    )
    values = {
        "scene": scene.format(n=n),
        "f": f,
        "p": p,
        "q": q,
        "bracket": f"(x - {p})",
        "row": matrix([[by_x, by_y]]),
        "worked": worked,
    }
    return Draw(values, (distinct(part),))
