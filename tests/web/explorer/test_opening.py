"""Where the explorer begins with a function: a point that has a polynomial, a window with the curve in it."""

import numpy as np
import pytest

from upslope.maths import number, to_numpy
from upslope.web.explorer.break_points import break_points
from upslope.web.explorer.expanding import expansion_data
from upslope.web.explorer.opening import opening_place, opening_point, opening_view
from upslope.web.explorer.surfaces import place_data
from upslope.web.explorer.typed import read_coordinate, read_function

FUNCTIONS = [
    "e^x",
    "1/x",
    "ln(x)",
    "sqrt(x - 2)",
    "tan(x)",
    "7",
    "x^9",
    "e^(-1/x^2)",
    "1000 + sin(x)",
    "acosh(x - 20)",
]


@pytest.mark.parametrize("text", FUNCTIONS)
def test_much_of_the_curve_is_in_the_window(text: str) -> None:
    f = read_function(text)
    left, right, bottom, top = opening_view(f)
    heights = to_numpy(f)(np.linspace(left, right, 401))
    heights = heights[np.isfinite(heights)]
    assert len(heights) > 20
    assert np.mean((heights > bottom) & (heights < top)) > 0.5


@pytest.mark.parametrize("text", [text for text in FUNCTIONS if "acosh" not in text])
def test_the_first_point_has_a_polynomial(text: str) -> None:
    f = read_function(text)
    assert expansion_data(f, read_coordinate(opening_point(f)))["coefficients"]


@pytest.mark.parametrize("text", ["x y", "ln(x y)", "1/(x^2 + y^2)", "x/y"])
def test_the_first_place_of_a_surface_has_a_value(text: str) -> None:
    f = read_function(text)
    x, y = map(read_coordinate, opening_place(f))
    assert np.isfinite(place_data(f, x, y)["coefficients"]).all()


def test_what_cannot_be_told_of_break_points_is_not_made_up() -> None:
    assert break_points(read_function("tan(tan(tan(x)))"), 0.5).points == ()
    assert break_points(read_function("tan(tan(tan(x)))"), 0.5).known == 0


def test_value_jacobian_and_hessian_make_the_terms() -> None:
    f = read_function("x^2 y + y^3")
    found = place_data(f, number(1), number(2))
    assert found["coefficients"] == [10, 4, 13, 4, 2, 12]
    assert [(term["power"], term["sign"], term["latex"]) for term in found["terms"]] == [
        (0, "+", "10"),
        (1, "+", "4(x - 1)"),
        (1, "+", "13(y - 2)"),
        (2, "+", "2(x - 1)^{2}"),
        (2, "+", "2(x - 1)(y - 2)"),
        (2, "+", "6(y - 2)^{2}"),
    ]
    assert found["jacobian"] == r"\begin{bmatrix} 4 & 13 \end{bmatrix}"
