"""At which marked places a polynomial is close enough to its curve."""

import numpy as np

from upslope.maths import parse, to_numpy
from upslope.questions import Dot, Draw, Misconception, Plot, choices_part, curve

ONE_SIDE = (
    "You stayed on one side. A stand-in is good around its point, to the left as well as to the right: look "
    "there too."
)
POINT = (
    "Where they touch, it is right, that is true. It has not gone far yet at the places beside it: measure "
    "the way from the mark to the dashed line."
)
FAR = (
    "One of these is too far out: there is a plain gap between the mark and the dashed line. Same direction "
    "is not enough."
)
# a curve and its stand-in in u, the distance from the point where they touch
FAMILIES = (
    ("exp(u)/2", "1/2 + u/2 + u^2/4"),
    ("2*sin(u)", "2*u - u^3/3"),
    ("2*cos(u)", "2 - u^2"),
    ("2*cos(u) + u/2", "2 + u/2 - u^2"),
    ("2/(1 + u^2)", "2 - 2*u^2"),
    ("exp(-u)/2", "1/2 - u/2 + u^2/4"),
)
GRID = np.arange(-12, 13) / 4
CLOSE, APART = 0.12, 0.6


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six curves with its stand-in, moved sideways, and five places: three close, two apart."""
    texts, middle = FAMILIES[int(rng.integers(len(FAMILIES)))], int(rng.integers(-2, 3))
    f, p = (parse(text.replace("u", f"(x - ({middle}))")) for text in texts)
    heights, guesses = (to_numpy(one, ("x",))(GRID + middle) for one in (f, p))
    gap = np.abs(heights - guesses)
    seen = (np.abs(heights) < 3.6) & (np.abs(guesses) < 3.9)
    places = {
        "point": 0.0,
        "left": _pick(rng, (gap < CLOSE) & (GRID <= -0.5) & seen),
        "right": _pick(rng, (gap < CLOSE) & (GRID >= 0.5) & seen),
        "out left": _pick(rng, (gap > APART) & (GRID < 0) & seen),
        "out right": _pick(rng, (gap > APART) & (GRID > 0) & seen),
    }
    kinds = [str(one) for one in rng.permutation(list(places))]
    letters = dict(zip(kinds, "ABCDE", strict=True))
    height = dict(zip(GRID, heights, strict=True))
    dots = tuple(Dot((places[one] + middle, float(height[places[one]])), "x", letters[one]) for one in kinds)
    view = (middle - 3.2, middle + 3.2, -4.0, 4.0)
    where = ", ".join(f"{letters[one]} at {places[one] + middle:g}" for one in kinds)
    shift = {round(float(u), 2): float(g) for u, g in zip(GRID, gap, strict=True)}
    gaps = ", ".join(f"{shift[places[one]]:.1f} at {letters[one]}" for one in kinds)
    alt = (
        f"A curve and a dashed polynomial that touch at x = {middle}. Places on the curve: {where}. "
        f"The way up or down to the dashed line: {gaps}."
    )
    picture = Plot(view, alt, (curve(f, view), curve(p, view, role="slope", is_dashed=True)), dots=dots)
    right = ["point", "left", "right"]
    part = choices_part(
        "places",
        [{"id": one, "text": f"at {letters[one]}"} for one in kinds],
        right,
        label="It may be used",
        misconceptions=(
            Misconception("only-where-they-touch", POINT, "point"),
            Misconception("one-side-only-right", ONE_SIDE, "point,right"),
            Misconception("one-side-only-left", ONE_SIDE, "point,left"),
            Misconception("too-far-out-right", FAR, "point,left,right,out right"),
            Misconception("too-far-out-left", FAR, "point,left,right,out left"),
        ),
    )
    good, bad = (
        ", ".join(sorted(letters[one] for one in kinds if (one in right) is wanted))
        for wanted in (True, False)
    )
    good, bad = (" and ".join(text.rsplit(", ", 1)) for text in (good, bad))
    reason = (
        f"At {good} the dashed line runs through the mark, or as good as. At {bad} it has left the curve."
    )
    return Draw({"picture": picture, "middle": middle, "reason": reason}, (part,))


def _pick(rng: np.random.Generator, fits: np.ndarray) -> float:
    return float(rng.choice(GRID[fits]))
