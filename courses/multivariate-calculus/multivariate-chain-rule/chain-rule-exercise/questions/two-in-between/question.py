"""Two variables in between, with an exponential or a wave: row, column, and their product at t = 0."""

import numpy as np

from upslope.maths import column_vector, derivative, evaluate, multivariate_chain_rule, parse, row_vector
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part
from upslope.questions.misconceptions import at_point, total_derivative

FORCES = ("{a}x^2 exp(y)", "{a}x exp(2y)", "{a}x^2 cos(y) + x", "{a}x exp(y) + x^2", "{a}x^2 + x exp(y)")
WINDS = ("{b}t + {c}", "t^2 + {b}t + {c}", "{c} - {b}t")
LEANS = ("sin({d}t)", "{d}t", "t^2 + {d}t")


def generate(rng: np.random.Generator) -> Draw:
    """Return f, a wind that is c at t = 0, and a lean that is 0 there."""
    numbers = dict(zip("abcd", (int(n) for n in rng.integers(2, 6, 4)), strict=True))
    f, x, y = (
        parse(str(rng.choice(templates)).format(**numbers), names)
        for templates, names in ((FORCES, ("x", "y")), (WINDS, ("t",)), (LEANS, ("t",)))
    )
    path, start = {"x": x, "y": y}, {"x": numbers["c"], "y": 0, "t": 0}
    slopes, speeds = [derivative(f, v) for v in path], [derivative(way, "t") for way in path.values()]
    worked = multivariate_chain_rule([{"f": f}, path], ("t",))
    answer = round(evaluate(worked.result, {"t": 0}))
    mistakes = (
        total_derivative.branch_forgotten(f, path, "y"),
        total_derivative.branch_forgotten(f, path, "x"),
        total_derivative.rates_forgotten(f, path),
        total_derivative.slopes_forgotten(path),
    )
    parts = (
        matrix_part("row", row_vector(slopes), variables=("x", "y"), label=r"$\mathbf{J}_f =$"),
        matrix_part("column", column_vector(speeds), variables=("t",), label=r"$\frac{d\mathbf{x}}{dt} =$"),
        number_part(
            "rate",
            answer,
            label=r"At $t = 0$: $\frac{df}{dt} =$",
            misconceptions=[at_point(one, {"t": 0}) for one in _one_of_each(mistakes)],
            follow_through=FollowThrough("row_1*column_1 + row_2*column_2", at=start),
        ),
    )
    values = {"f": f, **path, "fx": slopes[0], "x0": numbers["c"], "y0": 0}
    return Draw({**values, "worked": worked, "answer": answer}, tuple(distinct(part) for part in parts))


def _one_of_each(mistakes: tuple[Misconception, ...]) -> list[Misconception]:
    return list({one.code: one for one in reversed(mistakes)}.values())
