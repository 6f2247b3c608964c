import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from upslope.maths import MathsError, evaluate, parse
from upslope.maths.iteration.descent_basins import descent_basins
from upslope.maths.iteration.descent_methods import (
    ConstantStep,
    ExactLineSearch,
    Hybrid,
    Method,
    Momentum,
    SteepestDescent,
)
from upslope.maths.iteration.gradient_descent import gradient_descent
from upslope.maths.iteration.solution import ENDINGS

XY = ("x", "y")
HIMMELBLAU = parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", XY)
WAVES = parse("sin(x) + cos(y)", XY)


@given(
    st.sampled_from(["x^2 - y^2", "x^4 + y^2", "ln(x) + y^2", "sin(x) cos(y)", "x^2 + 5y^2", "exp(x) + y^2"]),
    st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=1, max_size=4),
    st.sampled_from(
        [ConstantStep(0.2), Momentum(0.05, 0.5), SteepestDescent(), Hybrid(0.1), ExactLineSearch()]
    ),
)
@settings(deadline=None, max_examples=20)
def test_every_start_ends_as_it_would_alone(
    text: str, starts: list[tuple[float, float]], method: Method
) -> None:
    f = parse(text, XY)
    together = descent_basins(f, XY, starts, method, 100)
    for k, start in enumerate(starts):
        alone = gradient_descent(f, XY, start, method, 100)
        assert ENDINGS[together.codes[k]] == alone.outcome.ending
        assert together.steps[k] == alone.steps
        if alone.outcome.converged:
            assert together.places[together.index[k]] == pytest.approx(alone.value, abs=2e-4)
        else:
            assert together.index[k] == -1


def test_four_minima_divide_the_plane() -> None:
    axis = np.linspace(-5, 5, 40)
    starts = np.stack(np.meshgrid(axis, axis), axis=-1)
    found = descent_basins(HIMMELBLAU, XY, starts, SteepestDescent(0.1))
    assert found.index.shape == (40, 40)
    theirs = [
        minimize(lambda p: evaluate(HIMMELBLAU, {"x": p[0], "y": p[1]}), corner, tol=1e-10).x
        for corner in ((-3, -3), (-3, 3), (3, -2), (3, 2))
    ]
    assert found.places == pytest.approx(np.array(sorted(map(tuple, theirs))), abs=1e-4)
    assert (found.codes == ENDINGS.index("converged")).mean() > 0.99
    assert set(np.unique(found.index)) >= {0, 1, 2, 3}


def test_on_a_chequerboard_of_waves_every_start_goes_down_to_the_minimum_of_its_cell() -> None:
    starts = np.random.default_rng(3).uniform(-6, 6, (3000, 2))
    found = descent_basins(WAVES, XY, starts, ConstantStep(0.3))
    there = found.index >= 0
    assert there.mean() > 0.99
    cell = np.stack(
        [
            2 * np.pi * np.round((starts[:, 0] + np.pi / 2) / (2 * np.pi)) - np.pi / 2,
            2 * np.pi * np.round((starts[:, 1] - np.pi) / (2 * np.pi)) + np.pi,
        ],
        axis=-1,
    )
    assert found.places[found.index[there]] == pytest.approx(cell[there], abs=1e-4)


def test_starts_must_have_as_many_coordinates_as_there_are_variables() -> None:
    with pytest.raises(MathsError, match=r"Starts of the shape \(3,\) do not fit 2 variables"):
        descent_basins(WAVES, XY, [1.0, 2.0, 3.0], ConstantStep())
    with pytest.raises(MathsError, match="Leave out NaN"):
        descent_basins(WAVES, XY, [[1.0, np.inf]], ConstantStep())


def test_no_starts_are_no_trouble() -> None:
    assert descent_basins(WAVES, XY, np.zeros((0, 2)), ConstantStep()).codes.shape == (0,)
