"""An interval may be too wide, never too narrow: values and slopes over a box lie in it."""

from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from upslope.maths import derivative, parse, to_numpy
from upslope.maths.expressions.expression import Call, Symbol
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.solving.interval_enclosure import EVERYWHERE, INTERVALS, NOWHERE, PARTLY, interval, ranges
from upslope.maths.solving.interval_slopes import enclosed

LETTERS = ("x", "y")
COUNT = 400
TEXTS = [
    "x^2 y - 3x y^3",
    "sin(x y) + cos(x)/y",
    "x exp(-x^2-y^2)",
    "ln(x+y)",
    "sqrt(x^2-y)",
    "x^y",
    "tan x + sec(y)",
    "cot(x) csc(y)",
    "asin(x/5) + acos(y/4)",
    "asinh(x) + acosh(y) + atanh(x/9)",
    "atan(x) tanh(y)",
    "cosh(x y/9) + sinh(x)",
    "abs(x-y)",
    "log10(x^2)",
    "x^(1/3) y^-2",
    "(x^2+y^2)^1.5",
    "2^x - 3",
    "x^-3",
    "e^(x/y)",
    "x^0 + pi",
]


def boxes(rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Boxes of all sizes, from a pinprick to the width of a page."""
    middle = rng.uniform(-8, 8, (COUNT, 2))
    radius = 10 ** rng.uniform(-4, 0.5, (COUNT, 1)) * rng.uniform(0, 1, (COUNT, 2))
    return middle - radius, middle + radius


def points_in(low: NDArray[np.float64], high: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    rng = np.random.default_rng(4)
    corners = [
        np.where(pick, low, high) for pick in ([True, True], [True, False], [False, True], [False, False])
    ]
    return [*corners, *(low + (high - low) * rng.uniform(0, 1, low.shape) for _ in range(8))]


@pytest.mark.parametrize("text", TEXTS)
def test_values_lie_in_the_interval(text: str) -> None:
    tree = parse(text, LETTERS)
    low, high = boxes(np.random.default_rng(3))
    found = ranges(tree, LETTERS, low, high)
    for point in points_in(low, high):
        value = to_numpy(tree, LETTERS)(*point.T)
        exists = np.isfinite(value)
        assert (found.low[exists] <= value[exists]).all()
        assert (found.high[exists] >= value[exists]).all()
        assert exists[found.sure == EVERYWHERE].all(), "where it says everywhere, there is a value"
        assert not exists[found.sure == NOWHERE].any(), "where it says nowhere, there is none"


@pytest.mark.parametrize("text", TEXTS)
def test_slopes_lie_in_the_interval(text: str) -> None:
    tree = parse(text, LETTERS)
    low, high = boxes(np.random.default_rng(5))
    found = enclosed(tree, LETTERS, low, high).slope
    lows, highs = (np.broadcast_to(array, (2, COUNT)) for array in (found.low, found.high))
    for axis, name in enumerate(LETTERS):
        slope_of = to_numpy(derivative(tree, name), LETTERS)
        for point in points_in(low, high):
            slope = slope_of(*point.T)
            exists = np.isfinite(slope)
            # The derivative as a formula is rounded too, so it may step over the edge by its last digits.
            slack = 1e-12 * (1 + np.abs(slope[exists]))
            assert (lows[axis][exists] - slack <= slope[exists]).all()
            assert (highs[axis][exists] + slack >= slope[exists]).all()


def test_every_function_of_the_course_has_an_interval() -> None:
    assert set(INTERVALS.functions) == set(FUNCTIONS)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_an_interval_tightens_to_the_value_as_the_box_shrinks(name: str) -> None:
    at = 1.3 if name == "acosh" else 0.4
    tree = Call(name, Symbol("x"))
    tiny = ranges(tree, ("x",), np.array([[at]]), np.array([[at + 1e-9]]))
    assert tiny.high[0] - tiny.low[0] < 1e-7


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("1/x", PARTLY),
        ("ln x", PARTLY),
        ("sqrt(x-5)", NOWHERE),
        ("sqrt(x+5)", EVERYWHERE),
        ("asin(x-9)", NOWHERE),
    ],
)
def test_it_says_where_there_is_a_value(text: str, sure: int) -> None:
    assert ranges(parse(text), ("x",), np.array([[-1.0]]), np.array([[2.0]])).sure[0] == sure


def test_a_fraction_no_double_holds_lies_in_an_interval_of_its_two_neighbours() -> None:
    tenth = INTERVALS.number(Fraction(1, 10))
    assert Fraction(float(tenth.low)) < Fraction(1, 10) < Fraction(float(tenth.high))


def test_infinite_ends_stay_out_of_the_way() -> None:
    everything = interval(np.array([-np.inf]), np.array([np.inf]))
    nothing = interval(np.array([0.0]), np.array([0.0]))
    with np.errstate(all="ignore"):
        product = everything * nothing
    assert abs(product.low[0]) < 1e-300
    assert abs(product.high[0]) < 1e-300
    beyond = ranges(
        parse("x^2 + y^2", LETTERS), LETTERS, np.array([[10.0, -np.inf]]), np.array([[np.inf, np.inf]])
    )
    assert beyond.low[0] == pytest.approx(100)
