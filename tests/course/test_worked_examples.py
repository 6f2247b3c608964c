"""Each kind of worked example arrives at what SymPy, or finite differences, say of the author's table."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest
import sympy

from upslope.course.errors import ContentError
from upslope.course.fences.worked_example import render
from upslope.course.fences.worked_kinds import KINDS
from upslope.course.table import Table
from upslope.maths import Derivation, Expression, Matrix, to_text

HERE = Path("lesson.md")
X, Y, T, R, PHI, U, V, A = sympy.symbols("x y t r phi u v a")
F = X**2 * Y + sympy.sin(Y)


def worked(kind: str, keys: str) -> Derivation:
    table = Table(tomllib.loads(keys), HERE, 1, "this worked example")
    work = KINDS[kind](table)
    table.finish()
    return work()


def as_sympy(derivation: Derivation) -> sympy.Expr:
    text = to_text(derivation.result).replace("^", "**")
    return sympy.sympify(text.replace(";", "],["), locals={"e": sympy.E})


F_OF_TWO = 'function = "x^2 y + sin(y)"'
SCALARS = [
    ("derivative", 'function = "t^2 sin(t)"\nvariable = "t"', sympy.diff(T**2 * sympy.sin(T), T)),
    ("first-principles", 'function = "x^3"', 3 * X**2),
    ("slope-between", 'function = "x^2"\nfrom = 1\nto = 4', sympy.Integer(5)),
    ("partial", f'{F_OF_TWO}\nby = ["y"]\nconstants = ["x"]', sympy.diff(F, Y)),
    ("partial", f'{F_OF_TWO}\nby = ["x", "y"]', sympy.diff(F, X, Y)),
    ("partial", 'function = "a x^3"\nby = ["x", "x"]\nconstants = ["a"]', sympy.diff(A * X**3, X, X)),
    (
        "total-derivative",
        f'{F_OF_TWO}\npath = {{ x = "t^2", y = "3t" }}',
        sympy.diff(F.subs({X: T**2, Y: 3 * T}), T),
    ),
    (
        "jacobian-determinant",
        'functions = { x = "r cos(phi)", y = "r sin(phi)" }\nvariables = ["r", "phi"]',
        R,
    ),
    (
        "directional",
        'function = "x^2 y"\nvariables = ["x", "y"]\ndirection = ["3", "4"]\nat = { x = "1", y = "2" }',
        sympy.Rational(4 * 3 + 1 * 4, 5),
    ),
    ("determinant", 'matrix = "[a, 2; 3, 4]"\nconstants = ["a"]', 4 * A - 6),
    (
        "finite-difference",
        'function = "x^2"\nat = "1"\nstep = "0.1"\nscheme = "forward"',
        sympy.Rational(21, 10),
    ),
    ("taylor", 'function = "e^(2x)"\norder = 3', sympy.series(sympy.exp(2 * X), X, 0, 4).removeO()),
    (
        "taylor-of-two",
        'function = "e^x cos(y)"\nvariables = ["x", "y"]\nat = { x = "0", y = "pi" }',
        -1 - X - X**2 / 2 + (Y - sympy.pi) ** 2 / 2,
    ),
    ("tangent-plane", 'function = "x^2 y"\nvariables = ["x", "y"]\nat = { x = "1", y = "3" }', 6 * X + Y - 6),
]


@pytest.mark.parametrize(("kind", "keys", "expected"), SCALARS)
def test_a_number_or_formula_is_what_sympy_says(kind: str, keys: str, expected: sympy.Expr) -> None:
    assert sympy.simplify(as_sympy(worked(kind, keys)) - expected) == 0


MATRICES = [
    ("gradient", f'{F_OF_TWO}\nvariables = ["x", "y"]', sympy.Matrix([F]).jacobian([X, Y])),
    ("hessian", f'{F_OF_TWO}\nvariables = ["x", "y"]', sympy.hessian(F, (X, Y))),
    (
        "jacobian",
        'functions = { u = "x y", v = "x + a y" }\nvariables = ["x", "y"]\nconstants = ["a"]',
        sympy.Matrix([X * Y, X + A * Y]).jacobian([X, Y]),
    ),
    (
        "chain-of-jacobians",
        'layers = [{ f = "x^2 y" }, { x = "u + v", y = "u v" }]\nvariables = ["u", "v"]',
        sympy.Matrix([(U + V) ** 2 * U * V]).jacobian([U, V]),
    ),
]


@pytest.mark.parametrize(("kind", "keys", "expected"), MATRICES)
def test_a_matrix_is_what_sympy_says(kind: str, keys: str, expected: sympy.Matrix) -> None:
    rows = [[sympy.sympify(to_text(entry).replace("^", "**")) for entry in row] for row in _rows(kind, keys)]
    assert sympy.simplify(sympy.Matrix(rows) - expected) == sympy.zeros(*expected.shape)


def _rows(kind: str, keys: str) -> list[list[Expression]]:
    result = worked(kind, keys).result
    assert isinstance(result, Matrix)
    return [list(row) for row in result.rows]


def _numbers(kind: str, keys: str) -> list[float]:
    """The decimals and whole numbers in the text of the result."""
    shown = to_text(worked(kind, keys).result)
    return [float(sympy.Rational(number)) for number in re.findall(r"-?\b\d+(?:\.\d+|/\d+)?", shown)]


def test_a_line_that_is_not_at_the_point_yet_is_the_tangent() -> None:
    shown = to_text(worked("linearise", 'function = "x^3"\nat = "2"').result)
    assert sympy.expand(sympy.sympify(shown.replace("Δx", "(x - 2)"))) == sympy.expand(8 + 12 * (X - 2))


def test_a_bound_of_the_remainder_holds_and_is_no_wild_guess() -> None:
    keys = 'function = "sin(x)"\norder = 3\nfrom = "0"\nto = "0.5"'
    *_, bound = _numbers("remainder", keys)
    true = 0.5 - 0.5**3 / 6 - np.sin(0.5)
    assert abs(true) <= bound < 100 * abs(true)


def test_newton_and_raphson_end_at_a_root() -> None:
    keys = 'function = "x^2 - 2"\nstart = "1.5"\nsteps = 4'
    assert _numbers("newton-raphson", keys)[-1] == pytest.approx(np.sqrt(2), abs=1e-5)


def test_a_walk_downhill_takes_the_steps_it_is_told() -> None:
    keys = (
        'function = "x^2 + 3y^2"\nvariables = ["x", "y"]\nstart = { x = "2", y = "1" }\n'
        'step = "0.1"\nsteps = 2'
    )
    assert _numbers("gradient-descent", keys) == pytest.approx([2 * 0.8**2, 0.4**2])


def test_lagrange_finds_the_largest_pen() -> None:
    keys = 'function = "x y"\nconstraints = ["2x + 2y = 20"]\nvariables = ["x", "y"]'
    assert to_text(worked("lagrange", keys).result) == "[x, y, lambda, x*y] = [5, 5, 5/2, 25]"


def test_slopes_of_chi_squared_are_those_of_finite_differences() -> None:
    keys = 'function = "a x + b"\nparameters = ["a", "b"]\nx = ["0", "1", "2"]\ny = ["1", "3", "4"]'
    shown = to_text(worked("chi-squared", keys).result)
    a, b = sympy.symbols("a b")
    misfit = sum((y - a * x - b) ** 2 for x, y in ((0, 1), (1, 3), (2, 4)))
    found = [sympy.sympify(part) for part in re.findall(r"= (.+?)(?:;|\n|\}|$)", shown)]
    assert [sympy.expand(each - sympy.diff(misfit, by)) for each, by in zip(found, (a, b), strict=True)] == [
        0,
        0,
    ]


def test_a_line_fit_is_numpys() -> None:
    found = _numbers("line-fit", 'x = ["0", "1", "2", "4"]\ny = ["1", "3", "2.5", "6"]')
    assert found[-2:] == pytest.approx(np.polyfit([0, 1, 2, 4], [1, 3, 2.5, 6], 1), abs=1e-5)


def test_a_curve_fit_comes_nearer_with_each_step() -> None:
    x, y = np.array([0.0, 1, 2, 3]), np.array([5.0, 3.1, 1.8, 1.2])
    keys = (
        f'function = "a e^(-b x)"\nx = {[str(n) for n in x]}\ny = {[str(n) for n in y]}\n'
        'start = {{ a = "4", b = "1" }}\nsteps = {}'
    )
    misfits = []
    for steps in (1, 2, 3):
        a, b = _numbers("curve-fit", keys.format(steps))[-2:]
        misfits.append(float(((y - a * np.exp(-b * x)) ** 2).sum()))
    assert misfits == sorted(misfits, reverse=True)


def test_a_saddle_is_called_a_saddle() -> None:
    keys = 'function = "x^2 - 3y^2"\nvariables = ["x", "y"]\nat = { x = "0", y = "0" }'
    assert "saddle" in worked("critical-point", keys).conclusion


def test_backpropagation_has_the_slopes_that_finite_differences_have() -> None:
    keys = 'layers = [{ weights = [[0.5]], bias = [0.25], activation = "tanh" }]\ninput = [2]\ntarget = [1]'

    def cost(w: float, b: float) -> float:
        return float((np.tanh(2 * w + b) - 1) ** 2)

    step = 1e-6
    by_weight = (cost(0.5 + step, 0.25) - cost(0.5 - step, 0.25)) / (2 * step)
    by_bias = (cost(0.5, 0.25 + step) - cost(0.5, 0.25 - step)) / (2 * step)
    shown = to_text(worked("backpropagation", keys).result)
    found = [float(number) for number in re.findall(r"-?\d+\.\d+", shown)]
    assert found == pytest.approx([by_weight, by_bias], abs=2e-5)


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ('kind = "partial"\nfunction = "x y"\nby = ["x"]', "'x y' cannot be worked"),
        ('kind = "partial"\nfunction = "x"\nby = "x"', "by is 'x'"),
        ('kind = "total-derivative"\nfunction = "x"\npath = { x = 2 }', "path is {'x': 2}"),
        (
            'kind = "backpropagation"\nlayers = [{ bias = [1] }]\ninput = [1]\ntarget = [1]',
            "a network is made of",
        ),
        ('kind = "finite-difference"\nfunction = "x"\nat = "1"\nstep = "1"\nscheme = "up"', "called 'up'"),
        ('kind = "newton-raphson"\nfunction = "x"\nstart = "pi"', "'pi' is not a plain number"),
        (
            'kind = "gradient-descent"\nfunction = "x"\nvariables = ["x"]\nstart = { y = "1" }\nstep = "1"',
            "The start names y",
        ),
        ('kind = "tangent-plane"\nfunction = "x"\nvariables = ["x"]', "two variables, not 1"),
        ('kind = "hessian"\nfunction = "x"\nvariables = ["x"]\nwrt = "x"', "is called 'wrt'"),
    ],
)
def test_an_author_is_told_what_cannot_be(keys: str, what: str) -> None:
    with pytest.raises(ContentError, match=what.replace("{", r"\{")):
        render(keys, HERE, 1)
