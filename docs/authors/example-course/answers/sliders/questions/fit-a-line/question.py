"""A line fitted by hand to a few measurements."""

import numpy as np

from upslope.maths import fit_line, fit_line_worked, parse
from upslope.questions import Dot, Draw, Fit, Misconception, Plot, Slider, sliders_part

MODEL = parse("m*x + c", ("x", "m", "c"))
SIGMA = 0.4
X = np.array([0.5, 1.5, 2.0, 3.0, 4.0, 4.5, 5.5])
SLIDERS = (Slider("m", -4, 4, 0.05, 0), Slider("c", -6, 6, 0.1, 0))
ROOM = 4.0  # above the least chi squared there can be


def generate(rng: np.random.Generator) -> Draw:
    """Return measurements along a line whose two numbers are far from each other and from zero."""
    m = float(rng.choice([-1.2, -1.0, -0.8, 0.8, 1.0, 1.2]))
    c = float(rng.choice([2.0, 2.5, 3.0])) * -np.sign(m)
    y = np.round(m * X + c + rng.normal(0, SIGMA, len(X)).clip(-2 * SIGMA, 2 * SIGMA), 1)
    best = fit_line(X, y, SIGMA)
    below = float(np.ceil(best.chi_squared + ROOM))
    points = tuple(zip(X.tolist(), y.tolist(), strict=True))
    plot = Plot(
        (-0.5, 6.5, -6.0, 6.0),
        f"{len(X)} measurements that {'rise' if m > 0 else 'fall'} along a line.",
        dots=tuple(Dot(point) for point in points),
    )
    through_zero = float(X @ y / (X @ X))
    part = sliders_part(
        "line",
        plot,
        MODEL,
        SLIDERS,
        Fit(points, below, sigma=SIGMA),
        {"m": best.slope, "c": best.intercept},
        misconceptions=(
            Misconception(
                "slope-wrong-way",
                "Your line tilts against the dots. Does y grow or shrink towards the right?",
                f"m={-best.slope:.2f}, c={best.intercept + 2 * best.slope * X.mean():.1f}",
            ),
            Misconception(
                "slope-and-intercept-swapped",
                "The two numbers have changed places: m is the tilt, c is the height at x = 0.",
                f"m={best.intercept:.2f}, c={best.slope:.1f}",
            ),
            Misconception(
                "through-the-origin",
                "Your line passes through (0, 0). Nothing says that it must: c lifts it off.",
                f"m={through_zero:.2f}, c=0",
            ),
        ),
    )
    return Draw({"sigma": SIGMA, "below": below, "worked": fit_line_worked(X.tolist(), y.tolist())}, (part,))
