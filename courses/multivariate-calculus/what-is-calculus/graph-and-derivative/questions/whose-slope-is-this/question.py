"""Which curves can have a drawn slope: all lifted copies, and no other."""

import numpy as np

from upslope.maths import derivative, number, parse
from upslope.questions import Draw, Misconception, choices_part, plot_of

VIEW = (-3, 3, -4, 4)
ONE_COPY = (
    "That one can be it. Now lift it, or lower it: every slope stays as it was. The slope does not say how"
    " high the curve lies, so look for its copies."
)
UPSIDE = (
    "This one is level where it should be, and it climbs where it should fall. Where a slope is above the "
    "axis, its curve climbs; where it is below, its curve falls."
)
FORWARDS = (
    "You went forwards: this is the slope *of the given graph*. Go the other way, and look for the curve "
    "whose slope the given graph is."
)
GIVEN = (
    "You ticked the given graph itself. It is a slope: it tells how steep the lost curve is at each place."
)


BELOW_FIRST = "below the axis, then zero, then above: so the curve falls, is level once, and climbs."
ABOVE_FIRST = "above the axis, then zero, then below: so the curve climbs, is level once, and falls."
NEVER_BELOW = "never below the axis: so the curve never falls, and it climbs most where the hump is."
# the curve around the place m; the words for a copy, for it upside down, for its slope, for the slope of that
FAMILIES = {
    "(x - m)^2/3 - 1": (
        "A bowl with its bottom at x = {m}, at the height {low:g}.",
        "A hilltop, open downwards.",
        "A straight line that climbs and crosses the axis once.",
        "A level line above the axis.",
        BELOW_FIRST,
    ),
    "1 - (x - m)^2/3": (
        "A hilltop at x = {m}, at the height {high:g}.",
        "A bowl, open upwards.",
        "A straight line that falls and crosses the axis once.",
        "A level line below the axis.",
        ABOVE_FIRST,
    ),
    "tanh(3*(x - m)/2)": (
        "A curve that climbs once, at x = {m}, from {low:g} to {high:g}.",
        "A curve that falls once and is level elsewhere.",
        "A single hump above the axis, with level ends near the axis.",
        "A curve that goes up, then far down through the axis, then back to it.",
        NEVER_BELOW,
    ),
    "2*exp(-(x - m)^2) - 1": (
        "A single hump at x = {m}, from {low:g} up to {high:g}.",
        "A single dip, with level ends.",
        "A curve that goes up and back to zero, then down and back to zero.",
        "A deep dip between two smaller humps.",
        ABOVE_FIRST,
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a slope and six graphs: three copies of its curve, and three that lead astray."""
    formula, m = str(rng.choice(list(FAMILIES))), int(rng.integers(-1, 2))
    copy, upside, given, forwards, said = FAMILIES[formula]
    f = parse(formula.replace("m", f"({m})"))
    slope = derivative(f)
    ups = {"low": -1.5, "middle": 0.0, "high": 1.5}
    graphs = {name: (f + number(up), copy.format(m=m, low=up - 1, high=up + 1)) for name, up in ups.items()}
    graphs |= {"upside": (-f, upside), "given": (slope, given), "forwards": (derivative(slope), forwards)}
    options = [{"id": name, "plot": plot_of(graph, VIEW, alt)} for name, (graph, alt) in graphs.items()]
    part = choices_part(
        "curves",
        [options[int(place)] for place in rng.permutation(6)],
        ["low", "middle", "high"],
        label="The lost curve can be",
        misconceptions=(
            *(Misconception(f"one-copy-only-{name}", ONE_COPY, name) for name in ups),
            Misconception("slope-upside-down", UPSIDE, "upside"),
            Misconception("slope-of-the-slope", FORWARDS, "forwards"),
            Misconception("function-itself", GIVEN, "given"),
        ),
    )
    picture = plot_of(slope, VIEW, given, role="slope")
    return Draw({"picture": picture, "said": said}, (part,))
