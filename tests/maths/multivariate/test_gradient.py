from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.multivariate_strategies import OTHER_POINT, POINT, smooth_functions
from tests.maths.oracle import assert_steps_hold, central_difference, close, values
from upslope.maths import Expression, MathsError, parse, to_numpy, to_text
from upslope.maths.expressions.matrix import Matrix, row_vector, shape_of
from upslope.maths.multivariate.gradient import gradient
from upslope.maths.multivariate.point import Point

NAMES = ("x", "y", "z")


def read(text: str) -> Expression:
    return parse(text, (*NAMES, "a"))


def test_the_gradient_is_a_row_worked_entry_by_entry() -> None:
    worked = gradient(read("x^2 y e^z"), NAMES)
    assert to_text(worked.result) == "[2*x*y*e^z, x^2*e^z, x^2*y*e^z]"
    assert shape_of(worked.result) == (1, 3)
    symbols = r"\frac{\partial f}{\partial x} & \frac{\partial f}{\partial y} & \frac{\partial f}{\partial z}"
    assert worked.problem == rf"\begin{{bmatrix}} {symbols} \end{{bmatrix}}"
    (step,) = worked.steps
    assert [entry.rule for entry in step.steps] == ["by x", "by y", "by z"]
    assert step.steps[0].why == "Only $x$ moves; $y$ and $z$ stand still, like numbers."


def test_other_letters_stand_still_and_one_variable_has_a_plain_d() -> None:
    worked = gradient(read("a x^2"), "x")
    assert to_text(worked.result) == "[[2*a*x]]"
    assert r"\frac{d f}{dx}" in worked.problem


@pytest.mark.parametrize(
    ("f", "at", "row", "length"),
    [
        ("x^2 y", {"x": 1, "y": 2}, "[4, 1]", r"$\sqrt{17} \approx 4.123$"),
        ("3x + 4y", {"x": 0, "y": 0}, "[3, 4]", "$5$"),
        ("x^2 - y^2/2", {"x": 0.5, "y": 1.25}, "[1, -1.25]", "$1.601$"),
        ("x y", {"x": Fraction(1, 3), "y": -2}, "[-2, 1/3]", r"\approx 2.028$"),
        ("sin x + y", {"x": parse("pi/3"), "y": 0}, "[1/2, 1]", r"\approx 1.118$"),
        ("e^x + y", {"x": 2, "y": 0}, "[e^2, 1]", r"\approx 7.456$"),
        ("e^x + y", {"x": 2.5, "y": 0}, "[12.1825, 1]", "$12.22$"),
    ],
)
def test_at_a_point_the_row_is_exact_or_in_decimals_and_its_length_is_the_slope(
    f: str, at: Point, row: str, length: str
) -> None:
    worked = gradient(read(f), ("x", "y"), at)
    assert to_text(worked.result) == row
    assert length in worked.conclusion
    assert "points straight uphill" in worked.conclusion


def test_putting_in_the_point_shows_the_numbers_in_their_places() -> None:
    step = gradient(read("x^2 y"), ("x", "y"), {"x": -1, "y": 2}).steps[1]
    assert (step.rule, step.link, step.after) == (
        "put in the point",
        "⇒",
        r"\begin{bmatrix} -4 & 1 \end{bmatrix}",
    )
    assert step.why == "Put $(x, y) = (-1, 2)$ in for the letters and work it out."
    assert to_text(step.steps[0].start) == "[2*(-1)*2, (-1)^2]"


def test_level_ground_has_no_way_uphill() -> None:
    conclusion = gradient(read("x^2 + y^2"), ("x", "y"), {"x": 0, "y": 0}).conclusion
    assert (
        conclusion
        == "At $(x, y) = (0, 0)$ every slope is $0$: the ground is level there, and no way is uphill."
    )


def test_letters_without_a_value_stay() -> None:
    worked = gradient(read("a x y"), ("x", "y"), {"x": 1, "y": 2})
    assert (to_text(worked.result), worked.conclusion) == ("[2*a, a]", "")
    assert to_text(gradient(read("a x y"), ("x", "y"), {"x": 1, "y": 2, "a": 3}).result) == "[6, 3]"


@given(smooth_functions(NAMES))
@settings(deadline=None, max_examples=25)
def test_every_entry_agrees_with_short_secants_and_every_step_holds(f: Expression) -> None:
    worked = gradient(f, NAMES)
    for ours, name in zip(values(worked.result, POINT), NAMES, strict=True):
        assert close(ours, central_difference(f, name, POINT))
    assert_steps_hold(worked, POINT, OTHER_POINT)
    assert isinstance(worked.result, Matrix)
    assert all(parse(to_text(entry), NAMES) == entry for entry in worked.result.children)


@given(smooth_functions(("x", "y")), st.fractions(-2, 2, max_denominator=4), st.floats(-2, 2))
@settings(deadline=None, max_examples=25)
def test_at_a_point_it_is_the_row_of_functions_there(f: Expression, x: Fraction, y: float) -> None:
    y = round(y, 3)
    worked = gradient(f, ("x", "y"), {"x": x, "y": y})
    there = to_numpy(gradient(f, ("x", "y")).result, ("x", "y"))(float(x), y)
    ours = to_numpy(worked.result, ())()
    assert np.allclose(ours, there, rtol=1e-5, atol=1e-9)
    assert_steps_hold(worked, {"x": x, "y": Fraction(str(y))})


@pytest.mark.parametrize(
    ("f", "variables", "at", "sentence"),
    [
        (read("x y"), (), None, r"There is no variable to differentiate by"),
        (read("x y"), ("x", "y", "x"), None, r"The variable x is named twice\. Name every variable once"),
        (read("x y"), ("x", "y"), {"x": 1}, r"The point has no value for y\. Give one for each of x, y"),
        (
            read("x y"),
            ("x", "y"),
            {"x": 1, "y": 2, "z": 3},
            r"a value for z, which occurs nowhere\. Leave it out",
        ),
        (
            read("1/x + y"),
            ("x", "y"),
            {"x": 0, "y": 1},
            r"1/x \+ y has no value at x = 0, y = 1\. Choose a point",
        ),
        (
            read("sqrt(x) + y"),
            ("x", "y"),
            {"x": 0, "y": 1},
            r"1/\(2\*sqrt\(x\)\) has no value at x = 0, y = 1",
        ),
        (read("ln(x)"), ("x",), {"x": -1}, r"ln\(x\) has no value at x = -1"),
        (read("tan(x)"), ("x",), {"x": parse("pi/2")}, r"tan\(x\) has no value at x = pi/2"),
        (
            read("e^(e^(x^9))"),
            ("x",),
            {"x": 99},
            r"at x = 99 is too large to work out\. Choose smaller numbers",
        ),
        (read("x^(10^9)"), ("x",), {"x": 3}, r"is too large to work with\. Choose smaller numbers"),
        (
            read("x y"),
            ("x", "y"),
            {"x": 1, "y": float("nan")},
            r"The coordinate y has the value nan\. Use a finite",
        ),
        (
            read("x y"),
            ("x", "y"),
            {"x": 1, "y": row_vector([1])},
            r"coordinate y has the value \[\[1\]\], which is",
        ),
        (row_vector([read("x"), 2]), ("x",), None, r"is not one number at every point.*use jacobian"),
    ],
)
def test_what_cannot_be_worked_says_why(
    f: Expression, variables: tuple[str, ...], at: Point | None, sentence: str
) -> None:
    with pytest.raises(MathsError, match=sentence):
        gradient(f, variables, at)
