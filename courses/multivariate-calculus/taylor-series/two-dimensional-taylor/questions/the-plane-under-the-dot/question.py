"""The tangent plane at a dot on a contour map: height, and the signs and sizes of two slopes."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, choice_part, contour_plot

SWAPPED = (
    "The slopes have changed places. Count on the map how many lines you cross going one unit right, and "
    "going one up."
)
DOWNHILL = (
    "That plane falls where the land climbs. Look at the heights beside the lines: which side is higher?"
)
STEPS = (
    "Its slopes are right, but at the dot it does not have the height of the land. The slopes multiply "
    "how far you are *from the dot*."
)
SCENES = (
    "A meadow behind the house.",
    "The floor of a lake, measured from its deepest point.",
    "The roof of a tent.",
    "A sheet of dough before it is rolled out.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a land that hardly bends, a dot away from the origin, and a steep and a gentle slope."""
    p, q = (int(n) for n in rng.choice([-2, -1, 1, 2], 2))
    steep, gentle = int(rng.choice([-4, -3, 3, 4])), int(rng.choice([-1, 1]))
    a, b = (steep, gentle) if rng.integers(2) else (gentle, steep)
    h = 2 * int(rng.integers(6, 11))
    u, v, bend = f"(x - ({p}))", f"(y - ({q}))", float(rng.choice([-0.25, 0.25]))
    land = parse(f"{h} + ({a})*{u} + ({b})*{v} + ({bend})*({u}^2 + {v}^2)", ("x", "y"))
    view = (p - 2.0, p + 2.0, q - 2.0, q + 2.0)
    levels = [h + 2.0 * k for k in range(-6, 7)]
    alt = (
        f"A contour map with a dot at ({p}, {q}) on the line of height {h}. One unit to the right the height "
        f"is about {h + a}, one unit up about {h + b}."
    )
    planes = {
        "right": _plane(h, a, b, p, q),
        "swapped": _plane(h, b, a, p, q),
        "downhill": _plane(h, -a, -b, p, q),
        "steps": _plane(h, a, b, 0, 0),
    }
    names = [str(name) for name in rng.permutation(list(planes))]
    part = choice_part(
        "plane",
        [{"id": name, "text": f"$z = {planes[name]}$"} for name in names],
        "right",
        label="The tangent plane is",
        misconceptions=(
            Misconception("plane-slopes-swapped", SWAPPED, "swapped"),
            Misconception("plane-downhill", DOWNHILL, "downhill"),
            Misconception("plane-steps-forgotten", STEPS, "steps"),
        ),
    )
    picture = contour_plot(land, view, levels, alt, dots=(Dot((p, q), "x"),))
    values = {"scene": str(rng.choice(SCENES)), "picture": picture, "p": p, "q": q, "h": h}
    ways = {"east_way": "climbs" if a > 0 else "falls", "north_way": "climbs" if b > 0 else "falls"}
    return Draw({**values, **ways, "east": abs(a), "north": abs(b), "plane": planes["right"]}, (part,))


def _plane(h: int, a: int, b: int, p: int, q: int) -> str:
    return f"{h}{_share(a, 'x', p)}{_share(b, 'y', q)}"


def _share(slope: int, letter: str, at: int) -> str:
    sign, size = "+" if slope > 0 else "-", "" if abs(slope) == 1 else str(abs(slope))
    return f" {sign} {size}" + (letter if at == 0 else f"({letter} {'-' if at > 0 else '+'} {abs(at)})")
