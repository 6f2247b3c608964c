"""A curve given as a picture; its slope is drawn by hand."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, misconceptions, plot_of, sketch_part, view_of

SPAN = 4
WORDS = (
    {"goes": "climbs", "comes": "falls", "over": "above", "under": "below", "hill": "hill"},
    {"goes": "falls", "comes": "climbs", "over": "below", "under": "above", "hill": "hollow"},
)
# the curve around the place m; a scene for it, and for it upside down; what is seen; where steepest; why
SHAPES = {
    "exp(-(x - m)^2/2)": (
        ("A hiker crosses a single hill.", "A hiker crosses a single hollow."),
        "A single {hill} with level ends, and level at {m}.",
        "near {before} and near {after}",
        "The curve {goes} until {m}, is level there, and {comes} after it. So its slope lies {over} the "
        "axis, crosses it at {m}, and then lies {under} it. It is farthest from the axis near {before} and "
        "near {after}, where the curve is steepest, and close to the axis at both ends.",
    ),
    "tanh(x - m)": (
        ("A lift goes up one floor, from rest to rest.", "A lift goes down one floor, from rest to rest."),
        "A curve that {goes} once, most steeply at {m}, with level ends.",
        "at {m}",
        "The curve never {comes}, so its slope never lies {under} the axis. It starts close to zero, is "
        "farthest from the axis at {m}, where the curve is steepest, and comes back to zero.",
    ),
    "(x - m)^3/12 - (x - m)": (
        ("A path goes over a rise and through a dip.", "A path goes through a dip and over a rise."),
        "A curve that {goes}, {comes} and {goes} again. It is level at {left} and at {right}.",
        "at {m}, half way between the level places, and at the two ends",
        "The curve is level at {left} and at {right}, so there its slope meets the axis. Outside them the "
        "curve {goes} and the slope lies {over} the axis. Between them it {comes} and the slope lies {under} "
        "it, farthest at {m}.",
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three shapes at one of a few places, right way up or upside down."""
    formula, m, down = str(rng.choice(list(SHAPES))), int(rng.integers(-2, 3)), int(rng.integers(2))
    scenes, *texts = SHAPES[formula]
    places = {"m": m, "before": m - 1, "after": m + 1, "left": m - 2, "right": m + 2}
    typeset = {name: f"${n}$" for name, n in places.items()}
    seen, steepest, reason = (
        text.format(**WORDS[down], **at) for text, at in zip(texts, (places, typeset, typeset), strict=True)
    )
    f = parse(f"{1 - 2 * down}*({formula.replace('m', f'({m})')})")
    slope = derivative(f)
    left, right, low, high = view_of([slope], m - SPAN, m + SPAN)
    far = max(high, -low)  # as much room below the axis as above, so that the window tells no sign
    view, axes = (left, right, -far, far), ("x", "f′(x)")
    part = sketch_part(
        "slope",
        slope,
        label="Draw the slope",
        view=view,
        axes=axes,
        above=plot_of(f, view_of([f], left, right), seen, axes=("x", "f(x)"), role="y"),
        clues=misconceptions.derivative_sketch.CLUES,
        misconceptions=misconceptions.derivative_sketch.sketch_mistakes(f),
    )
    picture = plot_of(slope, view, "The slope, as it is told above.", role="slope", axes=axes)
    values = {"scene": scenes[down], "steepest": steepest, "reason": reason, "picture": picture}
    return Draw(values, (part,))
