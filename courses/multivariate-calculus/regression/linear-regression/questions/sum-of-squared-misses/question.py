"""The residuals of three measurements from a given line, and the sum of their squares."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import chi_squared

SCENES = (
    ("A baker notes how high a loaf is after so many quarters of an hour.", "quarters of an hour", "cm"),
    ("A taxi driver notes the fares of three rides.", "kilometres", "euros"),
    ("A spring hangs on a hook and is loaded with weights.", "weights", "cm"),
    ("A bath fills.", "minutes", "cm"),
    ("Somebody counts what is on the plate, and how long dinner takes.", "dumplings", "minutes"),
    ("A hiker notes the time of three walks.", "kilometres", "tens of minutes"),
)
TURNED = (
    "The size is right, the sign is not. A residual is measured minus modelled: it is below zero where the "
    "measurement lies below the line."
)
VALUE = "This is what the line says there. The residual is what is left of the measurement after that."
SQUARED_LATE = (
    "You added first and squared the sum. Then misses above and below cancel before the square can stop "
    "them: square each one, then add."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a line, three places on it, and residuals from 1 to 4 that do not all have one sign."""
    scene, across, upwards = SCENES[rng.integers(len(SCENES))]
    m, c = int(rng.integers(2, 5)), int(rng.integers(5, 9))
    xs = sorted(int(n) for n in rng.choice(np.arange(1, 7), 3, replace=False))
    sizes = [int(n) for n in rng.integers(1, 5, 3)]
    odd = int(rng.integers(3))
    sign = int(rng.choice([-1, 1]))
    residuals = [(-sign if place == odd else sign) * size for place, size in enumerate(sizes)]
    said = [m * x + c for x in xs]
    ys = [value + r for value, r in zip(said, residuals, strict=True)]
    last = number_part(
        "last",
        residuals[-1],
        label="The last residual:",
        misconceptions=(
            Misconception("residual-turned-round", TURNED, str(-residuals[-1])),
            Misconception("value-for-residual", VALUE, str(said[-1])),
        ),
    )
    squares = [r * r for r in residuals]
    total = number_part(
        "total",
        sum(squares),
        label=r"$\chi^2 =$",
        misconceptions=(
            chi_squared.residuals_cancel(residuals, 1),
            chi_squared.residuals_not_squared(residuals, 1),
            Misconception("sum-squared", SQUARED_LATE, str(sum(residuals) ** 2)),
        ),
        follow_through=FollowThrough(f"{squares[0] + squares[1]} + last^2"),
    )
    values: dict[str, object] = {"scene": scene, "across": across, "upwards": upwards, "chi": sum(squares)}
    columns = {"x": xs, "y": ys, "said": said, "r": residuals, "s": squares}
    values |= {f"{name}{k + 1}": column[k] for name, column in columns.items() for k in range(3)}
    return Draw({**values, "line": parse(f"{m}x + {c}")}, (distinct(last), distinct(total)))
