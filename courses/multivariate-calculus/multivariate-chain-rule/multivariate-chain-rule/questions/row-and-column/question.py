"""A function of two variables on a path: the row of slopes, the column of speeds, and their product."""

import numpy as np

from upslope.maths import (
    Expression,
    Matrix,
    column_vector,
    derivative,
    multivariate_chain_rule,
    parse,
    row_vector,
)
from upslope.questions import Draw, FollowThrough, Misconception, Part, distinct, expression_part, matrix_part
from upslope.questions.misconceptions import total_derivative

FUNCTIONS = ("x^2*y", "x*y^2", "{a}x*y", "x^2 + {a}y^2", "x*y + {a}x", "x*y + y^2")
FIRST = ("{b}t", "t^2", "t + {b}")
SECOND = ("t^2 + {c}", "{c}t + 1", "t^3")


def generate(rng: np.random.Generator) -> Draw:
    """Return a polynomial of x and y, and a path of two low powers of t."""
    numbers = dict(zip("abc", (int(n) for n in rng.integers(2, 6, 3)), strict=True))
    f, x, y = (
        parse(str(rng.choice(templates)).format(**numbers), names)
        for templates, names in ((FUNCTIONS, ("x", "y")), (FIRST, ("t",)), (SECOND, ("t",)))
    )
    path = {"x": x, "y": y}
    slopes, speeds = [derivative(f, v) for v in path], [derivative(way, "t") for way in path.values()]
    worked = multivariate_chain_rule([{"f": f}, path], ("t",))
    parts = (
        _factor("row", row_vector(slopes), ("x", "y"), r"$\mathbf{J}_f =$"),
        _factor("column", column_vector(speeds), ("t",), r"$\frac{d\mathbf{x}}{dt} =$"),
        expression_part(
            "rate",
            worked.result,
            variables=("t",),
            label=r"$\frac{df}{dt} =$",
            misconceptions=_mistakes(f, path, slopes, speeds),
            follow_through=FollowThrough("row_1*column_1 + row_2*column_2", at={"x": str(x), "y": str(y)}),
        ),
    )
    values = {"f": f, **path, "worked": worked, "fx": slopes[0], "xt": speeds[0]}
    return Draw(values, tuple(distinct(part) for part in parts))


def _factor(name: str, answer: Matrix, variables: tuple[str, ...], label: str) -> Part:
    return matrix_part(name, answer, variables=variables, shape="chosen", label=label)


def _mistakes(
    f: Expression, path: dict[str, Expression], slopes: list[Expression], speeds: list[Expression]
) -> tuple[Misconception, ...]:
    crossed = (slopes[0] * speeds[1] + slopes[1] * speeds[0]).substitute(path)
    return (
        total_derivative.branch_forgotten(f, path, "y"),
        total_derivative.rates_forgotten(f, path),
        Misconception(
            "pairs-crossed",
            "You paired the first slope with the second speed. Along a path the letter is the same: the "
            "slope by $x$ belongs to the speed of $x$.",
            str(crossed),
        ),
    )
