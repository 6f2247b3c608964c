"""Three readings and a straight line: the sum of the squared misses."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, distinct, number_part

WHO = ("A baker", "A gardener", "A sailor", "A nurse", "A cyclist", "A beekeeper")
CANCEL = (
    "You added the misses as they are. Some lie above the line and some below, so they "
    "cancel, and a bad line "
    "looks good. Square each one first."
)
ABSOLUTE = (
    "You added the sizes of the misses. That is an error, too, but not this one: here "
    "every miss is squared "
    "before it is added."
)
LATE = (
    "You added first and squared afterwards. By then misses above and below have "
    "cancelled. Square each miss "
    "by itself."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a line with whole numbers and three readings that miss it by at most three, on both sides."""
    rate, start = int(rng.integers(2, 5)), int(rng.integers(1, 7))
    xs = sorted(int(n) for n in rng.choice(np.arange(1, 7), 3, replace=False))
    misses = [int(n) for n in rng.permutation([rng.integers(1, 4), -rng.integers(1, 4), rng.integers(2, 4)])]
    said = [rate * x + start for x in xs]
    error = sum(miss**2 for miss in misses)
    part = number_part(
        "error",
        error,
        label="The error is",
        misconceptions=(
            Misconception("misses-cancel", CANCEL, str(sum(misses))),
            Misconception("misses-not-squared", ABSOLUTE, str(sum(abs(miss) for miss in misses))),
            Misconception("sum-squared-at-the-end", LATE, str(sum(misses) ** 2)),
        ),
    )
    values = {"who": str(rng.choice(WHO)), "rule": parse(f"{rate} x + {start}"), "error": error}
    for k in range(3):
        values |= {f"x{k + 1}": xs[k], f"f{k + 1}": said[k], f"m{k + 1}": misses[k]}
        values |= {f"y{k + 1}": said[k] + misses[k]}
    squares = " + ".join(f"({miss})^2" if miss < 0 else f"{miss}^2" for miss in misses)
    return Draw({**values, "squares": squares}, (distinct(part),))
