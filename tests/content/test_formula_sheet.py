"""Every formula of the sheet, read from what is printed, holds; and with one slip in it, none does."""

import math
import random
import re
from typing import Any

import pytest
import sympy
from sympy import Lambda, Matrix, Symbol, cos, exp, log, sin, symbols
from sympy.stats import Normal, density

from tests.support.latex_reader import Meaning, read
from upslope.course import default_course_path

x, y, z, t, u, v, w, n, c, r, theta = symbols("x y z t u v w n c r theta", positive=True)
dx, dy, a, b, d, aim = symbols("dx dy a b d aim", positive=True)
a2, z1, z2, w1, w2, b1, b2 = symbols("a2 z1 z2 w1 w2 b1 b2", positive=True)
LOGISTIC = Lambda(z, (1 + sympy.tanh(z / 2)) / 2)
ONE = {
    "x": x, "n": n, "c": c, "C": c, "e": sympy.E, "z": z, "\\Deltax": dx, "\\sigma": LOGISTIC,
    "f": Lambda(x, exp(x / 3) * sin(x)), "g": Lambda(x, x**2 + log(x)), "F": x**3 * cos(x),
    "u": x**2 + 1, "v": exp(x) + x, "w": sin(2 * x) + 3,
}  # fmt: skip
HILL = x**3 * y + sin(x * y)
PAIR = Matrix([x * y**2, sin(x) + y])
MANY = {
    "x": x, "y": y, "t": t, "u": PAIR[0], "v": PAIR[1], "f": HILL, "\\Deltax": dx, "\\Deltay": dy,
    "a": a, "b": b, "c": c, "d": d,
}  # fmt: skip
PATH = {x: cos(t), y: t**2}
CURVED = {x: u * v, y: u + v**2, u: t**2, v: exp(t)}
POLAR = Matrix([[cos(theta), -r * sin(theta)], [sin(theta), r * cos(theta)]])
NEURON = {"C": (a - aim) ** 2, "a": a, "y": aim, "z": z, "w": w, "b": b, "x": x, "\\sigma": LOGISTIC}
DEEP = {
    "C": (a2 - aim) ** 2, "a_{2}": a2, "y": aim, "x": x, "w_{1}": w1, "w_{2}": w2, "z_{1}": z1, "z_{2}": z2,
    "\\sigma": LOGISTIC,
}  # fmt: skip
WEIGHTS, IN, BIAS = Matrix(2, 3, symbols("k1:7")), Matrix(symbols("i1:4")), Matrix(symbols("s1:3"))
SUMS = Matrix([sum(WEIGHTS[row, col] * IN[col] for col in range(3)) + BIAS[row] for row in range(2)])
LAYER = {
    "\\mathbf{W}": WEIGHTS, "\\mathbf{x}": IN, "\\mathbf{b}": BIAS, "\\mathbf{z}": SUMS, "\\sigma": LOGISTIC,
    "\\mathbf{a}": SUMS.applyfunc(lambda entry: 1 / (1 + exp(-entry))),
}  # fmt: skip
OUT, WANTED = Matrix(symbols("o1:3")), Matrix(symbols("y1:3"))
POLYNOMIAL = Lambda(x, x**4 / 3 - x**3 + 2 * x**2 - x / 5 + 1)
TANGENT = (POLYNOMIAL(a) + sympy.diff(POLYNOMIAL(a), a) * (x - a)).subs(a, b)  # at b
SERIES = {**ONE, "f": POLYNOMIAL, "a": a, "n": sympy.Integer(3)}


def left_out(f: Lambda) -> sympy.Expr:
    """What the polynomial of order 3 about a leaves out of f at x."""
    return f(x) - sum(sympy.diff(f(a), a, k) * (x - a) ** k / math.factorial(k) for k in range(4))


# The fourth derivative of the polynomial is 8 everywhere, so there the bound with M = 8 is exact.
LEFT_OUT = {**SERIES, "R_{n}": left_out(POLYNOMIAL), "M": sympy.diff(POLYNOMIAL(x), x, 4)}
SLOPES, BEND, STEP = Matrix([HILL]).jacobian([x, y]), sympy.hessian(HILL, (x, y)), Matrix([dx, dy])
GRAD = {"f": HILL, "\\nabla f": SLOPES.T, "\\mathbf{J}": SLOPES, "\\mathbf{H}": BEND, "\\alpha": a}
# The largest x y on x + 2 y = c, found by putting the fence in: x = c - 2 y is best at y = c / 4.
FENCE = {"f": x * y, "g": x + 2 * y, "c": c, "\\lambda": c / 4}
FENCE |= {"\\nabla f": Matrix([y, x]), "\\nabla g": Matrix([1, 2])}
XS, YS, SIGMAS = Matrix([1, 2, 4]), Matrix([3, 1, 2]), Matrix([sympy.Rational(1, 2), 2, 3])
MODEL = Lambda(x, b * exp(-x / 2) + b**2 * x)
RESIDUALS = YS - XS.applyfunc(MODEL)
POINTS = {"f": MODEL, "N": sympy.Integer(3), "a_{k}": b}
for place in range(3):
    POINTS |= {f"x_{{{place + 1}}}": XS[place], f"y_{{{place + 1}}}": YS[place]}
    POINTS |= {f"\\sigma_{{{place + 1}}}": SIGMAS[place]}
WEIGHTED = sum(RESIDUALS[k] ** 2 / SIGMAS[k] ** 2 for k in range(3))
TILTED = XS.row_join(sympy.ones(3, 1))
LINE = TILTED.pinv() * YS
LINE_FIT = {
    **POINTS,
    "m": LINE[0],
    "c": LINE[1],
    "\\bar{x}": sum(XS) / 3,
    "\\bar{y}": sum(YS) / sympy.Integer(3),
}

# What the letters mean in each row of the sheet; in the rows that are not named here, as in ONE.
MEANINGS = {
    "Chain": Meaning({**ONE, "y": sin(u) + u**2, "u": u}, {u: x**2 + log(x)}),
    "Partial derivative": Meaning({**MANY, "f": Lambda((x, y), HILL)}),
    "Total derivative": Meaning(MANY, PATH),
    "Jacobian, one output": Meaning({**MANY, "\\mathbf{J}": Matrix([HILL]).jacobian([x, y])}),
    "Steepness": Meaning({**MANY, "\\mathbf{J}": Matrix([HILL]).jacobian([x, y])}),
    "A small step": Meaning(
        {**MANY, "f": Lambda((x, y), HILL), "\\mathbf{J}": Matrix([HILL]).jacobian([x, y])}
    ),
    "Jacobian, many outputs": Meaning({**MANY, "\\mathbf{J}": PAIR.jacobian([x, y])}),
    "Change of area": Meaning(MANY),
    "Polar coordinates": Meaning(
        {"x": r * cos(theta), "y": r * sin(theta), "r": r, "\\theta": theta, "\\mathbf{J}": POLAR}
    ),
    "Hessian": Meaning({**MANY, "\\mathbf{H}": sympy.hessian(HILL, (x, y))}),
    "Multivariate chain rule": Meaning({"f": HILL, "t": t, "\\mathbf{x}": Matrix([x, y])}, PATH),
    "A longer chain": Meaning(
        {"f": HILL, "t": t, "\\mathbf{x}": Matrix([x, y]), "\\mathbf{u}": Matrix([u, v])}, CURVED
    ),
    "A layer": Meaning(LAYER),
    "Cost of one example": Meaning(
        {"\\mathbf{a}": OUT, "\\mathbf{y}": WANTED, "C": (OUT - WANTED).dot(OUT - WANTED)}
    ),
    "One neuron": Meaning(NEURON, {a: LOGISTIC(z), z: w * x + b}),
    "Taylor series": Meaning(SERIES),
    "What is left out": Meaning(LEFT_OUT),
    "Reach 1": Meaning({**ONE, "x": x / 4}),
    "Two variables": Meaning(
        {**GRAD, "f": Lambda((x, y), HILL), "\\mathbf{x}": Matrix([x, y]), "\\mathbf{d}": STEP}
    ),
    "Newton–Raphson": Meaning({"f": POLYNOMIAL, "x_{n}": b, "x_{n+1}": sympy.solve(TANGENT, x)[0], "x": x}),
    "Newton’s step": Meaning({**GRAD, "\\mathbf{d}": BEND.LUsolve(-SLOPES.T)}),
    "Slope in a direction": Meaning(
        {**GRAD, "s": t, "\\mathbf{u}": Matrix([sympy.Rational(3, 5), sympy.Rational(4, 5)])},
        {x: a + 3 * t / 5, y: b + 4 * t / 5},
    ),
    "Gradient descent": Meaning(
        {**GRAD, "\\mathbf{x}_{n}": Matrix([x, y]), "\\mathbf{x}_{n+1}": Matrix([x, y]) - a * SLOPES.T}
    ),
    "Along a fence": Meaning(FENCE, {x: c / 2, y: c / 4}),
    "Misfit, errors known": Meaning({**POINTS, "\\chi": sympy.sqrt(WEIGHTED)}),
    "Misfit, errors alike": Meaning({**POINTS, "\\chi": sympy.sqrt(RESIDUALS.dot(RESIDUALS))}),
    "Its slopes": Meaning({**POINTS, "\\chi^{2}": WEIGHTED}),
    "The best line": Meaning(LINE_FIT),
    "Gauss–Newton": Meaning({"\\mathbf{J}": TILTED, "\\mathbf{r}": YS, "\\mathbf{d}": LINE}),
    "Gaussian": Meaning(
        {**ONE, "\\sigma": a, "\\mu": b, "\\pi": sympy.pi, "f": Lambda(x, density(Normal("X", b, a))(x))}
    ),
    "A hidden neuron": Meaning(DEEP, {a2: LOGISTIC(z2), z2: w2 * LOGISTIC(z1) + b2, z1: w1 * x + b1}),
}  # fmt: skip
ORDERS = {
    "A small step": 2,
    "Forward difference": 1,
    "Central difference": 2,
    "Second order": 3,
    "Two variables": 3,
}
BELOW = r"{\sum_{i=1}^{N} (x_{i} - \bar{x})^{2}}"
HARMLESS = {
    ("Antiderivative", "(F - C)' = F'"),  # a constant may have any sign
    # either bracket adds up to 0, so to the other one any constant may be added
    ("The best line", r"m = \frac{\sum_{i=1}^{N} (x_{i} + \bar{x}) (y_{i} - \bar{y})}" + BELOW),
    ("The best line", r"m = \frac{\sum_{i=1}^{N} (x_{i} - \bar{x}) (y_{i} + \bar{y})}" + BELOW),
}

SHEET = (default_course_path() / "formulas.md").read_text(encoding="utf-8")
ROWS = [
    (name, latex.strip())
    for name, cell, _ in (line.split(" | ") for line in SHEET.split("\n") if line.count(" | ") == 2)
    for latex in cell.split(r"\qquad")
]


def values_of(side: Any, meaning: Meaning, at: dict[Symbol, float]) -> list[complex]:
    for _ in range(4):
        side = side.subs(meaning.moves, simultaneous=True)
    entries = list(side) if isinstance(side, Matrix) else [side]
    return [complex(entry.subs(at).evalf(30)) for entry in entries]


def holds(name: str, latex: str) -> bool:
    meaning = MEANINGS.get(name, Meaning(ONE))
    relation, sides = read(latex, meaning)
    dice = random.Random(name)
    letters = sorted(
        set().union(
            *(side.free_symbols for side in sides), *(m.free_symbols for m in meaning.moves.values())
        ),
        key=str,
    )
    at = {letter: sympy.Float(dice.uniform(0.6, 1.7), 30) for letter in letters}
    if relation != "\\approx":  # of a bound it is asked that it be reached
        first, *others = [values_of(side, meaning, at) for side in sides]
        return all(len(first) == len(other) and _close(first, other) for other in others)
    left, right = sides
    errors = [
        abs(values_of(left, meaning, now)[0] - values_of(right, meaning, now)[0])
        for now in ({**at, dx: step, dy: step} for step in (1e-3, 5e-4))
    ]
    return bool(abs(errors[0] / errors[1] - 2 ** ORDERS[name]) < 0.05)


def _close(first: list[complex], second: list[complex]) -> bool:
    return all(abs(one - two) < 1e-12 * (1 + abs(one)) for one, two in zip(first, second, strict=True))


def slips(latex: str) -> list[str]:
    """The formula with one sign, digit, prime or name of a function wrong; indices and limits stay."""
    wrong = []
    changes = {"+": "-", "-": "+", "'": "", "\\sin": "\\cos", "\\cos": "\\sin"}
    for found in re.finditer(r"\\sin|\\cos|(?<!\\to )(?<!_\{)\d|[+\-']", latex):
        token = found.group()
        instead = str(int(token) + 1) if token.isdigit() else changes[token]
        wrong.append(latex[: found.start()] + instead + latex[found.end() :])
    return wrong


@pytest.mark.parametrize(("name", "latex"), ROWS)
def test_a_formula_holds_and_with_a_slip_it_does_not(name: str, latex: str) -> None:
    assert holds(name, latex)
    for wrong in slips(latex):
        if (name, wrong) in HARMLESS:
            continue
        try:
            still = holds(name, wrong)
        except (ValueError, TypeError, ZeroDivisionError, sympy.matrices.exceptions.ShapeError):
            continue  # it says nothing any more
        assert not still, wrong


@pytest.mark.parametrize("f", [Lambda(x, exp(-x)), Lambda(x, sin(3 * x)), Lambda(x, 1 / (1 + x**2))])
def test_what_is_left_out_stays_below_its_bound(f: Lambda) -> None:
    (latex,) = (formula for name, formula in ROWS if name == "What is left out")
    relation, (size, bound) = read(latex, Meaning({**SERIES, "R_{n}": left_out(f), "M": Symbol("M")}))
    assert relation == "\\le"
    dice = random.Random(str(f))
    fourth = sympy.lambdify(x, sympy.diff(f(x), x, 4))
    for _ in range(20):
        ends = [dice.uniform(-1.5, 1.5) for _ in range(2)]
        steps = [ends[0] + (ends[1] - ends[0]) * part / 400 for part in range(401)]
        at = {x: ends[0], a: ends[1], Symbol("M"): max(abs(fourth(place)) for place in steps) * 1.001}
        assert float(size.subs(at)) <= float(bound.subs(at)) + 1e-14


def test_every_meaning_belongs_to_a_row() -> None:
    assert set(MEANINGS) | set(ORDERS) <= {name for name, _ in ROWS}
    assert len(ROWS) >= 60
