"""A function that returns slope and intercept of the best line through any points."""

import numpy as np

from upslope.questions import Draw, Misconception, code_part

SCENES = {
    1: (
        "A cycle courier writes down kilometres and minutes.",
        "A laundry counts shirts and kilowatt hours.",
        "A school kitchen counts pupils and kilograms of potatoes.",
    ),
    -1: (
        "A dairy weighs its cheeses as they ripen, week by week.",
        "A lamp burns all night, and its oil is weighed hour by hour.",
        "A tyre loses air, and its pressure is read day by day.",
    ),
}
CENTRED = "np.sum((xdat - np.mean(xdat)) * (ydat - np.mean(ydat)))"
SPREAD = "np.sum((xdat - np.mean(xdat))**2)"
UPWARDS = "np.sum((ydat - np.mean(ydat))**2)"
BACK = "np.mean(ydat) - m * np.mean(xdat)"
ORDER = "The right two numbers in the wrong order: the slope comes first, then the intercept."
ORIGIN = (
    "Your slope is that of the best line *through the origin*. Count $x$ and $y$ from their means before you "
    "multiply."
)
TURNED = (
    "That is the line that makes misses *to the side* small, as for guessing $x$ from $y$. The products "
    "belong on top, and the spread of $x$ below."
)
UPRIGHT = "You divided by the spread of $y$. A slope counts per step in $x$: the spread of $x$ stands below."
MEAN = "The slope is right. The intercept is the height at $x = 0$, not at the mean: walk back from there."
ADDED = "The slope is right. On the way from the mean back to $x = 0$ the rise is taken off, not added."
UNDIVIDED = "The sum of the products grows with every point. Divide it by the sum of the squared distances."
GLOBAL = (
    "Your function fits the data above the editor, whatever it is given. Use the two arguments that stand in "
    "its brackets."
)
ENDS = "You took the first and the last point alone. Those between have a say as well."


def generate(rng: np.random.Generator) -> Draw:
    """Return seven measurements to try the function on."""
    x = np.cumsum(rng.integers(1, 4, 7))
    slope = float(rng.choice([-1.2, -0.8, 0.6, 1.2, 2.5]))
    y = np.round(30 + slope * x + rng.permutation(np.linspace(-2, 2, 7)), 1)
    m, c = np.polyfit(x, y, 1)
    shown = [", ".join(f"{value:g}" for value in values) for values in (x, y)]
    part = code_part(
        "linfit",
        _program(),
        # Drawn places could lie so close together that the line through the ends is nearly upright.
        calls={"linfit": [[0, 1, 3, 4, 6, 9], {"low": -5, "high": 9, "shape": [6]}]},
        given=f"import numpy as np\n\nxdat = np.array([{shown[0]}])\nydat = np.array([{shown[1]}])",
        starter="def linfit(xdat, ydat):\n    m = ...\n    c = ...\n    return m, c",
        misconceptions=(
            Misconception("slope-and-intercept-exchanged", ORDER, _program(back="c, m")),
            Misconception("fitted-through-the-origin", ORIGIN, _program("np.sum(xdat*ydat)/np.sum(xdat**2)")),
            Misconception("fitted-the-other-way", TURNED, _program(f"{UPWARDS} / {CENTRED}")),
            Misconception("divided-by-the-spread-of-y", UPRIGHT, _program(f"{CENTRED} / {UPWARDS}")),
            Misconception("mean-for-intercept-in-code", MEAN, _program(c="np.mean(ydat)")),
            Misconception("rise-added", ADDED, _program(c=BACK.replace("-", "+"))),
            Misconception("not-divided-by-the-spread", UNDIVIDED, _program(CENTRED)),
            Misconception("given-data-for-arguments", GLOBAL, _program().replace("(xdat, ydat):", "(x, y):")),
            Misconception("ends-only", ENDS, _program("(ydat[-1] - ydat[0]) / (xdat[-1] - xdat[0])")),
        ),
    )
    values = {"scene": str(rng.choice(SCENES[1 if slope > 0 else -1])), "m": f"{m:.3f}", "c": f"{c:.2f}"}
    return Draw(values, (part,))


def _program(m: str = f"{CENTRED} / {SPREAD}", c: str = BACK, back: str = "m, c") -> str:
    """Return a program that works out m, then c, and gives back these two."""
    return f"def linfit(xdat, ydat):\n    m = {m}\n    c = {c}\n    return {back}"
