"""Which graph is the slope of a single hump, or of a single dip."""

import numpy as np

from upslope.maths import derivative, parse
from upslope.questions import Draw, Misconception, choice_part, plot_of, view_of

SCENES = {
    1: ("A bus drives past. The curve is how loud it is.", "How high a dune is, along a line across it."),
    -1: (
        "A cloud passes. The curve is how bright it is.",
        "How high the ground is, along a line across a ditch.",
    ),
}
HEIGHT = (
    "This graph is high where the curve is high. A slope graph is about steepness: at the top and at the "
    "bottom the curve is level, so there the slope is zero."
)
UPSIDE = (
    "It is zero in the right place, and its signs are the wrong way round. Walk from left to right: while "
    "you climb, the slope is above the axis, and while you go down, below."
)
TWICE = (
    "This one is zero at two places. The curve is level at one place only, not counting the far ends. What"
    " you chose shows how the slope itself changes."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a bell or its mirror image, somewhere, wide or narrow, and four graphs."""
    sign, middle, width = int(rng.choice([-1, 1])), int(rng.integers(-2, 3)), int(rng.integers(2, 5))
    f = parse(f"{2 * sign}*exp(-(x - ({middle}))^2/{width})")
    slope = derivative(f)
    graphs = {
        "slope": (slope, _swing(sign, middle)),
        "upside": (-slope, _swing(-sign, middle)),
        "itself": (f, f"A single {'hump' if sign > 0 else 'dip'} at {middle}."),
        "twice": (
            derivative(slope),
            f"A deep {'dip' if sign > 0 else 'hump'} at {middle} between two small "
            f"{'humps' if sign > 0 else 'dips'}.",
        ),
    }
    left, right = middle - 4, middle + 4
    view = view_of([graph for graph, _ in graphs.values()], left, right)
    options = [{"id": name, "plot": plot_of(graph, view, alt)} for name, (graph, alt) in graphs.items()]
    part = choice_part(
        "slope",
        [options[int(place)] for place in rng.permutation(4)],
        "slope",
        label="Which graph is its slope?",
        misconceptions=(
            Misconception("function-itself", HEIGHT, "itself"),
            Misconception("slope-upside-down", UPSIDE, "upside"),
            Misconception("slope-of-the-slope", TWICE, "twice"),
        ),
    )
    thing = "hump" if sign > 0 else "dip"
    picture = plot_of(
        f, view_of([f], left, right), f"A curve with a single {thing} at x = {middle}.", role="y"
    )
    ways = ("climbs", "above", "falls") if sign > 0 else ("falls", "below", "climbs")
    values = {"scene": str(rng.choice(SCENES[sign])), "picture": picture, "middle": middle, "thing": thing}
    return Draw({**values, "first": ways[0], "side": ways[1], "then": ways[2]}, (part,))


def _swing(sign: int, middle: int) -> str:
    ways = ("up", "down") if sign > 0 else ("down", "up")
    return f"A curve that first goes {ways[0]} and back to zero at {middle}, then {ways[1]} and back to zero."
