"""A map of hills and hollows like an egg box: which marked places are level."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Dot, Draw, Misconception, choices_part, contour_plot

LEVELS = [-1.6, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.6]
SEEN = {
    "summit": "in the middle of rings that get higher inwards",
    "hollow": "in the middle of rings that get lower inwards",
    "saddle": "where two lines of height 0 cross",
    "flank": "on a line, between others that run beside it",
    "slope": "between lines that run side by side",
}
PASS = (
    "Summits and hollows are level, and there is one more kind of place: where two contour lines cross. Up "
    "on two sides, down on two, it is level in the middle."
)
TOP = "A summit is level. So is the bottom of a hollow, and so is a pass: look for both."
HIGH = (
    "These are the high places. High is not level: on a flank the lines run side by side, and the ground is "
    "steep."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a map of cos x + cos y, shifted and mirrored, with a summit, a hollow, a pass and two slopes."""
    s, t = (int(n) for n in rng.choice([-1, 1], 2))
    a, b = (round(float(n), 1) for n in rng.uniform(-0.4, 0.4, 2))
    f = parse(f"cos(x - ({a - 1.5 * s:.1f})) + cos(y - ({b - 1.5 * t:.1f}))", ("x", "y"))
    middle, far = np.array([a - 1.5 * s, b - 1.5 * t]), np.pi * np.array([s, t])
    ways = {"summit": (0, 0), "hollow": (1, 1), "saddle": (1, 0), "flank": (0, 0.45), "slope": (0.55, 0.75)}
    if rng.integers(2):
        ways = {name: way[::-1] for name, way in ways.items()}
    names = [str(name) for name in rng.permutation(list(ways))]
    letters = dict(zip(names, "ABCDE", strict=True))
    places = {name: middle + far * np.array(way) for name, way in ways.items()}
    dots = tuple(Dot((float(places[n][0]), float(places[n][1])), "x", letters[n]) for n in names)
    said = "; ".join(f"{letters[name]} {SEEN[name]}" for name in names)
    alt = f"A contour map of hills and hollows with five marked places: {said}."
    picture = contour_plot(f, (-3.2, 3.2, -3.2, 3.2), LEVELS, alt, dots=dots)
    part = choices_part(
        "level",
        [{"id": name, "text": letters[name]} for name in names],
        ["summit", "hollow", "saddle"],
        label="The Jacobian is zero at",
        misconceptions=(
            Misconception("pass-overlooked", PASS, "summit, hollow"),
            Misconception("summit-only", TOP, "summit"),
            Misconception("height-for-slope", HIGH, "summit, flank"),
        ),
    )
    kinds = {name: letters[name] for name in ("summit", "hollow", "saddle")}
    return Draw({"f": f, "map": picture, **kinds}, (part,))
