import numpy as np
import pytest
import sympy

from tests.maths.oracle import to_sympy
from upslope.maths import MathsError, parse
from upslope.maths.iteration.landscape import Landscape, curvatures

XY = ("x", "y")
TEXTS = [
    "x^2 y + y^3",
    "sin(x) cos(y)",
    "exp(-x^2 - y^2/2)",
    "(1-x)^2 + 100(y-x^2)^2",
    "ln(x^2 + 1) y",
    "x + 2y",
]
POINTS = np.array([[0.3, -1.2, 2.0], [0.7, 1.1, -0.4]])


@pytest.mark.parametrize("text", TEXTS)
def test_height_gradient_and_hessian_are_those_of_sympy(text: str) -> None:
    f = parse(text, XY)
    landscape, theirs = Landscape(f, XY), to_sympy(f)
    letters = [sympy.Symbol(name, real=True) for name in XY]
    gradient, hessian = [theirs.diff(a) for a in letters], sympy.hessian(theirs, letters)
    for k in range(POINTS.shape[1]):
        at = dict(zip(letters, POINTS[:, k], strict=True))
        assert landscape.height(POINTS)[k] == pytest.approx(float(theirs.subs(at)))
        assert landscape.gradient(POINTS)[:, k] == pytest.approx([float(g.subs(at)) for g in gradient])
        expected = np.array(hessian.subs(at).tolist(), dtype=float)
        assert landscape.hessian(POINTS)[:, :, k] == pytest.approx(expected, abs=1e-12)


def test_one_point_has_the_shapes_of_one_point() -> None:
    landscape = Landscape(parse("x y", XY), XY)
    point = np.array([2.0, 3.0])
    assert landscape.height(point) == 6
    assert landscape.gradient(point).tolist() == [3, 2]
    assert landscape.hessian(point).tolist() == [[0, 1], [1, 0]]


def test_where_a_slope_is_too_long_to_be_differentiated_again_differences_serve() -> None:
    text = " + ".join(f"exp(-(x-{k})^2 - (y-{k})^2)" for k in range(7))
    landscape = Landscape(parse(text, XY), XY)
    assert landscape._second is None
    exact = sum(
        np.array(Landscape(parse(f"exp(-(x-{k})^2 - (y-{k})^2)", XY), XY).hessian(POINTS)) for k in range(7)
    )
    assert landscape.hessian(POINTS) == pytest.approx(exact, abs=1e-8)


def test_curvatures_are_eigenvalues_in_rising_order_and_nan_where_there_are_none() -> None:
    matrices = np.array([[[2.0, np.nan], [1.0, 0.0]], [[1.0, 0.0], [2.0, 1.0]]])
    values, vectors = curvatures(matrices)
    assert values[0] == pytest.approx([1, 3])
    assert np.isnan(values[1]).all()
    assert vectors.shape == (2, 2, 2)


def test_open_letters_are_refused() -> None:
    with pytest.raises(MathsError, match="has no value while y is open"):
        Landscape(parse("x y", XY), ("x",))
