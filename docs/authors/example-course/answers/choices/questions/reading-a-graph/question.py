"""True statements about a drawn cubic, lifted or lowered so that its height and its slope disagree."""

import numpy as np

from upslope.maths import differentiate, number, symbol, tidy
from upslope.questions import Draw, Misconception, choices_part, plot_of


def generate(rng: np.random.Generator) -> Draw:
    """Return ±((x - m)³ - 3 (x - m)) + lift: it turns at m - 1 and m + 1, and keeps off the axis between."""
    middle, sign, lift = (int(rng.choice(numbers)) for numbers in ((-2, -1, 0, 1), (-1, 1), (-4, 4)))
    left, right = middle - 1, middle + 1
    x = symbol("x")
    by_power = (1, -3 * middle, 3 * middle**2 - 3, 3 * middle - middle**3)
    cubic, square, line, constant = (number(sign * factor) for factor in by_power)
    f = tidy(cubic * x**3 + square * x**2 + line * x + constant + number(lift))
    options = [
        {"id": "flat", "text": f"$f'({left}) = 0$"},
        {"id": "zero", "text": f"$f({left}) = 0$"},
        {"id": "falling", "text": f"$f'(x) < 0$ everywhere between ${left}$ and ${right}$"},
        {"id": "high", "text": f"$f({middle}) > 0$"},
        {"id": "turn", "text": f"$f'(x)$ changes its sign at $x = {right}$"},
    ]
    falling, high = {"falling"} if sign > 0 else set(), {"high"} if lift > 0 else set()
    true = {"flat", "turn"} | falling | high
    wrong = {
        "height-for-slope": ("This is about heights. $f'$ is about slopes.", high or {"falling"}),
        "flat-is-zero": (
            "Where a curve lies flat, its slope is $0$; its height need not be.",
            true | {"zero"},
        ),
        "climb-or-fall": (
            "Between the two turns: does the curve climb, or does it fall?",
            true ^ {"falling"},
        ),
    }
    part = choices_part(
        "true_ones",
        [options[int(place)] for place in rng.permutation(5)],
        true,
        label="Which of these are true?",
        misconceptions=[Misconception(code, told, ",".join(ids)) for code, (told, ids) in wrong.items()],
    )
    between, side = ("falls", "below") if sign > 0 else ("climbs", "above")
    alt = (
        f"The graph of f. It turns at {left} and {right} and {between} between; midway its height is {lift}."
    )
    picture = plot_of(f, (middle - 2.4, middle + 2.4, -8.5, 8.5), alt)
    values = {"left": left, "right": right, "middle": middle, "between": between, "side": side}
    return Draw({**values, "picture": picture, "f": f, "worked": differentiate(f)}, (part,))
