from fractions import Fraction
from math import cos, sin

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.multivariate_strategies import POINT, smooth_functions
from tests.maths.oracle import assert_steps_hold, close, to_sympy, value, values
from upslope.maths import Expression, MathsError, compare, parse, to_numpy, to_text
from upslope.maths.expressions.matrix import row_vector, shape_of
from upslope.maths.multivariate.given_functions import Functions
from upslope.maths.multivariate.jacobian import jacobian, jacobian_determinant

LETTERS = ("x", "y", "z", "r", "theta", "phi", "u", "v")


def read(text: str) -> Expression:
    return parse(text, LETTERS)


def named(**typed: str) -> dict[str, Expression]:
    return {name: read(text) for name, text in typed.items()}


POLAR = named(x="r cos(theta)", y="r sin(theta)")
SPHERICAL = named(x="r sin(phi) cos(theta)", y="r sin(phi) sin(theta)", z="r cos(phi)")
CYLINDRICAL = named(x="r cos(theta)", y="r sin(theta)", z="z")


def test_a_row_for_each_function_and_a_column_for_each_variable() -> None:
    worked = jacobian(named(u="x e^y", v="y - sin z"), ("x", "y", "z"))
    assert to_text(worked.result) == "[e^y, x*e^y, 0; 0, 1, -cos(z)]"
    assert shape_of(worked.result) == (2, 3)
    assert worked.problem.startswith(
        r"\begin{bmatrix} \frac{\partial u}{\partial x} & \frac{\partial u}{\partial y}"
    )
    assert worked.conclusion == (
        r"2 functions of 3 variables: 2 rows and 3 columns, so the shape is $2 \times 3$."
    )
    assert len(worked.steps[0].steps) == 6


def test_functions_without_names_are_numbered() -> None:
    worked = jacobian([read("x y")], "x")
    assert worked.problem == r"\begin{bmatrix} \frac{d f_{1}}{dx} \end{bmatrix}"
    assert worked.conclusion.startswith("1 function of 1 variable: 1 row and 1 column")


def test_at_a_point_it_is_a_matrix_of_numbers() -> None:
    assert (
        to_text(jacobian(POLAR, ("r", "theta"), {"r": 2, "theta": parse("pi/2")}).result) == "[0, -2; 1, 0]"
    )
    half = jacobian(named(u="x^2 y", v="x/y"), ("x", "y"), {"x": 1, "y": 0.5}).result
    assert to_text(half) == "[1, 1; 2, -4]"


def test_a_linear_map_is_its_own_jacobian() -> None:
    assert to_text(jacobian([read("2x + 3y"), read("x - y")], ("x", "y")).result) == "[2, 3; 1, -1]"


@pytest.mark.parametrize(
    ("functions", "variables", "factor"),
    [
        (POLAR, ("r", "theta"), "r"),
        (CYLINDRICAL, ("r", "theta", "z"), "r"),
        (SPHERICAL, ("r", "theta", "phi"), "-r^2 sin(phi)"),
        (SPHERICAL, ("r", "phi", "theta"), "r^2 sin(phi)"),
        (named(x="u^2 - v^2", y="2u v"), ("u", "v"), "4u^2 + 4v^2"),
        (named(x="u + v"), ("u",), "1"),
    ],
)
def test_the_determinant_of_a_change_of_variables(
    functions: Functions, variables: tuple[str, ...], factor: str
) -> None:
    result = jacobian_determinant(functions, variables).result
    assert to_text(result) == to_text(read(factor))


def test_the_determinant_is_worked_with_a_named_step_and_its_meaning_said() -> None:
    worked = jacobian_determinant(POLAR, ("r", "theta"))
    assert worked.problem == r"\left|\frac{\partial(x, y)}{\partial(r, \theta)}\right|"
    assert [step.rule for step in worked.steps] == [
        "partial derivatives",
        "diagonals",
        "tidy",
        "sin² + cos² = 1",
    ]
    assert worked.conclusion.startswith("A small area is scaled by this factor")


@pytest.mark.parametrize(
    ("typed", "at", "sentence"),
    [
        (("2x", "3y"), {"x": 1, "y": 1}, r"At $(x, y) = (1, 1)$ a small area becomes $6$ times as large."),
        (("2x", "3y"), None, r"Everywhere a small area becomes $6$ times as large."),
        (
            ("y", "x"),
            None,
            r"Everywhere a small area becomes $1$ times as large, and turned over as in a mirror.",
        ),
        (("x", "x"), None, r"Everywhere a small area is squashed flat"),
        (("x^2", "y"), {"x": 0, "y": 5}, r"At $(x, y) = (0, 5)$ a small area is squashed flat"),
    ],
)
def test_what_the_determinant_means(typed: tuple[str, str], at: dict[str, int] | None, sentence: str) -> None:
    worked = jacobian_determinant([read(text) for text in typed], ("x", "y"), at)
    assert worked.conclusion.startswith(sentence)


def test_three_dimensions_have_volume_and_one_has_length() -> None:
    assert "A small volume" in jacobian_determinant(SPHERICAL, ("r", "theta", "phi")).conclusion
    assert "A small length" in jacobian_determinant([read("x^2")], "x").conclusion


def test_a_determinant_in_decimals_agrees_with_numpy() -> None:
    at = {"r": 1.3, "theta": 0.4, "phi": 2.1}
    names = tuple(at)
    ours = to_numpy(jacobian_determinant(SPHERICAL, names, at).result, ())()
    matrix = to_numpy(jacobian(SPHERICAL, names).result, names)(*at.values())
    assert np.isclose(ours, np.linalg.det(matrix), rtol=1e-5)
    assert np.isclose(ours, -(1.3**2) * sin(2.1), rtol=1e-5)
    assert np.isclose(matrix[0, 0], sin(2.1) * cos(0.4))


@given(st.lists(smooth_functions(("x", "y")), min_size=2, max_size=3))
@settings(deadline=None, max_examples=25)
def test_it_agrees_with_sympy_and_every_step_holds(functions: list[Expression]) -> None:
    worked = jacobian(functions, ("x", "y"))
    letters = sympy.symbols("x y", real=True)
    theirs = sympy.Matrix([to_sympy(f) for f in functions]).jacobian(letters)
    places = dict(zip(letters, (sympy.Rational(7, 10), sympy.Rational(-13, 10)), strict=True))
    for ours, entry in zip(values(worked.result, POINT), theirs, strict=True):
        assert close(float(ours), float(entry.subs(places).evalf(30)), 1e-12)
    assert_steps_hold(worked, POINT)


@given(smooth_functions(("x", "y")), smooth_functions(("x", "y")))
@settings(deadline=None, max_examples=20)
def test_the_determinant_agrees_with_sympy(f: Expression, g: Expression) -> None:
    letters = sympy.symbols("x y", real=True)
    theirs = sympy.Matrix([to_sympy(f), to_sympy(g)]).jacobian(letters)
    places = dict(zip(letters, (sympy.Rational(7, 10), sympy.Rational(-13, 10)), strict=True))
    worked = jacobian_determinant((f, g), ("x", "y"))
    assert close(float(value(worked.result, POINT)), float(theirs.subs(places).evalf(40).det()), 1e-12)
    assert_steps_hold(worked, POINT)


def test_the_map_back_has_the_inverse_determinant() -> None:
    back = named(r="sqrt(x^2 + y^2)", theta="atan(y/x)")
    scale = jacobian_determinant(back, ("x", "y")).result
    quarter = {"x": (0.5, 5.0), "y": (-5.0, 5.0)}
    assert compare(read("1/sqrt(x^2 + y^2)"), scale, quarter).verdict == "same"


@pytest.mark.parametrize(
    ("functions", "variables", "at", "sentence"),
    [
        ([], ("x",), None, r"There is no function to differentiate\. Give at least one"),
        (POLAR, (), None, r"There is no variable to differentiate by"),
        (POLAR, ("r", "r"), None, r"The variable r is named twice"),
        (POLAR, ("r", "theta"), {"r": 1}, r"The point has no value for theta"),
        (named(u="1/x"), ("x",), {"x": 0}, r"1/x has no value at x = 0"),
        ([row_vector([1, 2])], ("x",), None, r"\[1, 2\] is not one number at every point"),
    ],
)
def test_what_cannot_be_worked_says_why(
    functions: Functions, variables: tuple[str, ...], at: dict[str, Fraction] | None, sentence: str
) -> None:
    with pytest.raises(MathsError, match=sentence):
        jacobian(functions, variables, at)
    with pytest.raises(MathsError, match=sentence):
        jacobian_determinant(functions, variables, at)


def test_only_square_jacobians_have_a_determinant() -> None:
    with pytest.raises(MathsError, match=r"A 2×1 matrix has no determinant"):
        jacobian_determinant(POLAR, ("r",))
