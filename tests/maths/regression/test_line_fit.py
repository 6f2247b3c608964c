from fractions import Fraction
from math import inf
from typing import Any

import numpy as np
import pytest
import scipy.optimize
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import MathsError
from upslope.maths.regression.line_fit import fit_line

ANSCOMBE = (
    (
        [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
        [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
    ),
    (
        [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
        [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
    ),
    (
        [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
        [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
    ),
    ([8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8], [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89]),
)  # F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27, 1973

coordinates = st.integers(-1000, 1000).map(lambda n: n / 8)
several_points = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=20).filter(
    lambda points: len({x for x, _ in points}) > 1
)


def exact_line(x: list[float], y: list[float]) -> tuple[Fraction, Fraction]:
    """Slope and intercept by the normal equations in exact fractions."""
    xs, ys = [Fraction(value) for value in x], [Fraction(value) for value in y]
    n, sx, sy = len(xs), sum(xs), sum(ys)
    sxx, sxy = sum(a * a for a in xs), sum(a * b for a, b in zip(xs, ys, strict=True))
    slope = Fraction(n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


@settings(deadline=None)
@given(several_points)
def test_the_line_is_that_of_exact_fractions(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    slope, intercept = exact_line(x, y)
    fit = fit_line(x, y)
    assert fit.slope == pytest.approx(float(slope), rel=1e-11, abs=1e-11)
    assert fit.intercept == pytest.approx(float(intercept), rel=1e-10, abs=1e-10)


@settings(deadline=None, max_examples=50)
@given(several_points.filter(lambda points: len({y for _, y in points}) > 1))
def test_line_and_uncertainties_are_those_of_scipy(points: list[tuple[float, float]]) -> None:
    x, y = map(np.array, zip(*points, strict=True))
    fit, other = fit_line(x, y), scipy.stats.linregress(x, y)
    size = 1 + np.abs(y).max()
    assert fit.slope == pytest.approx(other.slope, rel=1e-8, abs=1e-9)
    assert fit.intercept == pytest.approx(other.intercept, rel=1e-8, abs=1e-9 * size)
    assert fit.slope_uncertainty == pytest.approx(other.stderr, rel=1e-6, abs=1e-6 * size)
    assert fit.intercept_uncertainty == pytest.approx(other.intercept_stderr, rel=1e-6, abs=1e-6 * size)


def test_with_sigma_the_covariance_is_that_of_absolute_sigma() -> None:
    rng = np.random.default_rng(3)
    x, sigma = rng.uniform(-5, 20, 40), rng.uniform(0.1, 4, 40)
    y = 3 * x - 7 + sigma * rng.normal(size=40)
    fit = fit_line(x, y, sigma)
    found, covariance = scipy.optimize.curve_fit(
        lambda x, m, c: m * x + c, x, y, sigma=sigma, absolute_sigma=True
    )
    assert [fit.slope, fit.intercept] == pytest.approx(found, rel=1e-7)
    assert fit.covariance == pytest.approx(covariance, rel=1e-6)


def test_without_sigma_the_covariance_is_that_of_polyfit() -> None:
    rng = np.random.default_rng(4)
    x = rng.uniform(-5, 20, 40)
    y = 3 * x - 7 + rng.normal(size=40)
    found, covariance = np.polyfit(x, y, 1, cov=True)
    fit = fit_line(x, y)
    assert [fit.slope, fit.intercept] == pytest.approx(found, rel=1e-10)
    assert fit.covariance == pytest.approx(covariance, rel=1e-10)


def test_the_uncertainties_are_how_much_the_line_varies_from_sample_to_sample() -> None:
    rng = np.random.default_rng(5)
    x, sigma = np.linspace(0, 10, 15), 0.7
    fits = [fit_line(x, 2 * x + 1 + sigma * rng.normal(size=15), sigma) for _ in range(2000)]
    lines = np.array([(fit.slope, fit.intercept) for fit in fits])
    assert np.cov(lines.T) == pytest.approx(fits[0].covariance, rel=0.1)


def test_the_same_sigma_for_all_changes_the_uncertainties_and_not_the_line() -> None:
    x, y = [0, 1, 2, 3], [1, 3, 2, 5]
    free, known = fit_line(x, y), fit_line(x, y, 0.5)
    assert (known.slope, known.intercept) == pytest.approx((free.slope, free.intercept))
    assert known.chi_squared == pytest.approx(free.chi_squared / 0.25)
    assert fit_line(x, y, 1).slope_uncertainty == pytest.approx(2 * known.slope_uncertainty)


@pytest.mark.parametrize(("x", "y"), ANSCOMBE)
def test_all_of_anscombes_quartet_have_the_same_line(x: list[float], y: list[float]) -> None:
    fit, other = fit_line(x, y), scipy.stats.linregress(x, y)
    assert fit.slope == pytest.approx(0.5, abs=0.001)
    assert fit.intercept == pytest.approx(3, abs=0.003)
    assert fit.chi_squared == pytest.approx(13.75, abs=0.03)
    assert fit.slope == pytest.approx(other.slope, rel=1e-12)


@settings(deadline=None)
@given(several_points, st.floats(-2, 2), st.floats(-50, 50))
def test_no_other_line_has_a_smaller_chi_squared(
    points: list[tuple[float, float]], turn: float, lift: float
) -> None:
    x, y = map(np.array, zip(*points, strict=True))
    fit = fit_line(x, y)
    other = np.sum((y - (fit.slope + turn) * x - fit.intercept - lift) ** 2)
    assert fit.chi_squared <= other * (1 + 1e-9) + 1e-6


@settings(deadline=None)
@given(several_points)
def test_residuals_are_orthogonal_to_what_the_line_is_made_of(points: list[tuple[float, float]]) -> None:
    x, y = map(np.array, zip(*points, strict=True))
    fit = fit_line(x, y)
    assert fit.residuals == pytest.approx(y - fit.slope * x - fit.intercept, abs=1e-9)
    assert abs(fit.residuals.sum()) < 1e-8
    assert abs(fit.residuals @ x) < 1e-6
    assert fit.chi_squared == pytest.approx(fit.residuals @ fit.residuals)
    assert fit.degrees_of_freedom == len(points) - 2


@pytest.mark.parametrize("offset", [1e4, 1e8, 1e12])
def test_x_far_from_zero_loses_no_digits(offset: float) -> None:
    x = [offset, offset + 1, offset + 2, offset + 4]
    y = [1.0, 3.0, 2.0, 7.0]
    fit = fit_line(x, y)
    assert fit.slope == pytest.approx(float(exact_line(x, y)[0]), rel=1e-13)
    assert fit.residuals == pytest.approx(fit_line([0, 1, 2, 4], y).residuals, abs=1e-12)


def test_two_points_have_their_line_and_leave_its_uncertainty_open() -> None:
    fit = fit_line([1, 3], [2, 8])
    assert (fit.slope, fit.intercept) == pytest.approx((3, -1))
    assert fit.chi_squared == pytest.approx(0)
    assert fit.degrees_of_freedom == 0
    assert (fit.slope_uncertainty, fit.intercept_uncertainty) == (inf, inf)
    assert fit_line([1, 3], [2, 8], sigma=1).slope_uncertainty == pytest.approx(np.sqrt(2) / 2)


@pytest.mark.parametrize(
    ("x", "y", "sentence"),
    [
        ([1], [2], "At least 2 points are needed, and there is 1. Give more points."),
        (
            [3, 3, 3],
            [1, 2, 3],
            "All x are the same, 3: the points stand one above the other. A line needs points",
        ),
        ([1, 2], [1, 2, 3], "There are 2 values of x and 3 of y."),
        ([1, float("nan")], [1, 2], "Value 2 of x is nan."),
        (["a", "b"], [1, 2], "x is not a list of numbers."),
    ],
)
def test_points_without_a_line_are_refused(x: Any, y: Any, sentence: str) -> None:
    with pytest.raises(MathsError) as caught:
        fit_line(x, y)
    assert str(caught.value).startswith(sentence)


@settings(deadline=None)
@given(st.lists(st.floats(-1e60, 1e60), min_size=2, max_size=6), st.floats(1e-60, 1e60))
def test_numbers_of_any_size_give_a_line_or_a_sentence(x: list[float], sigma: float) -> None:
    try:
        fit = fit_line(x, x[::-1], sigma)
    except MathsError:
        return
    assert np.isfinite([fit.slope, fit.intercept, fit.chi_squared]).all()
