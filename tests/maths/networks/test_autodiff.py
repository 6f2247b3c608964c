"""Reverse mode agrees with central differences on anything its operations can build."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths.networks import autodiff
from upslope.maths.networks.autodiff import Variable, exp, log, tanh, total

STEP = 1e-6


def by_differences(function: Callable[[Variable], Variable], at: np.ndarray) -> np.ndarray:
    slope = np.empty_like(at)
    for index in np.ndindex(at.shape):
        nudge = np.zeros_like(at)
        nudge[index] = STEP
        ahead, behind = (function(Variable(at + sign * nudge)).value.sum() for sign in (1, -1))
        slope[index] = (ahead - behind) / (2 * STEP)
    return slope


def by_walking_back(function: Callable[[Variable], Variable], at: np.ndarray) -> np.ndarray:
    x = Variable(at)
    function(x).backward()
    return x.slope


FUNCTIONS: dict[str, Callable[[Variable], Variable]] = {
    "a polynomial": lambda x: 3 * x**2 - x + 5,
    "a quotient": lambda x: (x - 1) / (x**2 + 1),
    "a number over it": lambda x: 2 / x,
    "a number less it": lambda x: 1 - x,
    "exponential and logarithm": lambda x: exp(-x) * log(x),
    "tanh of a sum": lambda x: tanh(x + x * x),
    "used twice along two ways": lambda x: exp(x) * x + tanh(exp(x)),
    "a total of squares": lambda x: total(x**2) * x,
    "a matrix times it": lambda x: np.arange(6.0).reshape(2, 3) @ (x @ np.ones((4, 1))),
    "a row stretched over all rows": lambda x: x * total(x) + np.arange(4.0),
}


@pytest.mark.parametrize("name", FUNCTIONS)
@given(st.integers(0, 2**32 - 1))
def test_slopes_agree_with_central_differences(name: str, seed: int) -> None:
    at = np.random.default_rng(seed).uniform(0.5, 2, (3, 4))
    wanted = by_differences(FUNCTIONS[name], at)
    assert np.allclose(by_walking_back(FUNCTIONS[name], at), wanted, rtol=1e-5, atol=1e-5)


def test_what_numpy_stretched_is_added_up_again() -> None:
    row, column = Variable(np.ones((1, 4))), Variable(np.ones((3, 1)))
    (row * column + 1.0).backward()
    assert np.array_equal(row.slope, np.full((1, 4), 3.0))
    assert np.array_equal(column.slope, np.full((3, 1), 4.0))


def test_walking_back_twice_gives_the_same_slopes() -> None:
    x = Variable(2.0)
    y = x * x
    y.backward()
    y.backward()
    assert x.slope == 4.0


def test_a_long_chain_needs_no_recursion() -> None:
    x = Variable(1.0)
    y = x
    for _ in range(5000):
        y = y + 1.0
    y.backward()
    assert x.slope == 1.0


def test_products_of_matrices_need_rows_and_columns() -> None:
    with pytest.raises(ValueError, match=r"Shapes \(3,\) and \(3,\) cannot be multiplied with @"):
        Variable([1, 2, 3]) @ Variable([1, 2, 3])


def test_it_fits_on_two_screens() -> None:
    assert autodiff.__file__ is not None
    with open(autodiff.__file__, encoding="utf-8") as file:
        code = [line for line in file if line.strip()]
    assert len(code) < 130
