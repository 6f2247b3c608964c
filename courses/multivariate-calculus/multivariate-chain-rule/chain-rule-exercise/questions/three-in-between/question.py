"""Three variables in between, all powers of t: a row of three, a column of three, and their product."""

import numpy as np

from upslope.maths import (
    Expression,
    column_vector,
    derivative,
    multivariate_chain_rule,
    number,
    parse,
    row_vector,
)
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, matrix_part
from upslope.questions.misconceptions import total_derivative

FUNCTIONS = ("{a}x*y + z^2", "x^2 + {a}y*z", "x*z + {a}y^2", "x*y*z + {a}x", "x^2*y + {a}z")
PATHS = (("t^2", "{b}t + 1", "t^3"), ("{b}t", "t^2 + {c}", "t^2"), ("t + {b}", "{c}t", "t^2"))


def generate(rng: np.random.Generator) -> Draw:
    """Return a polynomial of three variables and a low power of t for each of them."""
    numbers = dict(zip("abc", (int(n) for n in rng.integers(2, 6, 3)), strict=True))
    f = parse(str(rng.choice(FUNCTIONS)).format(**numbers), ("x", "y", "z"))
    ways = [str(way).format(**numbers) for way in rng.permutation(PATHS[int(rng.integers(len(PATHS)))])]
    path = {name: parse(way, ("t",)) for name, way in zip("xyz", ways, strict=True)}
    slopes, speeds = [derivative(f, v) for v in path], [derivative(way, "t") for way in path.values()]
    worked = multivariate_chain_rule([{"f": f}, path], ("t",))
    parts = (
        matrix_part("row", row_vector(slopes), variables=("x", "y", "z"), label=r"$\mathbf{J}_f =$"),
        matrix_part("column", column_vector(speeds), variables=("t",), label=r"$\frac{d\mathbf{x}}{dt} =$"),
        expression_part(
            "rate",
            worked.result,
            variables=("t",),
            label=r"$\frac{df}{dt} =$",
            misconceptions=(
                total_derivative.branch_forgotten(f, path, "z"),
                total_derivative.rates_forgotten(f, path),
                _sums_multiplied(path, slopes, speeds),
            ),
            follow_through=FollowThrough(
                "row_1*column_1 + row_2*column_2 + row_3*column_3",
                at={name: str(way) for name, way in path.items()},
            ),
        ),
    )
    values = {"f": f, **path, "fx": slopes[0], "xt": speeds[0], "worked": worked}
    return Draw(values, tuple(distinct(part) for part in parts))


def _sums_multiplied(
    path: dict[str, Expression], slopes: list[Expression], speeds: list[Expression]
) -> Misconception:
    return Misconception(
        "sums-multiplied",
        "You added the slopes, added the speeds, and multiplied the two sums. Then every slope meets every "
        "speed. It should meet only the speed of its own letter: multiply first, add afterwards.",
        str((sum(slopes, number(0)) * sum(speeds, number(0))).substitute(path)),
    )
