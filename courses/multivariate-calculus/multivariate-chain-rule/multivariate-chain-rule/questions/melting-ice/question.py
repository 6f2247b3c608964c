"""The volume of a box whose three sides shrink: a row of faces times a column of speeds, in numbers."""

from collections.abc import Sequence

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part
from upslope.questions.misconceptions import at_point, total_derivative


def generate(rng: np.random.Generator) -> Draw:
    """Return three different sides from 3 to 9 and three speeds from 1 to 3, not all alike."""
    x, y, z = (int(n) for n in rng.choice(np.arange(3, 10), 3, replace=False))
    p, q, r = speeds = [int(n) for n in rng.choice([1, 1, 2, 2, 3], 3, replace=False)]
    faces = [y * z, x * z, x * y]
    losses = [face * speed for face, speed in zip(faces, speeds, strict=True)]
    row = matrix_part(
        "row", str(faces), variables=(), label=r"$\mathbf{J} =$", misconceptions=(_sides(x, y, z),)
    )
    total = number_part(
        "rate",
        -sum(losses),
        label=r"$\frac{dV}{dt} =$",
        misconceptions=_mistakes((x, y, z), speeds, sum(losses)),
        follow_through=FollowThrough(f"-{p}*row_1 - {q}*row_2 - {r}*row_3"),
    )
    values = {"x": x, "y": y, "z": z, "p": p, "q": q, "r": r, "rate": -sum(losses)}
    values |= dict(zip(("first", "second", "third", "a", "b", "c"), [*faces, *losses], strict=True))
    return Draw(values, (distinct(row), distinct(total)))


def _sides(x: int, y: int, z: int) -> Misconception:
    return Misconception(
        "sides-for-slopes",
        "These are the sides. The slope by the length says how much volume one more centimetre of length "
        "brings: a slice as large as the face at the end.",
        f"[{x}, {y}, {z}]",
    )


def _mistakes(sides: Sequence[int], speeds: Sequence[int], lost: int) -> tuple[Misconception, ...]:
    volume = parse("x*y*z", ("x", "y", "z"))
    lengths = zip("xyz", sides, speeds, strict=True)
    path = {name: parse(f"{side} - {speed}*t", ("t",)) for name, side, speed in lengths}
    return (
        Misconception(
            "melting-makes-it-grow",
            "Look at the signs. Ice that melts gets smaller, so its sides change at rates below 0.",
            str(lost),
        ),
        at_point(total_derivative.rates_forgotten(volume, path), {"t": 0}),
        at_point(total_derivative.slopes_forgotten(path), {"t": 0}),
        at_point(total_derivative.branch_forgotten(volume, path, "z"), {"t": 0}),
    )
