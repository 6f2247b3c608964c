"""The Hessian at a point and the terms of second order it makes, in the letters of the steps."""

from fractions import Fraction

import numpy as np

from upslope.maths import Matrix, derivative, hessian, matrix, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, matrix_part

NAMES, STEPS = ("x", "y"), ("u", "v")
WHOLE = "That is row times matrix times column. Half of it is added, as with $\\frac12 f''$ in one variable."
TWIST = "The squares are right. The twist stands in two corners of the Hessian, and two halves make a whole."
DIAGONAL = "The squares are right. The twist belongs to it as well, with the product of both steps."
MIXED = (
    "The diagonal is right. Beside it stands the twist: how the slope along $x$ changes when you step "
    "along $y$."
)
ORIGIN = "These are the second derivatives at the origin. Put in the point that was asked for."
CASES = (
    ("x^2 y + {n} x y^2", ((1, 1), (2, 1), (1, 2), (-1, 2))),
    ("{n} x e^y", ((2, 0), (3, 0), (4, 0), (-2, 0))),
    ("x^3 + {n} x y^2", ((1, 1), (2, 1), (1, -1), (-1, 2))),
    ("x^2 sin(y) + {n} y^2", ((1, 0), (2, 0), (3, 0), (-1, 0))),
    ("{n} x^2 y - y^3", ((1, 1), (1, 2), (2, 1), (-1, 1))),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five functions with a number from 2 to 5, at one of four points."""
    text, points = CASES[int(rng.integers(len(CASES)))]
    n, (p, q) = int(rng.integers(2, 6)), points[int(rng.integers(4))]
    f, at = parse(text.format(n=n), NAMES), {"x": p, "y": q}
    worked = hessian(f, NAMES, at)
    (a, b), (_, c) = _whole(worked.result)
    slopes = [derivative(f, v) for v in NAMES]
    (a0, b0), (_, c0) = _whole(hessian(f, NAMES, {"x": 0, "y": 0}).result)
    square = matrix_part(
        "hessian",
        worked.result,
        variables=(),
        label=r"$\mathbf{H} =$",
        misconceptions=(
            Misconception("mixed-terms-missing", MIXED, f"[{a}, 0; 0, {c}]"),
            Misconception("slopes-at-the-origin", ORIGIN, f"[{a0}, {b0}; {b0}, {c0}]"),
        ),
    )
    term = expression_part(
        "term",
        _term(Fraction(a, 2), Fraction(b), Fraction(c, 2)),
        variables=STEPS,
        label="Of order 2:",
        misconceptions=(
            Misconception("half-forgotten", WHOLE, _term(a, 2 * b, c)),
            Misconception(
                "mixed-term-counted-once", TWIST, _term(Fraction(a, 2), Fraction(b, 2), Fraction(c, 2))
            ),
            Misconception("mixed-term-left-out", DIAGONAL, _term(Fraction(a, 2), 0, Fraction(c, 2))),
        ),
        follow_through=FollowThrough("(hessian_11*u^2 + (hessian_12 + hessian_21)*u*v + hessian_22*v^2)/2"),
    )
    shown = tidy(parse(_term(Fraction(a, 2), Fraction(b), Fraction(c, 2)), STEPS))
    values = {
        "f": f,
        "p": p,
        "q": q,
        "row": matrix([slopes]),
        "worked": worked,
        "h": worked.result,
        "term": shown,
    }
    return Draw(values, (distinct(square), distinct(term)))


def _whole(square: Matrix) -> list[list[int]]:
    return [[int(float(str(tidy(entry)))) for entry in row] for row in square.rows]


def _term(a: Fraction | int, b: Fraction | int, c: Fraction | int) -> str:
    return f"({a})*u^2 + ({b})*u*v + ({c})*v^2"
