"""Call a library that fits lines, and read slope, intercept and the error of the slope from its answer."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part, code_part

SCENES = {
    1: (
        "An oven warms up, and its temperature is read minute by minute.",
        "A swimming pool is filled, and its depth is read in centimetres.",
        "A hedge grows, and its height is measured in centimetres, week by week.",
    ),
    -1: (
        "A bath is emptied, and the depth of its water is read in centimetres.",
        "Snow melts on a field, and its depth is read in centimetres, day by day.",
        "A balloon loses air, and its girth is measured in centimetres.",
    ),
}
CALL = "values, covariance = np.polyfit(\n    xdat, ydat, 1, cov=True\n)\n"
EXCHANGED = "The coefficients come with the highest power first: the slope, then the intercept."
SQUARE = "On the diagonal stand the *squares* of the errors. Take the root."
OTHER = "This is the error of the intercept. The diagonal has the order of the coefficients."
AXES = (
    "You gave the library $y$ for $x$. It then fits the line that guesses $x$ from $y$, which is another one."
)
BESIDE = (
    "Beside the diagonal stands how the errors of slope and intercept are linked. It may be below zero, "
    "and it is the error of neither."
)
READINGS = {
    "again": "Measured anew in the same way, the slope would typically be about this far from the true one.",
    "dots": "The dots typically lie about this far above or below the line.",
    "all": "The line is nowhere off by more than this.",
    "chance": "This is the chance that the slope is wrong.",
}
DOTS = (
    "How far the dots stray is read from the residuals. The slope is much better known than a single dot: "
    "all of them together hold it."
)
ALL = "It speaks of the slope, in units of $y$ per unit of $x$. And it is a typical size, not a limit."
CHANCE = "A chance is a number between 0 and 1 without a unit. This has the unit of the slope."


def generate(rng: np.random.Generator) -> Draw:
    """Return eight measurements and the line that fits them."""
    x = np.cumsum(rng.integers(1, 4, 8))
    slope = float(rng.choice([-1.4, -1.1, -0.7, 0.8, 1.5, 2.4]))
    y = np.round(40 + slope * x + rng.permutation(np.linspace(-2.5, 2.5, 8)), 1)
    shown = [", ".join(f"{value:g}" for value in values) for values in (x, y)]
    part = code_part(
        "fit",
        _program(),
        variables=("m", "c", "error"),
        tolerance=0.001,
        given=f"import numpy as np\n\nxdat = np.array([{shown[0]}])\nydat = np.array([{shown[1]}])",
        starter=CALL + "m = ...\nc = ...\nerror = ...",
        misconceptions=(
            Misconception("coefficients-exchanged", EXCHANGED, _program(names="c, m")),
            Misconception("error-still-squared", SQUARE, _program("covariance[0, 0]")),
            Misconception("error-of-the-intercept", OTHER, _program("np.sqrt(covariance[1, 1])")),
            Misconception("library-given-y-for-x", AXES, _program().replace("xdat, ydat", "ydat, xdat")),
            Misconception("error-beside-the-diagonal", BESIDE, _program("covariance[0, 1]")),
        ),
    )
    options = [{"id": name, "text": text} for name, text in READINGS.items()]
    reading = choice_part(
        "reading",
        [options[int(place)] for place in rng.permutation(4)],
        "again",
        label="What does the error of the slope tell?",
        misconceptions=(
            Misconception("error-for-scatter", DOTS, "dots"),
            Misconception("error-for-limit", ALL, "all"),
            Misconception("error-for-chance", CHANCE, "chance"),
        ),
    )
    values, covariance = np.polyfit(x, y, 1, cov=True)
    m, c = (float(value) for value in values)
    told = {"m": f"{m:.2f}", "c": f"+ {c:.1f}", "error": f"{np.sqrt(covariance[0, 0]):.2f}"}
    return Draw({**told, "scene": str(rng.choice(SCENES[1 if slope > 0 else -1]))}, (part, reading))


def _program(error: str = "np.sqrt(covariance[0, 0])", names: str = "m, c") -> str:
    return f"{CALL}{names} = values\nerror = {error}"
