"""A block whose three sides grow: the share of each side in the growth of its volume, and their sum."""

import numpy as np

from upslope.maths import derivative, parse, total_derivative
from upslope.questions import Draw, FollowThrough, Misconception, Part, distinct, number_part

STUFF = (("dough", "hour"), ("ice", "day"), ("foam", "minute"), ("salt", "week"), ("coral", "year"))
FACE = (
    "That is the face this side pushes out, the slope alone. How much volume it adds depends on how fast the "
    "side grows: multiply by its speed."
)
SPEED = (
    "That is how fast the side grows. The larger the face it pushes out, the more volume that adds: multiply "
    "by the face."
)
START = "You took the sides at the start. Put the moment in the question into all three of them."
PRODUCT = (
    "You multiplied the three speeds. While one side grows, the other two are there in full length: three "
    "shares, and then the sum."
)
SPEEDS = "You added the speeds of the sides. Add the shares: each speed times the face it pushes out."


def generate(rng: np.random.Generator) -> Draw:
    """Return sides a + p t, b + q t, c + t² with small whole numbers, and a moment 1 or 2."""
    a, b, c = (int(n) for n in rng.choice(np.arange(1, 7), 3, replace=False))
    p, q, t = int(rng.integers(2, 5)), int(rng.integers(2, 5)), int(rng.integers(1, 3))
    path = {"x": parse(f"{a} + {p} t", "t"), "y": parse(f"{b} + {q} t", "t"), "z": parse(f"{c} + t^2", "t")}
    sides, starts, speeds = (a + p * t, b + q * t, c + t * t), (a, b, c), (p, q, 2 * t)
    x, y, z = sides
    shares = (y * z * p, x * z * q, x * y * 2 * t)
    parts = tuple(_share(place, sides, starts, speeds) for place in range(3))
    total = number_part(
        "total",
        sum(shares),
        label=r"Together: $\dfrac{dV}{dt} =$",
        follow_through=FollowThrough("share_x + share_y + share_z"),
        misconceptions=(
            Misconception("speeds-multiplied", PRODUCT, f"{p * q * 2 * t}"),
            Misconception("speeds-added", SPEEDS, f"{p + q + 2 * t}"),
        ),
    )
    stuff, unit = STUFF[int(rng.integers(len(STUFF)))]
    values = {"stuff": stuff, "unit": unit, **path, "t": t, "xt": x, "yt": y, "zt": z, "dx": p, "dy": q}
    found = dict(zip(("sx", "sy", "sz"), shares, strict=True))
    worked = {
        "dz": derivative(path["z"], "t"),
        "worked": total_derivative(parse("x y z", ("x", "y", "z")), path),
    }
    return Draw({**values, **found, **worked, "dzt": 2 * t, "total": sum(shares)}, (*parts, distinct(total)))


def _share(place: int, sides: tuple[int, ...], starts: tuple[int, ...], speeds: tuple[int, ...]) -> Part:
    name = "xyz"[place]
    others = [n for n in range(3) if n != place]
    face = sides[others[0]] * sides[others[1]]
    early = starts[others[0]] * starts[others[1]] * speeds[place]
    part = number_part(
        f"share_{name}",
        face * speeds[place],
        label=f"Share of ${name}$:",
        misconceptions=(
            Misconception("rates-forgotten", FACE, f"{face}"),
            Misconception("slopes-forgotten", SPEED, f"{speeds[place]}"),
            Misconception("sides-at-the-start", START, f"{early}"),
        ),
    )
    return distinct(part)
