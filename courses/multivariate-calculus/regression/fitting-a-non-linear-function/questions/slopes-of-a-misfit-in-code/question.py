"""Both slopes of the plain χ² of a saturation curve, in code, for arrays of points."""

import numpy as np

from upslope.maths import derivative, parse, partial_derivative
from upslope.questions import Draw, Misconception, code_part

FORMS = (
    (
        "a*x/(b + x)",
        "x / (b + x)",
        "-a * x / (b + x)**2",
        "how much a leaf makes of the light that falls on it",
    ),
    ("a*(1 - e^(-x/b))", "1 - np.exp(-x / b)", "-a * x / b**2 * np.exp(-x / b)", "how full a battery is"),
    ("a*x^2/(b + x^2)", "x**2 / (b + x**2)", "-a * x**2 / (b + x**2)**2", "how much oxygen blood takes up"),
)
SIGN = (
    "Both slopes have the wrong sign. The model stands behind a minus in the residual, so its slopes "
    "come out with a minus as well."
)
TWO = "The 2 that comes down from the square is missing. Here it is asked for."
NO_SUM = "You return one number for each point. χ² adds all points up, and so do its slopes."
NO_MODEL = (
    "You added up the residuals alone. By the chain rule each is multiplied by how fast the model moves "
    "there."
)
GROWS = (
    "The first slope is right, and the second has the wrong sign. Does the model grow or fall when $b$ grows?"
)
CROSSED = "The two slopes have changed places: by a first, then by b."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three curves that level off, above a level from 1 to 6."""
    text, by_a, by_b, story = FORMS[int(rng.integers(len(FORMS)))]
    level = int(rng.integers(1, 7))
    model = parse(f"{level} + {text}", ("x", "a", "b"))
    given = f"import numpy as np\n\ndef f(x, a, b):\n    return {level} + a * ({by_a})"
    body = "def slopes(x, y, a, b):\n    r = y - f(x, a, b)\n    return np.array([{}, {}])"
    good = [f"-2 * np.sum(r * ({each}))" for each in (by_a, by_b)]
    part = code_part(
        "slopes",
        body.format(*good),
        calls={
            "slopes": [
                {"low": 0.5, "high": 5, "shape": [4]},
                {"low": 1, "high": 6, "shape": [4]},
                {"low": 3, "high": 8},
                {"low": 1, "high": 3},
            ]
        },
        given=given,
        starter="def slopes(x, y, a, b):\n    r = y - f(x, a, b)\n    return np.array([..., ...])",
        misconceptions=(
            Misconception("slopes-of-the-misfit-turned", SIGN, body.format(*(each[1:] for each in good))),
            Misconception(
                "two-of-the-square-lost", TWO, body.format(*(each.replace("2 * ", "", 1) for each in good))
            ),
            Misconception(
                "slope-of-the-model-lost", NO_MODEL, body.format("-2 * np.sum(r)", "-2 * np.sum(r)")
            ),
            Misconception("slope-by-the-lower-dial-turned", GROWS, body.format(good[0], good[1][1:])),
            Misconception("dials-crossed", CROSSED, body.format(*good[::-1])),
            Misconception(
                "not-added-up", NO_SUM, body.format(*(each.replace("np.sum", "") for each in good))
            ),
        ),
    )
    values = {
        "f": model,
        "story": story,
        "by_a": derivative(model, "a"),
        "code_a": good[0],
        "lines_a": by_a,
        "lines_b": by_b,
        "worked": partial_derivative(model, "b"),
    }
    return Draw(values, (part,))
