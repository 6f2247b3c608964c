import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import line_search, minimize_scalar

from upslope.maths import MathsError, parse
from upslope.maths.iteration.descent_methods import (
    ConstantStep,
    ExactLineSearch,
    Hybrid,
    Method,
    Momentum,
    NewtonStep,
    Place,
    SteepestDescent,
    from_next_step,
)
from upslope.maths.iteration.endings import Points
from upslope.maths.iteration.landscape import Landscape

XY = ("x", "y")
ROSENBROCK = "(1-x)^2 + 100(y-x^2)^2"
STARTS = np.array([[-1.2, 0.5, 2.0], [1.0, -0.3, 2.0]])


def place(text: str, points: Points, last_step: Points | None = None) -> Place:
    landscape = Landscape(parse(text, XY), XY)
    last = np.zeros_like(points) if last_step is None else last_step
    return Place(landscape, points, last, landscape.height(points), landscape.gradient(points))


METHODS: list[Method] = [
    ConstantStep(0.01),
    Momentum(0.01, 0.9),
    SteepestDescent(),
    ExactLineSearch(),
    NewtonStep(),
    Hybrid(0.01),
]


@pytest.mark.parametrize("method", METHODS)
def test_many_walkers_step_as_each_would_alone(method: Method) -> None:
    together = method(place(ROSENBROCK, STARTS, STARTS / 10))
    for k in range(STARTS.shape[1]):
        alone = method(place(ROSENBROCK, STARTS[:, [k]], STARTS[:, [k]] / 10))
        assert together[:, [k]] == pytest.approx(alone, rel=1e-12)


def test_a_constant_step_goes_against_the_gradient() -> None:
    assert ConstantStep(0.1)(place("x^2 + 4y^2", np.array([[1.0], [2.0]]))).tolist() == [[-0.2], [-1.6]]


def test_momentum_keeps_a_share_of_the_last_step() -> None:
    here = place("x^2 + 4y^2", np.array([[1.0], [2.0]]), np.array([[1.0], [-1.0]]))
    assert Momentum(0.1, 0.5)(here).ravel() == pytest.approx([-0.2 + 0.5, -1.6 - 0.5])


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_backtracking_lowers_the_height_by_enough(x: float, y: float) -> None:
    here = place(ROSENBROCK, np.array([[x], [y]]))
    step = SteepestDescent()(here)
    reached = here.landscape.height(here.points + step)
    fall = -(here.J * step).sum()
    assert reached <= here.f - 1e-4 * fall + 1e-14 * np.abs(here.f)


def test_backtracking_takes_the_longest_of_the_halved_steps_that_will_do() -> None:
    here = place("x^2 + y^2", np.array([[1.0], [0.0]]))
    assert SteepestDescent(1.0)(here).ravel().tolist() == [-1, 0]
    assert SteepestDescent(0.3)(here).ravel() == pytest.approx([-0.6, 0])


def test_backtracking_stays_inside_the_domain() -> None:
    here = place("x - ln(x) + y^2", np.array([[0.01], [0.0]]))
    assert np.isfinite(here.landscape.height(here.points + SteepestDescent()(here))).all()


def test_scipys_line_search_is_content_with_the_exact_step() -> None:
    here = place("x^2 + 30y^2 + x y", np.array([[1.0], [2.0]]))
    step = ExactLineSearch()(here)
    start, downhill = here.points[:, 0], -here.J[:, 0]
    best = minimize_scalar(lambda t: float(here.landscape.height(start + t * downhill)), tol=1e-12).x
    assert step[:, 0] == pytest.approx(best * downhill, rel=1e-6)
    found = line_search(here.landscape.height, here.landscape.gradient, start, downhill, c2=0.1)[0]
    assert found == pytest.approx(best, rel=0.3)


def test_an_exact_step_where_the_ground_curves_down_is_a_backtracking_one() -> None:
    here = place("x y", np.array([[1.0], [1.0]]))
    saddle = place("x^2 - 4y^2", np.array([[1.0], [1.0]]))
    assert ExactLineSearch()(saddle) == pytest.approx(SteepestDescent()(saddle))
    assert np.isfinite(ExactLineSearch()(here)).all()


@given(st.lists(st.floats(-3, 3), min_size=2, max_size=2))
def test_newtons_step_on_a_quadratic_leads_to_its_stationary_point(start: list[float]) -> None:
    for text in ("x^2 + 3y^2 + x y - 4x", "x^2 - 3y^2 + x y - 4x", "-x^2 - 3y^2 + x"):
        here = place(text, np.array(start)[:, None])
        reached = here.points + NewtonStep()(here)
        assert here.landscape.gradient(reached) == pytest.approx(np.zeros((2, 1)), abs=1e-9)


def test_newton_has_no_step_where_the_hessian_is_singular() -> None:
    assert np.isnan(NewtonStep()(place("x + y^2", np.array([[1.0], [1.0]])))).all()


def test_the_hybrid_takes_newtons_step_only_in_a_bowl() -> None:
    points = np.array([[0.5, 2.5], [0.0, 0.0]])
    here = place("cos(x) + y^2", points)
    step = Hybrid(0.1)(here)
    assert step[:, 0] == pytest.approx(-0.1 * here.J[:, 0])
    assert step[:, 1] == pytest.approx(NewtonStep()(here)[:, 1])


def test_a_function_as_in_the_lab_is_a_method_too() -> None:
    method = from_next_step(lambda f, J, H: -np.linalg.solve(H, J) * (f > 0))
    here = place("x^2 + 3y^2 + 1", STARTS)
    assert method(here) == pytest.approx(NewtonStep()(here))


@pytest.mark.parametrize("make", [ConstantStep, SteepestDescent, Hybrid, Momentum])
@pytest.mark.parametrize("size", [0.0, -0.1, float("inf"), float("nan")])
def test_a_size_must_be_positive(make: type[ConstantStep], size: float) -> None:
    with pytest.raises(MathsError, match="Use a positive number"):
        make(size)


def test_a_ball_cannot_keep_all_of_its_step() -> None:
    with pytest.raises(MathsError, match="A ball cannot keep 1"):
        Momentum(0.1, 1)
