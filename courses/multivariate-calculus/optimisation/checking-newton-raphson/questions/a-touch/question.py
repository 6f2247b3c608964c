"""A root that counts once, twice or three times: how quickly the search comes to it."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, evaluate, number, parse, tidy
from upslope.questions import Draw, Misconception, Part, TangentWalk, choice_part, distinct, number_part
from upslope.questions.misconceptions import newton_raphson

SPEEDS = {
    "doubling": "It settles at $T$, and close to it each step doubles the number of right digits.",
    "half": "It settles at $T$, and each step covers half of the way that is left.",
    "third": "It settles at $T$, and each step covers a third of the way that is left.",
    "never": "It never settles, for the tangents become too flat.",
}
ALWAYS_FAST = (
    "The digits double only where the curve crosses the axis with some slope. Here it lies along the axis, "
    "and the tangents get flatter as you come."
)
SHARE = "Compare the distance from T before the first step and after it. By what share has it shrunk?"
SLOW_EXPECTED = (
    "The curve crosses the axis here with a slope. Close to such a root, a step squares the miss: it does "
    "not only cover a fixed share."
)
FLAT = (
    "The slope goes to 0 as you come, and so does the height, faster. Height over slope stays a fixed share "
    "of the way: look at two steps."
)
NOT_FLAT = "At T the curve has a good slope, so the tangents near it are far from flat."


def generate(rng: np.random.Generator) -> Draw:
    """Return a u², a u³ or a u(u + b) with u = x − r, the start to the right of r, and what comes of it."""
    root, size, kind = int(rng.integers(-3, 4)), int(rng.integers(1, 4)), int(rng.integers(1, 4))
    far = 3 if kind == 3 else int(rng.choice([2, 4]))
    u = f"(x - {root})" if root > 0 else f"(x + {-root})" if root else "x"
    beside = int(rng.integers(2, 6))
    factor = f"(x + {beside - root})" if beside != root else "x"
    f = tidy(parse({1: f"{size}*{u}*{factor}", 2: f"{size}*{u}^2", 3: f"{size}*{u}^3"}[kind]))
    start = root + far
    walk = TangentWalk(f, start, float(root))
    slope = derivative(f)
    height, steep = (int(evaluate(one, {"x": start})) for one in (f, slope))
    mistakes = (
        newton_raphson.step_added(f, start),
        newton_raphson.ratio_turned_over(f, start),
        newton_raphson.slope_left_out(f, start),
        newton_raphson.step_for_the_point(f, start),
    )
    first = f"{start} - ({height})/({steep})"
    part = number_part("first", first, label="$x_1 =$", decimals=2, misconceptions=mistakes)
    view = (root - 2.0, root + far + 0.6, -0.25 * abs(height), 1.2 * height)
    alt = (
        f"A curve that meets the axis at {root}, where T is, and climbs to the right of it. S is at {start}."
    )
    away = [abs(point - root) for point in walk.points[:5]]
    values = {
        "f": f,
        "target": root,
        "start": start,
        "slope": slope,
        "ratio": number(Fraction(height, steep)),
        "distances": ", ".join(f"{one:.3g}" if one > 1e-4 else f"{one:.6f}" for one in away),
        "picture": walk.picture(view, alt),
        "path": walk.picture(view, f"{alt} Tangents lead from S to the next points.", 4),
        "worked": walk.worked(),
    }
    return Draw(values, (distinct(part), _speed(rng, walk)))


def _speed(rng: np.random.Generator, walk: TangentWalk) -> Part:
    """Return the choice; how fast it is comes from the walk itself."""
    away = [abs(point - (walk.target or 0.0)) for point in walk.points[2:5]]
    share = 1 - away[2] / away[1]
    truth = "half" if abs(share - 1 / 2) < 1e-6 else "third" if abs(share - 1 / 3) < 1e-6 else "doubling"
    truth = truth if walk.fate == "target" else "never"
    told = {"doubling": ("always-fast", ALWAYS_FAST), "never": ("flat-is-lost", FLAT)}
    told |= {"half": ("share-of-a-simple-touch", SHARE), "third": ("share-of-a-flatter-touch", SHARE)}
    if truth == "doubling":
        told |= {"half": ("slow-expected", SLOW_EXPECTED), "third": ("slower-expected", SLOW_EXPECTED)}
        told["never"] = ("flat-where-it-is-steep", NOT_FLAT)
    options = [{"id": one, "text": SPEEDS[one]} for one in map(str, rng.permutation(list(SPEEDS)))]
    mistakes = [Misconception(*told[one], one) for one in SPEEDS if one != truth]
    return choice_part("speed", options, truth, label="After that:", misconceptions=mistakes)
