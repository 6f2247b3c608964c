"""f(x(u(t))) with two variables in each layer: three Jacobians, and their product at t = 1."""

import numpy as np

from upslope.maths import Expression, Matrix, derivative, evaluate, matrix, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part

OUTER = ("x*y", "x^2 + y", "x + y^2", "x*y + {a}x", "{a}x + y^2")
MIDDLE = (("u + {b}v", "u*v"), ("u*v", "u - v"), ("{b}u + v", "u^2"), ("u - {b}v", "v^2"))
INNER = (("t^2", "{c}t"), ("{c}t", "t^2 + 1"), ("t^3", "t + {c}"), ("{c}t - 1", "t^2"))
PRODUCT = "(row_1*middle_11 + row_2*middle_21)*column_1 + (row_1*middle_12 + row_2*middle_22)*column_2"


def generate(rng: np.random.Generator) -> Draw:
    """Return polynomials with small coefficients, and all values at t = 1."""
    numbers = dict(zip("abc", (int(n) for n in rng.integers(2, 5, 3)), strict=True))
    f = parse(str(rng.choice(OUTER)).format(**numbers), ("x", "y"))
    x, y = _pair(rng, MIDDLE, numbers, ("u", "v"))
    u, v = _pair(rng, INNER, numbers, ("t",))
    jacobians = {
        "row": _jacobian([f], ("x", "y")),
        "middle": _jacobian([x, y], ("u", "v")),
        "column": _jacobian([u, v], ("t",)),
    }
    at = {"t": 1, "u": _whole(u, {"t": 1}), "v": _whole(v, {"t": 1})}
    at |= {"x": _whole(x, at), "y": _whole(y, at)}
    there = {
        name: [[_whole(entry, at) for entry in row] for row in one.rows] for name, one in jacobians.items()
    }
    both, answer = _product(there)
    parts = (
        matrix_part("row", jacobians["row"], variables=("x", "y"), label=r"$\mathbf{J}_f =$"),
        matrix_part(
            "middle", jacobians["middle"], variables=("u", "v"), label=r"$\mathbf{J}_{\mathbf{x}} =$"
        ),
        matrix_part("column", jacobians["column"], variables=("t",), label=r"$\mathbf{J}_{\mathbf{u}} =$"),
        number_part(
            "rate",
            answer,
            label=r"At $t = 1$: $\frac{df}{dt} =$",
            misconceptions=_mistakes(there),
            follow_through=FollowThrough(PRODUCT, at=at),
        ),
    )
    values = {"f": f, "x": x, "y": y, "u": u, "v": v, **{f"{name}1": value for name, value in at.items()}}
    values |= _shown(jacobians, there, both) | {"answer": answer}
    return Draw(values, tuple(distinct(part) for part in parts))


def _pair(
    rng: np.random.Generator,
    pairs: tuple[tuple[str, str], ...],
    numbers: dict[str, int],
    names: tuple[str, ...],
) -> list[Expression]:
    return [parse(one.format(**numbers), names) for one in pairs[int(rng.integers(len(pairs)))]]


def _shown(
    jacobians: dict[str, Matrix], there: dict[str, list[list[int]]], both: list[int]
) -> dict[str, Matrix | int]:
    """What the hints and the solution show of the factors, in letters and at t = 1."""
    names = {"outer": "row", "middle": "middle", "inner": "column"}
    shown: dict[str, Matrix | int] = {name: jacobians[part] for name, part in names.items()}
    shown |= {f"{name}1": matrix(there[part]) for name, part in names.items()}
    return shown | {"both1": matrix([both]), "row1": there["row"][0][0], "row2": there["row"][0][1]}


def _jacobian(functions: list[Expression], names: tuple[str, ...]) -> Matrix:
    return matrix([[derivative(f, name) for name in names] for f in functions])


def _whole(expression: Expression, at: dict[str, int]) -> int:
    return round(evaluate(expression, {name: at[name] for name in expression.variables}))


def _product(there: dict[str, list[list[int]]]) -> tuple[list[int], int]:
    """Return the row times the matrix, and that times the column."""
    (a, b), ((p, q), (r, s)), ((g,), (h,)) = there["row"][0], there["middle"], there["column"]
    both = [a * p + b * r, a * q + b * s]
    return both, both[0] * g + both[1] * h


def _mistakes(there: dict[str, list[list[int]]]) -> tuple[Misconception, ...]:
    (a, b), ((p, q), (r, s)), ((g,), (h,)) = there["row"][0], there["middle"], there["column"]
    return (
        Misconception(
            "middle-link-forgotten",
            "You multiplied the outer row by the inner column and left out the matrix between them. Three "
            "links, three factors.",
            str(a * g + b * h),
        ),
        Misconception(
            "middle-transposed",
            "The matrix in the middle went in with rows and columns exchanged. A row goes down its columns.",
            str((a * p + b * q) * g + (a * r + b * s) * h),
        ),
        Misconception(
            "two-paths-of-four",
            "You followed two of the four paths: $u$ through $x$, and $v$ through $y$. Each of the two moves "
            "both of the others.",
            str(a * p * g + b * s * h),
        ),
    )
