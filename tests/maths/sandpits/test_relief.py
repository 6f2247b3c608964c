"""Slopes and curvatures of a relief are those of its heights: SymPy and finite differences say so too."""

from collections.abc import Callable

import numpy as np
import pytest
import sympy

from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.relief import Bowl, Floats, Hills, Relief, Shape, Waves

X, Y = sympy.symbols("x y", real=True)
WAVES = Waves(np.array([0.7, -1.2]), np.array([[1.1, -0.4], [0.3, 2.0]]), np.array([0.2, 1.0]))
HILLS = Hills(np.array([2.0, -3.0]), np.array([[1.0, 4.0], [5.0, 2.5]]), np.array([0.8, 1.7]))
BOWL = Bowl(np.array([2.0, 3.5]), np.array([[1.5, 0.4], [0.4, 0.9]]))
FORMULAS = {
    "waves": sum(
        a * sympy.cos(kx * X + ky * Y + p)
        for a, (kx, ky), p in zip(WAVES.heights, WAVES.numbers, WAVES.phases, strict=True)
    ),
    "hills": sum(
        a * sympy.exp(-((X - cx) ** 2 + (Y - cy) ** 2) / (2 * w**2))
        for a, (cx, cy), w in zip(HILLS.heights, HILLS.centres, HILLS.widths, strict=True)
    ),
    "bowl": 0.75 * (X - 2) ** 2 + 0.4 * (X - 2) * (Y - 3.5) + 0.45 * (Y - 3.5) ** 2,
}
SHAPES: dict[str, Shape] = {"waves": WAVES, "hills": HILLS, "bowl": BOWL}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_its_formula_with_the_derivatives_sympy_finds(name: str) -> None:
    formula, points = FORMULAS[name], np.random.default_rng(1).uniform(0, 6, (20, 2))
    local = SHAPES[name].at(points)
    slopes = [formula.diff(variable) for variable in (X, Y)]
    for n, (x, y) in enumerate(points):
        here = {X: x, Y: y}
        assert local.f[n] == pytest.approx(float(formula.subs(here)), abs=1e-12)
        for i, slope in enumerate(slopes):
            assert local.J[n, i] == pytest.approx(float(slope.subs(here)), abs=1e-12)
            for j, variable in enumerate((X, Y)):
                assert local.H[n, i, j] == pytest.approx(float(slope.diff(variable).subs(here)), abs=1e-12)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(6))
def test_every_kind_of_relief_slopes_and_bends_as_finite_differences_say(kind: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    relief = KINDS[kind](rng)
    points = rng.uniform(0.5, 5.5, (200, 2))
    local = relief.at(points)

    # Central differences lose about h² · f‴; the well, 0.085 m wide, bends most sharply.
    h = 1e-5
    slopes = _differences(lambda at: relief.at(at).f, points, h)
    bends = _differences(lambda at: relief.at(at).J, points, h)
    np.testing.assert_allclose(local.J, slopes, rtol=0, atol=1e-4)
    np.testing.assert_allclose(local.H, bends, rtol=0, atol=1e-3)


@pytest.mark.parametrize("kind", KINDS)
def test_the_heights_on_a_grid_are_those_of_its_points(kind: str) -> None:
    relief = KINDS[kind](np.random.default_rng(5))
    x, y = np.linspace(0, 6, 13), np.linspace(0, 6, 9)
    points = np.stack(np.meshgrid(x, y), -1)
    assert relief.on_grid(x, y) == pytest.approx(relief.at(points).f, abs=1e-12)


def test_scale_and_lift_act_on_heights_and_only_the_scale_on_slopes_and_bends() -> None:
    plain, scaled = Relief((WAVES, HILLS)), Relief((WAVES, HILLS), scale=3.0, lift=-2.0)
    here = np.array([2.5, 1.5])
    assert scaled.at(here).f == pytest.approx(3 * plain.at(here).f - 2)
    np.testing.assert_allclose(scaled.at(here).J, 3 * plain.at(here).J)
    np.testing.assert_allclose(scaled.at(here).H, 3 * plain.at(here).H)


def test_one_point_gives_a_number_a_row_of_two_and_a_square_of_two() -> None:
    local = Relief((WAVES, HILLS, BOWL)).at((1.0, 2.0))
    assert (local.f.shape, local.J.shape, local.H.shape) == ((), (2,), (2, 2))


def _differences(function: Callable[[Floats], Floats], points: Floats, h: float) -> Floats:
    """Return the central differences of a function, along x and along y, as the last axis."""
    return np.stack(
        [(function(points + h * step) - function(points - h * step)) / (2 * h) for step in np.eye(2)], -1
    )
