"""What the figures on slopes show is what plain arithmetic, quadrature and finite differences come to."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

from tests.course.figures.gallery import at, drawn, is_done, told
from upslope.course.figures.scene.primitives import Line


def slope_at(function: Callable[[float], float], x: float, step: float = 1e-6) -> float:
    return (function(x + step) - function(x - step)) / (2 * step)


def path(x: float) -> float:
    return x / 2 + float(np.sin(x)) + 0.5


def speed(t: float) -> float:
    return t**2 - t**3 / 9


@pytest.mark.parametrize(("x0", "h"), [(0, 3), (0.5, 0.2), (3, 0.4), (6.5, 0.02)])
def test_the_slope_is_rise_over_run_and_the_close_up_holds_both_rings(x0: float, h: float) -> None:
    numbers = at("rise-and-run", x0=x0, h=h)
    made = drawn("rise-and-run")
    moment = made.moment({"x0": x0, "h": h})
    left, right, bottom, top = (moment.number(edge) for edge in made.views[1].view)

    assert numbers["slope"] == pytest.approx((path(x0 + h) - path(x0)) / h)
    assert left < x0 < x0 + h < right
    assert bottom < min(path(x0), path(x0 + h)) <= max(path(x0), path(x0 + h)) < top


def test_the_path_falls_most_steeply_where_the_task_says() -> None:
    steepest = minimize_scalar(lambda x: slope_at(path, x), bounds=(0, 6.5), method="bounded").x

    assert steepest == pytest.approx(3.1, abs=0.05)
    assert is_done("rise-and-run", x0=steepest - 0.03, h=0.06)
    assert not is_done("rise-and-run", x0=steepest - 0.5, h=0.06)


@pytest.mark.parametrize(("x0", "h"), [(0.75, 1), (0.75, -1), (1.2, 0.8), (-0.8, 0.01)])
def test_secants_of_the_square_have_the_slope_that_algebra_leaves(x0: float, h: float) -> None:
    numbers = at("secant-to-tangent", x0=x0, h=h)

    assert numbers["slope"] == pytest.approx(2 * x0 + h)
    assert numbers["limit"] == pytest.approx(2 * x0)


def test_over_no_distance_there_is_no_slope() -> None:
    assert np.isnan(told("secant-to-tangent", 4)["slope"])


@pytest.mark.parametrize("t", [0.5, 3, 6, 9])
def test_the_way_is_the_area_and_the_push_is_the_slope(t: float) -> None:
    numbers = at("speed-and-acceleration", t=t)

    assert numbers["way"] == pytest.approx(quad(speed, 0, t)[0])
    assert numbers["push"] == pytest.approx(slope_at(speed, t), abs=1e-5)


def test_the_push_is_nothing_where_the_car_is_fastest() -> None:
    fastest = minimize_scalar(lambda t: -speed(t), bounds=(0, 9), method="bounded").x

    assert is_done("speed-and-acceleration", t=fastest)
    assert at("speed-and-acceleration", t=fastest)["push"] == pytest.approx(0, abs=1e-3)
    assert told("speed-and-acceleration", 3)["push"] == max(
        at("speed-and-acceleration", t=t)["push"] for t in np.linspace(0, 9, 19)
    )


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_the_lower_curve_is_the_slope_of_the_upper_one_wherever_that_is_lifted(kind: int) -> None:
    def height(x: float) -> float:
        return at("moving-slope-derivative", x0=x, kind=kind)["height"]

    for x0 in (-1.7, 0.3, 2.2):
        lifted = at("moving-slope-derivative", x0=x0, kind=kind, shift=0.4)
        assert lifted["slope"] == pytest.approx(slope_at(height, x0), abs=1e-6)
        assert lifted["height"] == pytest.approx(height(x0) + 0.4)


def test_the_red_stick_is_as_long_below_as_it_is_above() -> None:
    made = drawn("moving-slope-derivative")
    moment = made.moment({**made.state, "x0": 0.4})
    sticks = [item for item in made.items if isinstance(item, Line) and item.look.part == "slope"]
    lengths = [moment.number(stick.points[1][1] - stick.points[0][1]) for stick in sticks]
    spans = [moment.number(panel.view[3] - panel.view[2]) for panel in made.views]

    assert {stick.look.panel for stick in sticks} == {0, 1}
    assert lengths == pytest.approx([at("moving-slope-derivative", x0=0.4)["slope"]] * 2)
    assert spans[0] == pytest.approx(spans[1])


@pytest.mark.parametrize("h", [0.8, 0.05, 0.005])
def test_the_three_pieces_make_up_what_the_area_has_grown_by(h: float) -> None:
    def area(x: float) -> float:
        return (1 + x**2 / 4) * float(np.sqrt(1 + 2 * x))

    numbers = at("growing-rectangle", x0=1.4, h=h)

    assert numbers["sum"] * h == pytest.approx(area(1.4 + h) - area(1.4))
    assert numbers["limit"] == pytest.approx(slope_at(area, 1.4), abs=1e-6)
    assert abs(numbers["sum"] - numbers["limit"]) < 2 * h


def test_a_corner_at_half_the_distance_matters_half_as_much() -> None:
    corners = [at("growing-rectangle", x0=1.4, h=h)["three"] for h in (0.02, 0.01)]

    assert corners[1] / corners[0] == pytest.approx(0.5, abs=0.01)


def test_the_middle_wheel_changes_both_rates_and_not_their_product() -> None:
    rates = [at("gears", x=1, b=b, c=16) for b in range(12, 25)]

    assert all(each["rate"] == pytest.approx(24 / 16) for each in rates)
    assert all(each["y"] == pytest.approx(each["second"] * each["first"]) for each in rates)
    assert len({round(each["first"], 6) for each in rates}) == 13
    assert [c for c in range(10, 25) if is_done("gears", c=c)] == [12]
