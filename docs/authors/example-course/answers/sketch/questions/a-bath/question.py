"""A story as a curve: steady growth that tapers off, a rest, and a fall to nothing."""

import numpy as np

from upslope.questions import Curve, Draw, Misconception, Plot, sketch_part

LAST = 24.0  # minutes
AXES = ("minutes", "height of the water (cm)")


def generate(rng: np.random.Generator) -> Draw:
    """Return the times and heights of a bath that is filled, lain in and emptied."""
    steady, taper = int(rng.integers(3, 5)), int(rng.integers(3, 5))
    full = steady + taper
    pulled, empty = full + int(rng.integers(7, 10)), int(LAST) - int(rng.integers(2, 5))
    rate = int(rng.integers(3, 5)) * 2
    half, top = rate * steady, rate * steady + rate * taper / 2
    view = (0.0, LAST, -5.0, 55.0)
    bend = [(steady + t, half + rate * t - rate * t**2 / (2 * taper)) for t in np.linspace(0, taper, 13)]
    tail = [(pulled, top), (empty, 0), (LAST, 0)]
    flow = [(0, 30), (steady, 30), (full, 0), (pulled, 0), (pulled + 0.1, -4), (empty, -4), (LAST, 0)]
    part = sketch_part(
        "height",
        [[(0, 0), *bend, *tail]],
        view=view,
        variable="t",
        axes=AXES,
        features=("direction", "asymptotes", "ends", "heights"),
        clues={"heights": "Go back to the story: at which minutes does it name a height?"},
        misconceptions=(
            _mistake(
                "flow-instead",
                "You drew how fast the water flows. Asked is how high it stands: while the tap is open it "
                "rises, and when nothing flows it stays where it is.",
                flow,
            ),
            _mistake(
                "no-rest",
                "Your water begins to fall as soon as the tap is shut. Nothing flows out until the plug is "
                "pulled.",
                [(0, 0), *bend, (empty, 0), (LAST, 0)],
            ),
            _mistake(
                "gone-at-once",
                "Your water is gone the moment the plug is pulled. It takes time to run out, and the story "
                "says when it is done.",
                [(0, 0), *bend, (pulled, top), (pulled + 0.1, 0), (LAST, 0)],
            ),
        ),
    )
    picture = Plot(view, "The height of the water over time.", (Curve((((0, 0), *bend, *tail),)),), axes=AXES)
    values = {"steady": steady, "full": full, "pulled": pulled, "empty": empty}
    return Draw({**values, "half": half, "top": top, "picture": picture}, (part,))


def _mistake(code: str, sentence: str, points: list[tuple[float, float]]) -> Misconception:
    return Misconception(code, sentence, ", ".join(f"{x:g} {y:g}" for x, y in points))
