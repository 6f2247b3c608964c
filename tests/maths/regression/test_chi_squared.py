from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maths.curve_models import MODELS, CurveModel
from upslope.maths import MathsError, parse
from upslope.maths.expressions.matrix import row_vector
from upslope.maths.regression.chi_squared import chi_squared

models = pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
LINE = parse("m x + c", ("x", "m", "c"))


def near(model: CurveModel, rng: np.random.Generator) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Parameters in the neighbourhood of those the data are made from."""
    true = np.array(list(model.true.values()))
    return np.asarray(true * rng.uniform(0.7, 1.4, len(true)))


@models
@pytest.mark.parametrize("with_sigma", [True, False])
def test_the_value_is_the_sum_of_squared_residuals(model: CurveModel, with_sigma: bool) -> None:
    rng = np.random.default_rng(1)
    x, y = model.data(rng, 0.3)
    sigma = rng.uniform(0.2, 3, len(x)) if with_sigma else None
    misfit, point = chi_squared(model.tree, model.true, x, y, sigma), near(model, rng)
    missed = (y - model.values(x, *point)) / (sigma if sigma is not None else 1)
    assert float(misfit(*point)) == pytest.approx(np.sum(missed**2), rel=1e-12)
    assert misfit.residuals(point) == pytest.approx(missed, rel=1e-12)


@models
@pytest.mark.parametrize("with_sigma", [True, False])
def test_the_gradient_is_that_of_central_differences(model: CurveModel, with_sigma: bool) -> None:
    rng = np.random.default_rng(2)
    x, y = model.data(rng, 0.3)
    misfit = chi_squared(model.tree, model.true, x, y, rng.uniform(0.2, 3, len(x)) if with_sigma else None)
    for _ in range(5):
        point = near(model, rng)
        steps = 1e-5 * np.eye(len(point))
        measured = np.array([float(misfit(*point + step) - misfit(*point - step)) / 2e-5 for step in steps])
        assert misfit.gradient(point) == pytest.approx(measured, rel=1e-6, abs=1e-6 * np.abs(measured).max())


@models
def test_the_jacobian_is_the_slope_of_every_residual(model: CurveModel) -> None:
    rng = np.random.default_rng(3)
    x, y = model.data(rng, 0.3)
    misfit, point = chi_squared(model.tree, model.true, x, y, rng.uniform(0.5, 2, len(x))), near(model, rng)
    step = 1e-6
    for k, shift in enumerate(step * np.eye(len(point))):
        measured = (misfit.residuals(point + shift) - misfit.residuals(point - shift)) / (2 * step)
        assert misfit.jacobian(point)[:, k] == pytest.approx(measured, rel=1e-6, abs=1e-7)
    assert misfit.gradient(point) == pytest.approx(2 * misfit.jacobian(point).T @ misfit.residuals(point))


def test_shapes_are_as_promised() -> None:
    misfit = chi_squared(LINE, ("m", "c"), [0, 1, 2], [1, 3, 2])
    assert misfit(1, 0).shape == ()
    assert misfit.residuals([1, 0]).shape == (3,)
    assert misfit.slopes([1, 0]).tolist() == [[0, 1], [1, 1], [2, 1]]
    assert misfit.jacobian([1, 0]).shape == (3, 2)
    assert misfit.gradient([1, 0]).shape == (2,)


def test_a_landscape_of_a_hundred_thousand_points_is_one_call() -> None:
    model = MODELS["density"]
    x, y = model.data(np.random.default_rng(4), 0.01)
    misfit = chi_squared(model.tree, ("mu", "sigma"), x, y)
    mu, sigma = np.meshgrid(np.linspace(1, 5, 400), np.linspace(0.5, 3, 250))
    landscape = misfit(mu, sigma)
    assert landscape.shape == (250, 400)
    for place in ((0, 0), (17, 311), (249, 399)):
        assert landscape[place] == pytest.approx(float(misfit(mu[place], sigma[place])), rel=1e-12)
    lowest = np.unravel_index(landscape.argmin(), landscape.shape)
    assert (mu[lowest], sigma[lowest]) == pytest.approx((3, 1), abs=0.05)


def test_a_grid_of_rows_and_columns_is_broadcast() -> None:
    misfit = chi_squared(LINE, ("m", "c"), [0, 1, 2], [1, 3, 2])
    table = misfit(np.array([[0.0], [1.0]]), np.array([0.0, 1.0, 2.0]))
    assert table.shape == (2, 3)
    assert table[1, 2] == pytest.approx(float(misfit(1, 2)))


@settings(deadline=None)
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.1, 10))
def test_one_sigma_for_all_scales_chi_squared(m: float, c: float, sigma: float) -> None:
    x, y = [0, 1, 2, 5], [1, 3, 2, -4]
    plain, scaled = chi_squared(LINE, ("m", "c"), x, y), chi_squared(LINE, ("m", "c"), x, y, sigma)
    assert float(scaled(m, c)) == pytest.approx(float(plain(m, c)) / sigma**2)


def test_the_letter_that_is_no_parameter_stands_for_x() -> None:
    assert chi_squared(parse("a t", ("a", "t")), ("a",), [1, 2], [2, 4]).variable == "t"
    assert float(chi_squared(parse("a t", ("a", "t")), "a", [1, 2], [2, 4])(2)) == 0
    assert float(chi_squared(parse("a", ("a",)), ("a",), [1, 2], [2, 4])(3)) == 2
    assert float(chi_squared(parse("x", ("x",)), ("x",), [1, 2], [2, 4])(3)) == 2


def test_where_the_model_has_no_value_chi_squared_has_none() -> None:
    misfit = chi_squared(parse("ln(a x)", ("a", "x")), ("a",), [1, 2], [0, 1])
    assert np.isnan(misfit([-1.0, 1.0])).tolist() == [True, False]
    assert np.isinf(misfit(0))
    assert np.isnan(misfit.gradient([-1])).all()


@pytest.mark.parametrize(
    ("text", "names", "sentence"),
    [
        ("m x + c", ("m",), "In m*x + c the letters c, x are not parameters, and only one can stand for x."),
        (
            "m x",
            ("m", "c"),
            "The parameter c does not occur in m*x, so no data can tell its value. Leave it out",
        ),
        ("m x", (), "0 parameters were named (). Name between 1 and 12 parameters, each once."),
        ("m x", ("m", "m"), "2 parameters were named (m, m)."),
    ],
)
def test_parameters_that_do_not_fit_the_model_are_refused(
    text: str, names: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(MathsError) as caught:
        chi_squared(parse(text, ("m", "x", "c")), names, [1, 2], [3, 4])
    assert str(caught.value).startswith(sentence)


def test_what_is_no_model_is_refused() -> None:
    text: Any = "m x"
    with pytest.raises(MathsError, match=r"'m x' is not an expression\. Read it with parse first\."):
        chi_squared(text, ("m",), [1, 2], [3, 4])
    with pytest.raises(MathsError, match="is not a single number"):
        chi_squared(row_vector([LINE, LINE]), ("m", "c"), [1, 2], [3, 4])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((1,), "The parameters are m, c, and here are 1 values. Give 2, one for each, in this order."),
        ((np.zeros(2), np.zeros(3)), "These values of m, c are no numbers, or their shapes do not fit."),
        (("a", 1), "These values of m, c are no numbers, or their shapes do not fit."),
        ((np.zeros(10**7), np.zeros(10**7)), "χ² for 10000000 choices of the parameters at 50 data points"),
    ],
)
def test_values_that_cannot_be_worked_out_are_refused(values: tuple[Any, ...], sentence: str) -> None:
    misfit = chi_squared(LINE, ("m", "c"), range(50), range(50))
    with pytest.raises(MathsError) as caught:
        misfit(*values)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("point", [[1], 1, [[1, 2]], ["a", "b"], [1, 2, 3]])
def test_a_point_of_the_wrong_shape_is_refused(point: Any) -> None:
    misfit = chi_squared(LINE, ("m", "c"), [1, 2], [3, 4])
    for function in (misfit.residuals, misfit.slopes, misfit.jacobian, misfit.gradient):
        with pytest.raises(MathsError, match="The parameters are m, c, and here are"):
            function(point)
