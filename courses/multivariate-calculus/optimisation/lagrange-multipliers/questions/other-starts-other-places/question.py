"""x²y on a circle: six places fulfil the conditions, and only comparing values finds the lowest."""

import numpy as np

from upslope.maths import Equation, lagrange_multipliers, parse
from upslope.questions import Draw, Misconception, choice_part, code_part, distinct, number_part

FIRST = (
    "That is the value at the place which the first start led to. The conditions hold there, and it is "
    "not the lowest. Start elsewhere, and compare."
)
HIGHEST = "That is the highest value on the circle. The conditions do not know which of the two you want."
SIGN = "At the lowest place $y$ is below zero. Put it into $2xy = \\lambda \\cdot 2x$."
ZERO = "That is the multiplier of the place where $x$ is zero. It is not the lowest one."
LOOP = """lowest = 0.0
for start in [(5, 5), (-5, 5), (5, -5), (-5, -5), (0.1, 3)]:
    x, y, lam = root(equations, [*start, 1.0]).x
    lowest = min(lowest, x**2 * y)"""
TEXTS = {
    "lower": "The lowest value becomes lower.",
    "higher": "The lowest value becomes higher.",
    "same": "Nothing, since the slope along the circle is zero.",
}
TURNED = "$\\lambda$ is below zero, so the value falls when the right side grows."
NOTHING = (
    "Along the circle the slope is zero. Here the circle itself moves, and what that is worth is just "
    "what $\\lambda$ says."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the circle x² + y² = 3k² for k from 1 to 9; the lowest value on it is −2k³, with λ = −k."""
    k = int(rng.integers(1, 10))
    square, lowest = 3 * k**2, -2 * k**3
    given = (
        "from scipy.optimize import root\n\ndef equations(v):\n    x, y, lam = v\n"
        f"    return [2*x*y - lam*2*x, x**2 - lam*2*y, x**2 + y**2 - {square}]"
    )
    code = code_part(
        "lowest",
        LOOP,
        variables=("lowest",),
        given=given,
        starter="lowest = ...",
        tolerance=1e-4,
        label="",
        misconceptions=(
            Misconception("first-place-taken", FIRST, "lowest = 0.0"),
            Misconception("highest-for-lowest", HIGHEST, f"lowest = {-lowest}"),
        ),
    )
    multiplier = number_part(
        "multiplier",
        -k,
        label=r"There, $\lambda =$",
        misconceptions=(
            Misconception("sign-of-y-lost", SIGN, str(k)),
            Misconception("multiplier-of-another-place", ZERO, "0"),
        ),
    )
    options = [{"id": str(one), "text": TEXTS[str(one)]} for one in rng.permutation(list(TEXTS))]
    meaning = choice_part(
        "meaning",
        options,
        "lower",
        label=f"What happens if the right side grows from ${square}$ to ${square + 1}$?",
        misconceptions=(
            Misconception("multiplier-read-backwards", TURNED, "higher"),
            Misconception("slope-along-for-across", NOTHING, "same"),
        ),
    )
    f, g = parse("x^2 y", ("x", "y")), parse("x^2 + y^2", ("x", "y"))
    below = {"x": (-1.5 * k, 1.5 * k), "y": (-1.8 * k, -0.5 * k)}
    worked = lagrange_multipliers(f, [Equation(g, parse(str(square), ()))], ("x", "y"), below)
    values = {"square": square, "k": k, "low": lowest, "worked": worked, "program": LOOP}
    return Draw(values, (code, distinct(multiplier), meaning))
