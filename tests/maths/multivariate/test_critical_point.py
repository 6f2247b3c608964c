from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.oracle import assert_steps_hold
from upslope.maths import Expression, MathsError, number, parse, symbol, tidy, to_text
from upslope.maths.expressions.expression import Product, sum_of
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.multivariate.critical_point import CriticalPoint, Kind, classify_critical_point
from upslope.maths.multivariate.point import Point

LETTERS = ("x", "y", "z", "w")


def classified(typed: str, **at: int | float | Fraction | Expression) -> CriticalPoint:
    return classify_critical_point(
        parse(typed, (*LETTERS, "a")), tuple(name for name in at if name != "a"), at
    )


PI = parse("pi")
HALF_PI = parse("pi/2")


@pytest.mark.parametrize(
    ("typed", "at", "kind", "value"),
    [
        ("x^2 + y^2", {"x": 0, "y": 0}, "minimum", "0"),
        ("3 - x^2 - x y - y^2", {"x": 0, "y": 0}, "maximum", "3"),
        ("x^2 - y^2", {"x": 0, "y": 0}, "saddle", "0"),
        ("x y", {"x": 0, "y": 0}, "saddle", "0"),
        ("x^3 - 3x + y^2", {"x": 1, "y": 0}, "minimum", "-2"),
        ("x^3 - 3x + y^2", {"x": -1, "y": 0}, "saddle", "2"),
        ("x^3 - 3x y^2", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("x^4 + y^4", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("-x^4 - y^4", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("x^2 + y^3", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("(x - y)^2", {"x": 2, "y": 2}, "cannot tell", "0"),
        ("x^2 + y^2/10^40", {"x": 0, "y": 0}, "minimum", "0"),
        ("x^2 + (sqrt(2)^2 - 2)*sin(1)*y^2", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("x^2 + (sin(1)^2 + cos(1)^2 - 1) y^2", {"x": 0, "y": 0}, "cannot tell", "0"),
        ("5", {"x": 1, "y": 1}, "cannot tell", "5"),
        ("sin x + cos y", {"x": HALF_PI, "y": 0}, "maximum", "2"),
        ("sin x + cos y", {"x": HALF_PI, "y": PI}, "saddle", "0"),
        ("sin x * cos y", {"x": 1.5707963267948966, "y": 0}, "maximum", "1"),
        ("(1-x)^2 + 100(y - x^2)^2", {"x": 1, "y": 1}, "minimum", "0"),
        ("e^(-x^2 - y^2)", {"x": 0, "y": 0}, "maximum", "1"),
        ("x^2", {"x": 0}, "minimum", "0"),
        ("x^3 - 3x", {"x": -1}, "maximum", "2"),
        ("x^3", {"x": 0}, "cannot tell", "0"),
        ("x^2 + y^2 + z^2", {"x": 0, "y": 0, "z": 0}, "minimum", "0"),
        ("-x^2 - y^2 - z^2 + x y", {"x": 0, "y": 0, "z": 0}, "maximum", "0"),
        ("x^2 + y^2 - z^2", {"x": 0, "y": 0, "z": 0}, "saddle", "0"),
        ("x y + z^4", {"x": 0, "y": 0, "z": 0}, "saddle", "0"),
        ("x^2 + y^2 + z^4", {"x": 0, "y": 0, "z": 0}, "cannot tell", "0"),
        ("-x^2 - y^4 - z^4", {"x": 0, "y": 0, "z": 0}, "cannot tell", "0"),
        ("x^2 + y^2 + z^2 + w^2", {"x": 0, "y": 0, "z": 0, "w": 0}, "minimum", "0"),
        ("x y - z w", {"x": 0, "y": 0, "z": 0, "w": 0}, "saddle", "0"),
        ("x^2", {"x": 0, "y": 0, "z": 0, "w": 0}, "cannot tell", "0"),
        ("x^2 + y", {"x": 0, "y": 0}, "not critical", "0"),
        ("a x^2 + y^2", {"x": 0, "y": 0, "a": -3}, "saddle", "0"),
    ],
)
def test_known_points(typed: str, at: dict[str, int | float | Expression], kind: Kind, value: str) -> None:
    found = classified(typed, **at)
    assert (found.kind, to_text(tidy(found.value))) == (kind, value)
    assert dict(found.point) == {name: number(coordinate) for name, coordinate in at.items()}


@pytest.mark.parametrize(
    ("typed", "at", "conclusion"),
    [
        (
            "x^2 + y^2 + 1",
            {"x": 0, "y": 0},
            "$D$ is positive, so the surface bends the same way in every direction. The entry at the top "
            "left is positive, so that way is up. That makes $(x, y) = (0, 0)$ a minimum, and the function "
            "has the value $1$ there.",
        ),
        (
            "x y",
            {"x": 0, "y": 0},
            "$D$ is negative, so the surface bends up in one direction and down in another. That makes "
            "$(x, y) = (0, 0)$ a saddle, and the function has the value $0$ there.",
        ),
        (
            "x^4 + y^4",
            {"x": 0, "y": 0},
            "$D$ is $0$, so the second derivatives do not decide. Look at values of the function close to "
            "$(x, y) = (0, 0)$ to see what it is.",
        ),
        (
            "x^2 + 3y",
            {"x": 0, "y": 0},
            "The gradient at $(x, y) = (0, 0)$ is not zero: the function still rises in one direction and "
            "falls the opposite way. So this is no critical point. Look where all partial derivatives are "
            "$0$ at once.",
        ),
    ],
)
def test_the_conclusion_says_what_it_is_and_why(typed: str, at: dict[str, int], conclusion: str) -> None:
    assert classified(typed, **at).working.conclusion == conclusion


def test_the_working_goes_from_the_gradient_through_the_hessian_to_the_signs() -> None:
    working = classified("x^3 - 3x + y^2", x=1, y=0).working
    assert [step.rule for step in working.steps] == [
        "partial derivatives",
        "put in the point",
        "second derivatives",
        "put in the point",
        "second derivative test",
    ]
    assert working.problem == r"f = x^{3} - 3x + y^{2}, \quad (x, y) = (1, 0)"
    assert to_text(working.steps[1].end) == "[0, 0]"
    assert to_text(working.steps[3].end) == "[6, 0; 0, 2]"
    assert [step.rule for step in working.steps[4].steps] == ["diagonals", "tidy"]
    assert working.to_json()["result"] == (
        r"\begin{aligned} \frac{\partial^{2} f}{\partial x^{2}} &= 6 \\ D &= 12 \end{aligned}"
    )


def test_a_point_that_is_not_critical_ends_at_its_gradient() -> None:
    working = classified("x^2 + 3y", x=0, y=0).working
    assert to_text(working.result) == "[0, 3] ≠ [0, 0]"
    assert working.steps[-1].rule == "not level"


def test_three_variables_are_decided_by_three_determinants() -> None:
    working = classified("x^2 + 2y^2 + 3z^2", x=0, y=0, z=0).working
    assert to_text(working.result) == "D_1 = 2; D_2 = 8; D_3 = 48"


def test_where_the_determinants_leave_it_open_eigenvalues_are_shown() -> None:
    working = classified("x y + z^4", x=0, y=0, z=0).working
    assert [step.rule for step in working.steps[-2:]] == ["second derivative test", "eigenvalues"]
    assert to_text(working.result) == "lambda_1 ≈ -1; lambda_2 ≈ 0; lambda_3 ≈ 1"


def quadratic(matrix: np.ndarray[tuple[int, int], np.dtype[np.int64]], centre: list[Fraction]) -> Expression:
    """Half of (x - c)ᵀ A (x - c), written as a sum: its Hessian is A."""
    away = [symbol(name) - number(at) for name, at in zip(LETTERS, centre, strict=False)]
    pairs = combinations_with_replacement(range(len(centre)), 2)
    sizes = {(i, j): Fraction(int(matrix[i, j]), 2 if i == j else 1) for i, j in pairs}
    return sum_of(tuple(Product((number(size), away[i], away[j])) for (i, j), size in sizes.items() if size))


def expected(eigenvalues: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Kind:
    signs = {int(np.sign(value)) if abs(value) > 1e-9 else 0 for value in eigenvalues}
    if {1, -1} <= signs:
        return "saddle"
    if 0 in signs:
        return "cannot tell"
    return "minimum" if signs == {1} else "maximum"


@given(st.data(), st.integers(2, 4))
@settings(deadline=None, max_examples=25)
def test_quadratic_forms_are_judged_like_their_eigenvalues(data: st.DataObject, size: int) -> None:
    entries = data.draw(st.lists(st.integers(-3, 3), min_size=size * size, max_size=size * size))
    half = np.array(entries).reshape(size, size)
    matrix = half + half.T
    coordinates = st.integers(-3, 3).map(Fraction)
    centre = data.draw(st.lists(coordinates, min_size=size, max_size=size))
    point = dict(zip(LETTERS, centre, strict=False))
    found = classify_critical_point(quadratic(matrix, centre), tuple(point), point)
    assert found.kind == expected(np.linalg.eigvalsh(matrix))
    assert_steps_hold(found.working, point)


@given(st.lists(st.integers(-3, 3), min_size=4, max_size=4), st.floats(-3, 3), st.floats(-3, 3))
@settings(deadline=None, max_examples=30)
def test_points_of_decimals_are_judged_the_same(entries: list[int], x: float, y: float) -> None:
    x, y = round(x, 4), round(y, 4)
    half = np.array(entries).reshape(2, 2)
    centre = [Fraction(str(x)), Fraction(str(y))]
    found = classify_critical_point(quadratic(half + half.T, centre), ("x", "y"), {"x": x, "y": y})
    assert found.kind == expected(np.linalg.eigvalsh(half + half.T))


def test_a_point_of_rounded_decimals_still_counts() -> None:
    assert classified("sin x - y^2", x=1.570796, y=0.0).kind == "maximum"
    assert classified("cos x + y^2", x=3.141593, y=0.0).kind == "minimum"
    assert classified("cos x + y^2", x=3.15, y=0.0).kind == "not critical"


@pytest.mark.parametrize(
    ("f", "variables", "at", "sentence"),
    [
        (
            parse("a x^2", ("a", "x")),
            ("x",),
            {"x": 0},
            r"What kind of point it is depends on a\. Give a a value too",
        ),
        (parse("x y", LETTERS), (), {}, r"There is no variable to differentiate by"),
        (parse("x y", LETTERS), ("x", "x"), {"x": 0}, r"The variable x is named twice"),
        (parse("x y", LETTERS), ("x", "y"), {"x": 0}, r"The point has no value for y"),
        (
            parse("ln(x) + y", LETTERS),
            ("x", "y"),
            {"x": 0, "y": 0},
            r"ln\(x\) \+ y has no value at x = 0, y = 0",
        ),
        (
            parse("|x| + y^2", LETTERS),
            ("x", "y"),
            {"x": 0, "y": 0},
            r"x/abs\(x\) has no value at x = 0, y = 0",
        ),
        (row_vector([1, 2]), ("x",), {"x": 0}, r"is not one number at every point"),
    ],
)
def test_what_cannot_be_judged_says_why(
    f: Expression, variables: tuple[str, ...], at: Point, sentence: str
) -> None:
    with pytest.raises(MathsError, match=sentence):
        classify_critical_point(f, variables, at)
