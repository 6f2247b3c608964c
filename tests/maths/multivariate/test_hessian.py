import pytest
import sympy
from hypothesis import given, settings

from tests.maths.multivariate_strategies import POINT, smooth_functions
from tests.maths.oracle import assert_steps_hold, close, to_sympy, values
from upslope.maths import Expression, MathsError, parse, to_latex, to_text
from upslope.maths.expressions.matrix import Matrix, row_vector, shape_of
from upslope.maths.multivariate.hessian import hessian
from upslope.maths.multivariate.point import Point

NAMES = ("x", "y", "z")


def read(text: str) -> Expression:
    return parse(text, (*NAMES, "a"))


@pytest.mark.parametrize(
    ("f", "variables", "result"),
    [
        ("x^2 + 3x y - y^2", ("x", "y"), "[2, 3; 3, -2]"),
        ("x^3 y", ("x", "y"), "[6*x*y, 3*x^2; 3*x^2, 0]"),
        ("x y z", NAMES, "[0, z, y; z, 0, x; y, x, 0]"),
        ("a x^2", ("x",), "[[2*a]]"),
        ("x + y", ("x", "y"), "[0, 0; 0, 0]"),
    ],
)
def test_the_matrix_of_second_derivatives(f: str, variables: tuple[str, ...], result: str) -> None:
    found = hessian(read(f), variables).result
    assert to_text(found) == result
    assert shape_of(found) == (len(variables), len(variables))


def test_first_derivatives_come_first_and_then_each_of_them_again() -> None:
    worked = hessian(read("x^3 y"), ("x", "y"))
    first, second = worked.steps
    assert to_text(first.end) == "[3*x^2*y, x^3]"
    assert to_latex(second.start.children[1]) == r"\frac{\partial}{\partial x}\left(x^{3}\right)"
    assert len(second.steps) == 3, "what is below the diagonal is not worked again"
    assert r"\frac{\partial^{2} f}{\partial x \partial y}" in worked.problem


def test_the_symmetry_is_said_where_there_is_one() -> None:
    assert hessian(read("x^3 y"), ("x", "y")).conclusion.startswith(
        "The matrix is symmetric: by $x$ and then by $y$ gives the same as the other way round"
    )
    assert hessian(read("x^3"), "x").conclusion == ""


def test_at_a_point_it_is_a_matrix_of_numbers() -> None:
    worked = hessian(read("x^2 y + sin(x y)"), ("x", "y"), {"x": 1, "y": 0})
    assert to_text(worked.result) == "[0, 3; 3, 0]"
    assert worked.steps[-1].rule == "put in the point"


@given(smooth_functions(NAMES))
@settings(deadline=None, max_examples=12)
def test_it_agrees_with_sympy_and_every_step_holds(f: Expression) -> None:
    worked = hessian(f, NAMES)
    letters = sympy.symbols("x y z", real=True)
    places = {letter: sympy.Rational(str(POINT[letter.name])) for letter in letters}
    theirs = sympy.hessian(to_sympy(f), letters)
    for ours, entry in zip(values(worked.result, POINT), theirs, strict=True):
        assert close(float(ours), float(entry.subs(places).evalf(30)), 1e-12)
    assert isinstance(worked.result, Matrix)
    assert worked.result == worked.result.transpose
    assert_steps_hold(worked, POINT)


@pytest.mark.parametrize(
    ("f", "variables", "at", "sentence"),
    [
        (read("x y"), (), None, r"There is no variable to differentiate by"),
        (read("x y"), ("x", "x"), None, r"The variable x is named twice"),
        (read("x y"), ("x", "y"), {"y": 1}, r"The point has no value for x"),
        (read("x^(3/2)"), ("x",), {"x": 0}, r"has no value at x = 0"),
        (row_vector([1, 2]), ("x",), None, r"is not one number at every point"),
        (
            read("*".join(f"(x + {n}*y)" for n in range(2, 20))),
            ("x", "y"),
            None,
            r"cannot differentiate it again",
        ),
    ],
)
def test_what_cannot_be_worked_says_why(
    f: Expression, variables: tuple[str, ...], at: Point | None, sentence: str
) -> None:
    with pytest.raises(MathsError, match=sentence):
        hessian(f, variables, at)
