"""Four starts close together on x³ − w² x, which end at three different roots."""

import numpy as np

from upslope.maths import parse, tidy
from upslope.questions import (
    Dot,
    Draw,
    Misconception,
    Plot,
    TangentWalk,
    curve,
    distinct,
    matching_part,
    number_part,
)

# Starts as shares of w, each inside its stripe: 0.447, 0.450, 0.466 and 0.577 are the borders near them.
STRIPES = {"calm": (0.3, 0.35, 0.4), "twice": (0.46,), "once": (0.5, 0.52), "out": (0.65, 0.7, 0.75)}
NEAREST = (
    "You gave that start the root nearest to it. Beside a turning point the tangents lead far away: follow "
    "the rule, leap by leap."
)
BALL = (
    "A ball would roll down to that side. The tangents look for level ground, and a hilltop is level too: "
    "follow the rule."
)
NEIGHBOURS = (
    "Two neighbours need not end together. Follow both: one is outside after a single leap, the other only "
    "after two."
)
SIGN = "The sign is lost. Is the bottom of the fraction above 0 or below?"
STEP = "That is how far it goes. The short rule gives the new point itself."


def generate(rng: np.random.Generator) -> Draw:
    """Return w, the side on which the four starts stand, and for each the root it finds."""
    width, side = int(rng.choice([2, 5, 10, 20])), int(rng.choice([-1, 1]))
    f = tidy(parse(f"x^3 - {width**2}*x"))
    starts = {name: round(side * width * float(rng.choice(at)), 2) for name, at in STRIPES.items()}
    walks = {name: TangentWalk(f, start, float(side * width)) for name, start in starts.items()}
    roots = {name: round(float(walk.solution.value[0]) / width) for name, walk in walks.items()}
    letters = dict(zip(sorted(starts, key=lambda name: starts[name]), "1234", strict=True))
    ordered = sorted(starts, key=lambda name: letters[name])
    asked = str(rng.choice(["twice", "once", "out"]))
    first = walks[asked].points[1]
    number = number_part(
        "first",
        first,
        label=f"Number {letters[asked]} lands first at",
        decimals=1,
        misconceptions=(
            Misconception("sign-of-the-bottom-lost", SIGN, f"{-first:.6f}"),
            Misconception("step-for-the-landing", STEP, f"{starts[asked] - first:.6f}"),
        ),
    )
    names = {-1: "A", 0: "B", 1: "C"}
    part = matching_part(
        "ends",
        [{"id": name, "text": f"from ${starts[name]:g}$"} for name in ordered],
        [{"id": names[n], "text": f"the root at ${n * width}$"} for n in names],
        {name: names[root] for name, root in roots.items()},
        reuse=True,
        label="Which root does each find?",
        words=("start", "root"),
        misconceptions=_mistakes(names, side),
    )
    view = (-1.35 * width, 1.35 * width, -0.5 * width**3, 0.5 * width**3)
    values = {
        "f": f,
        "square": width**2,
        "starts": ", ".join(f"number {letters[name]} at ${starts[name]:g}$" for name in ordered),
        "asked": letters[asked],
        "left": -width,
        "right": width,
        "picture": _picture(f, view, {letters[name]: starts[name] for name in ordered}, width),
        "walks": "\n\n".join(_told(letters[name], walks[name], names[roots[name]]) for name in ordered),
    }
    return Draw(values, (distinct(number), part))


def _mistakes(names: dict[int, str], side: int) -> tuple[Misconception, ...]:
    near = names[side]
    return (
        Misconception("nearest-root-wins", NEAREST, f"once: {near}"),
        Misconception("ball-rolls-down", BALL, f"calm: {near}"),
        Misconception("neighbours-end-together", NEIGHBOURS, f"twice: {names[-side]}"),
    )


def _picture(f: object, view: tuple[float, ...], starts: dict[str, float], width: int) -> Plot:
    left, right, bottom, top = view
    window = (left, right, bottom, top)
    roots = tuple(Dot((float(x), 0.0), "y", name) for x, name in ((-width, "A"), (0, "B"), (width, "C")))
    dots = tuple(Dot((x, 0.0), "x", letter) for letter, x in starts.items())
    where = ", ".join(f"number {letter} at {x:g}" for letter, x in starts.items())
    alt = f"A curve that crosses the axis at A, B and C. Four starts stand close together: {where}."
    return Plot(window, alt, curves=(curve(f, window),), dots=(*roots, *dots))  # type: ignore[arg-type]


def _told(letter: str, walk: TangentWalk, root: str) -> str:
    return f"Number {letter}: {walk.journey}, so it finds {root}."
