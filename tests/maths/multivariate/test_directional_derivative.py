from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.maths.multivariate_strategies import POINT, smooth_functions
from tests.maths.oracle import assert_steps_hold, central_difference, close, value
from upslope.maths import Expression, MathsError, compare, number, parse, symbol, to_text
from upslope.maths.expressions.expression import Operand
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.multivariate.directional_derivative import directional_derivative

X_Y = ("x", "y")


def read(text: str) -> Expression:
    return parse(text, ("x", "y", "z", "a"))


@pytest.mark.parametrize(
    ("f", "direction", "result"),
    [
        ("x^2 + 3x y", (3, 4), "(18x + 9y)/5"),
        ("x^2 + 3x y", (1, 0), "2x + 3y"),
        ("x y", (1, 1), "(x + y)/sqrt(2)"),
        ("x y", (0, -2), "-x"),
    ],
)
def test_the_slope_in_a_direction_does_not_depend_on_how_long_it_is(
    f: str, direction: tuple[int, int], result: str
) -> None:
    for stretch in (1, 3):
        longer = [stretch * part for part in direction]
        assert compare(read(result), directional_derivative(read(f), X_Y, longer).result).verdict == "same"


def test_the_row_of_slopes_is_put_at_the_point_and_multiplied_by_the_direction() -> None:
    worked = directional_derivative(read("x^2 + 3x y"), X_Y, (3, 4), {"x": 1, "y": 2})
    assert [step.rule for step in worked.steps] == [
        "partial derivatives",
        "put in the point",
        "row times column",
        "tidy",
    ]
    assert worked.steps[0].why.endswith("dividing by its length, $5$, turns it into one unit of distance.")
    assert to_text(worked.steps[2].end) == "1/5*(8*3 + 3*4)"
    assert to_text(worked.result) == "36/5"
    assert worked.conclusion == (
        r"Setting out from $(x, y) = (1, 2)$ this way, the function rises at the rate $\frac{36}{5}$ for "
        r"each unit of distance. The steepest rate there is $\sqrt{73} \approx 8.544$, the length of the "
        "gradient."
    )


def test_downhill_and_along_a_contour() -> None:
    down = directional_derivative(read("x^2"), X_Y, (-1, 0), {"x": 1, "y": 2})
    assert "falls at the rate $-2$" in down.conclusion
    level = directional_derivative(read("x^2 + y^2"), X_Y, (2, -1), {"x": 1, "y": 2})
    assert "runs along the contour" in level.conclusion


def test_decimals_come_out_as_decimals() -> None:
    worked = directional_derivative(read("x^2 + 3x y"), X_Y, (1, -0.5), {"x": 1, "y": 2})
    assert to_text(worked.result) == "5.81378"
    assert worked.steps[-1].link == "≈"


parts = st.integers(-4, 4)


@given(smooth_functions(X_Y), st.tuples(parts, parts))
@settings(deadline=None, max_examples=40)
def test_it_is_the_slope_of_a_walk_in_that_direction(f: Expression, direction: tuple[int, int]) -> None:
    assume(any(direction))
    worked = directional_derivative(f, X_Y, direction)
    share = f"{direction[0] ** 2 + direction[1] ** 2}"
    walk = {
        name: number(POINT[name]) + symbol("d") * number(part) / parse(f"sqrt({share})")
        for name, part in zip(X_Y, direction, strict=True)
    }
    start = {"d": Fraction(0)}
    assert close(value(worked.result, POINT), central_difference(f.substitute(walk), "d", start))
    assert_steps_hold(worked, POINT)


@pytest.mark.parametrize(
    ("f", "direction", "sentence"),
    [
        (read("x y"), (0, 0), r"only zeros leads nowhere\. Give one with a number other than 0"),
        (read("x y"), (1,), r"The direction has 1 numbers for 2 variables\. Give one for each of x, y"),
        (read("x y"), (1, read("a")), r"The direction \[1; a\] is open\. Give numbers for it"),
        (read("x y"), (1, float("inf")), r"The direction has the value inf\. Use a finite number"),
        (row_vector([1, 2]), (1, 1), r"is not one number at every point"),
    ],
)
def test_what_cannot_be_worked_says_why(f: Expression, direction: Sequence[Operand], sentence: str) -> None:
    with pytest.raises(MathsError, match=sentence):
        directional_derivative(f, X_Y, direction)
