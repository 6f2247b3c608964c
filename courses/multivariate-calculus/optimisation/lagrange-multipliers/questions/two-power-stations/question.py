"""Two power stations with quadratic costs share a load: the whole method, from the conditions to λ."""

import numpy as np

from upslope.maths import Equation, lagrange_multipliers, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part

HALVES = (
    "You shared the load evenly. Then the dear station pays more for its last megawatt than the cheap one."
)
CROSSED = (
    "The shares have changed places: the station with the smaller number before its square should carry more."
)
AVERAGE = (
    "That is the cost of a megawatt on average. $\\lambda$ is the cost of the *last* one, which is the "
    "dearest."
)
SIGN = "With more load the cost grows, so $\\lambda$ is above zero here."
EVEN = "That is what half the load at each station costs. There is a cheaper share."
ONE_STATION = "Both stations cost something: add the two."


def generate(rng: np.random.Generator) -> Draw:
    """Return costs a x² + b y² with a ≠ b and a load k (a + b), so that x = b k and y = a k."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 7), 2, replace=False))
    k = int(rng.integers(2, 6))
    load, x, y, multiplier, cost = k * (a + b), b * k, a * k, 2 * a * b * k, a * b * k * k * (a + b)
    halves = Misconception("load-halved", HALVES, str(load / 2).removesuffix(".0"))
    parts = (
        number_part(
            "x", x, label="$x =$", misconceptions=(halves, Misconception("crossed", CROSSED, str(y)))
        ),
        number_part(
            "y", y, label="$y =$", misconceptions=(halves, Misconception("crossed", CROSSED, str(x)))
        ),
        number_part(
            "multiplier",
            multiplier,
            label=r"$\lambda =$",
            misconceptions=(
                Misconception("average-for-last", AVERAGE, str(a * b * k)),
                Misconception("multiplier-below-zero", SIGN, str(-multiplier)),
            ),
            follow_through=FollowThrough(f"2*{a}*x"),
        ),
        number_part(
            "cost",
            cost,
            label="lowest cost",
            misconceptions=(
                Misconception("one-station-left-out", ONE_STATION, str(a * x * x)),
                Misconception("cost-of-halves", EVEN, f"{(a + b) * load**2}/4"),
            ),
            follow_through=FollowThrough(f"{a}*x^2 + {b}*y^2"),
        ),
    )
    f, g = parse(f"{a} x^2 + {b} y^2", ("x", "y")), parse("x + y", ("x", "y"))
    worked = lagrange_multipliers(f, [Equation(g, parse(str(load), ()))], ("x", "y"))
    values = {"f": f, "load": load, "worked": worked, "multiplier": multiplier, "x": x, "a": a, "b": b}
    return Draw(values, tuple(distinct(part) for part in parts))
