"""The order of approximating surfaces, from their contour maps: plane, paraboloid, cubic."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, contour_plot, matching_part

VIEW = (-2.0, 2.0, -2.0, 2.0)
LEVELS = [1.5 * k for k in range(-4, 5)]
FLOOR = (
    "Its lines are straight, but there are lines: you climb when you cross them. A level floor of order "
    "0 would have none."
)
SADDLE = (
    "One level place, whether rings or a crossing, is all that a paraboloid can have; a saddle needs no "
    "third order. Look for the map on which two different things go on."
)
BENT = "Lines that curve mean that the ground bends, and a plane does not. Look which map has straight lines."


def generate(rng: np.random.Generator) -> Draw:
    """Return the land k (t³ − 2.5t) + m s² and its approximations of order 1 and 2 about a dot."""
    k, m = (float(n) for n in rng.choice([-1.4, -1, 1, 1.4], 2))
    d, e = float(rng.choice([-0.6, 0.6])), float(rng.choice([-0.5, 0.5]))
    t, s = ("x", "y") if rng.integers(2) else ("y", "x")
    u, v, is_saddle = f"({t} - ({d}))", f"({s} - ({e}))", k * d * m < 0
    plane = f"({k * (d**3 - 2.5 * d) + m * e**2}) + ({k * (3 * d**2 - 2.5)})*{u} + ({2 * m * e})*{v}"
    paraboloid = f"{plane} + ({3 * k * d})*{u}^2 + ({m})*{v}^2"
    guesses = {
        "plane": (plane, "Straight parallel lines, the same distance apart."),
        "paraboloid": (
            paraboloid,
            "Two pairs of curves that open away from one another, like a crossing."
            if is_saddle
            else "Closed rings, one inside the other, around one place.",
        ),
        "cubic": (
            f"{paraboloid} + ({k})*{u}^3",
            "On one side closed rings, and on the other side lines that open away from one another.",
        ),
    }
    dots, maps = (Dot((d, e) if t == "x" else (e, d), "x"),), {}
    for name, (text, words) in guesses.items():
        alt = f"A contour map with a dot. {words}"
        maps[name] = contour_plot(parse(text, ("x", "y")), VIEW, LEVELS, alt, dots=dots)
    part = matching_part(
        "orders",
        [{"id": str(name), "plot": maps[str(name)]} for name in rng.permutation(list(maps))],
        [{"id": f"order{n}", "text": f"order {n}"} for n in range(4)],
        {"plane": "order1", "paraboloid": "order2", "cubic": "order3"},
        words=("map", "order"),
        misconceptions=(
            Misconception("plane-for-floor", FLOOR, "plane: order0"),
            Misconception("saddle-for-cubic", SADDLE, "paraboloid: order3"),
            Misconception("bend-for-tilt", BENT, "paraboloid: order1"),
        ),
    )
    shown = "Two pairs of curves around one crossing" if is_saddle else "Rings around one place"
    return Draw({"second": shown}, (part,))
