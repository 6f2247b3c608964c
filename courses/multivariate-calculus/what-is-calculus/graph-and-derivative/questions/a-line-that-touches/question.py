"""The slope of a drawn tangent, read off at two marked points."""

from fractions import Fraction

import numpy as np

from upslope.maths import number, symbol
from upslope.questions import Dot, Draw, Misconception, Plot, curve, distinct, number_part
from upslope.questions.misconceptions import slope as slips

VIEW = (0, 10, 0, 12)
CHANGES = ((2, 4), (4, 2), (6, 4), (-2, 4), (-4, 2), (-6, 4))
SCENES = (
    ("The curve is the water in a bath, in centimetres, against minutes.", "centimetres in each minute"),
    ("The curve is the height of a kite, in metres, against seconds.", "metres in each second"),
    ("The curve is the snow on a roof, in centimetres, against hours.", "centimetres in each hour"),
    ("The curve is the depth of a puddle, in millimetres, against days.", "millimetres in each day"),
)
ALONG = (
    "That is how far B lies from A, across or up, or both together. A slope compares the two: how much up "
    "for *one* to the right."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a curve that levels off, a tangent at an even point A, and an even point B on the tangent."""
    rise, run = CHANGES[rng.integers(len(CHANGES))]
    ax, up = int(rng.choice([2, 4])), int(rng.choice([2, 4]))
    ay = up if rise > 0 else up - rise
    bend, steep = Fraction(-1 if rise > 0 else 1, int(rng.integers(4, 7))), Fraction(rise, run)
    step = symbol("x") - number(ax)
    line = number(ay) + number(steep) * step
    bow = line + number(bend) * step**2
    scene, unit = SCENES[rng.integers(len(SCENES))]
    b = (ax + run, ay + rise)
    alt = (
        f"A curve that {'climbs' if rise > 0 else 'falls'} at A, where a straight line touches it. "
        f"A is at ({ax}, {ay}); the line also goes through B at {b}."
    )
    curves = (curve(bow, VIEW, role="f"), curve(line, VIEW, role="slope", is_dashed=True))
    picture = Plot(VIEW, alt, curves, dots=(Dot((ax, ay), "x", "A"), Dot(b, "x", "B")), axes=("time", ""))
    part = number_part(
        "slope",
        steep,
        label="The slope at A is",
        misconceptions=(
            slips.run_over_rise(rise, run),
            slips.order_swapped(rise, run),
            slips.height_for_slope(ay),
            slips.rise_only(rise),
            Misconception("run-only", ALONG, str(run)),
        ),
    )
    values = {"scene": scene, "picture": picture, "ax": ax, "ay": ay, "bx": b[0], "by": b[1]}
    change = f"it {'gains' if rise > 0 else 'loses'} {abs(steep)} {unit}, at that moment"
    return Draw({**values, "rise": rise, "run": run, "slope": steep, "meaning": change}, (distinct(part),))
