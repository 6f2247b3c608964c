"""What the multiplier promises for a fence moved a little."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

UNCHANGED = "That is the multiplier alone. It says what one whole unit is worth, and tells it as a change."
CHANGE = "That is the change. Add it to the best value you had."
BACK = "The right size, the wrong way. Does the right side grow or shrink? And which sign has the multiplier?"
WHOLE = "You moved the fence by a whole unit. Multiply the multiplier by the step that was taken."
SCALED = "You scaled the value with the fence. How they go together is what the multiplier tells: use it."


def pen(c: Fraction) -> float:
    """Largest area x y with x + 2y = c."""
    return float(c * c / 8)


def box(c: Fraction) -> float:
    """Least cardboard of an open box of volume c."""
    return 3 * (2 * float(c)) ** (2 / 3)


def cable(c: Fraction) -> float:
    """Least cost 3x² + 6y² with x + y = c."""
    return float(2 * c * c)


Story = tuple[str, str, Callable[[Fraction], float], tuple[tuple[int, int], ...], tuple[str, ...]]
# the words, the unit of c, the best value, (c, multiplier), steps
STORIES: tuple[Story, ...] = (
    (
        "With {c} metres of wire and a barn wall, the largest pen has {best} m². At the best "
        "place $\\lambda = {m}$.",
        "metres",
        pen,
        ((20, 5), (16, 4), (24, 6), (12, 3)),
        ("0.4", "0.2", "-0.2", "0.6"),
    ),
    (
        "An open box of {c} litres needs at least {best} dm² of cardboard. At the best place "
        "$\\lambda = {m}$.",
        "litres",
        box,
        ((4, 2), (32, 1)),
        ("0.2", "0.1", "-0.1", "-0.2", "0.3"),
    ),
    (
        "Two pumps that lift {c} tonnes an hour together cost at least {best} cents. At the best place "
        "$\\lambda = {m}$.",
        "tonnes an hour",
        cable,
        ((5, 20), (10, 40), (4, 16)),
        ("0.1", "0.05", "-0.1", "0.2"),
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three stories, its best value, and a step of the fence."""
    story, unit, value, places, steps = STORIES[int(rng.integers(len(STORIES)))]
    c, m = places[int(rng.integers(len(places)))]
    step = Fraction(str(rng.choice(steps)))
    best = round(value(Fraction(c)))
    answer = best + m * step
    part = number_part(
        "value",
        answer,
        label="About",
        misconceptions=(
            Misconception("change-for-value", CHANGE, str(m * step)),
            Misconception("fence-moved-back", BACK, str(best - m * step)),
            Misconception("whole-unit", WHOLE, str(best + m)),
            Misconception("multiplier-alone", UNCHANGED, str(m)),
        ),
    )
    values = {
        "story": story.format(c=c, best=best, m=m),
        "moved": f"{_short(c + step)} {unit}",
        "step": _short(step),
        "shown": f"({_short(step)})" if step < 0 else _short(step),
        "best": best,
        "multiplier": m,
        "c": c,
        "new": _short(c + step),
        "answer": _short(answer),
        "truth": f"{value(c + step):.4g}",
    }
    return Draw(values, (distinct(part),))


def _short(value: Fraction) -> str:
    return f"{float(value):g}"
