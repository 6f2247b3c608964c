"""Where a bent valley is level: two slopes, two equations."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, matrix, parse, row_vector, tidy
from upslope.questions import Draw, Misconception, distinct, matrix_part

NAMES = ("x", "y")
DROPPED = (
    "The middle term holds both letters. When one of them moves, the other is a constant factor: it gives a "
    "term to each slope."
)
ONE_AT_A_TIME = (
    "You set the other letter to zero in each equation. Both equations speak of the same place, so the "
    "letters have the same values in both: solve them together."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² ± x y + c y² and linear terms, level at a place (p, q) off the axes; ± xy divides out."""
    while True:
        a, c = (int(n) for n in rng.integers(1, 4, 2))
        s = int(rng.choice([-1, 1]))
        p, q = (int(n) for n in rng.choice([-3, -2, -1, 1, 2, 3, 4], 2))
        d, e = -(2 * a * p + s * q), -(2 * c * q + s * p)
        if p not in (q, -q) and d and e:
            break
    f = parse(f"{_times(a)}x^2 {_sign(s)} x*y + {_times(c)}y^2 {_term(d, 'x')} {_term(e, 'y')}", NAMES)
    by_x, by_y = tidy(derivative(f, "x")), tidy(derivative(f, "y"))
    lost = parse(f"[{2 * a}x {_sign(d)} {abs(d)}, {2 * c}y {_sign(e)} {abs(e)}]", NAMES)
    slopes = matrix_part(
        "slopes",
        row_vector([by_x, by_y]),
        variables=NAMES,
        label="The two slopes:",
        misconceptions=(Misconception("mixed-term-dropped", DROPPED, str(lost)),),
    )
    apart = matrix([[Fraction(-d, 2 * a), Fraction(-e, 2 * c)]])
    place = matrix_part(
        "place",
        f"[{p}, {q}]",
        variables=(),
        label="Level at $(x,\\ y) =$",
        misconceptions=(Misconception("one-equation-at-a-time", ONE_AT_A_TIME, str(apart)),),
    )
    solved = parse(f"{-2 * s * a}x {_sign(-s * d)} {abs(d)}", NAMES)
    values = {"f": f, "by_x": by_x, "by_y": by_y, "solved": solved, "p": p, "q": q}
    return Draw(values, (slopes, distinct(place)))


def _sign(n: int) -> str:
    return "-" if n < 0 else "+"


def _times(n: int) -> str:
    return "" if n == 1 else str(n)


def _term(n: int, letter: str) -> str:
    return f"{_sign(n)} {_times(abs(n))}{letter}"
