"""What the figures on functions of several variables show, against differences, scipy and the maths core."""

from collections.abc import Callable
from math import cos, exp, log10, pi, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import dblquad
from scipy.optimize import fsolve, minimize

from tests.course.figures.gallery import at, drawn, is_done, rows, told
from upslope.course.figures.scene.primitives import Dot, Live, Text
from upslope.maths import best_step, classify_critical_point, error_by_step, parse_scalar
from upslope.maths.series.finite_difference import CENTRAL, FORWARD

STEP = 1e-5


def hills(x: float, y: float) -> float:
    low = 1.5 * exp(-((x + 1.1) ** 2) / 0.8 - (y + 0.9) ** 2 / 0.8)
    return 2.4 * exp(-((x - 0.8) ** 2) - (y - 0.7) ** 2 / 1.2) + low


def uphill(place: list[float]) -> list[float]:
    x, y = place
    return [
        (hills(x + STEP, y) - hills(x - STEP, y)) / (2 * STEP),
        (hills(x, y + STEP) - hills(x, y - STEP)) / (2 * STEP),
    ]


MAPS: dict[int, Callable[[float, float], tuple[float, float]]] = {
    0: lambda x, y: (x * cos(y), x * sin(y)),
    1: lambda x, y: (0.7 * x - 0.4 * y + 0.5, 0.4 * x + 0.6 * y),
    2: lambda x, y: (x, (y - 1) ** 2 + 0.3),
}


def test_the_slopes_of_a_tin_are_what_its_mass_gains() -> None:
    now, wider, taller = at("can"), at("can", r=3 + STEP), at("can", h=11)

    assert now["mass"] == pytest.approx(now["lids"] + now["wall"])
    assert (wider["mass"] - now["mass"]) / STEP == pytest.approx(now["wider"], rel=1e-4)
    # Straight in h: a whole centimetre gains the slope exactly, and all of it in the wall.
    assert taller["wall"] - now["wall"] == pytest.approx(now["taller"])
    assert taller["lids"] == now["lids"] == pytest.approx(2 * pi * 9 * 0.02 * 7.8)


def test_only_the_radius_brings_a_tin_below_the_slope_that_is_asked_for() -> None:
    assert is_done("can", r=1.4, h=14)
    assert not is_done("can", r=1.6, h=2)


@pytest.mark.parametrize(("p", "q"), [(-0.3, 1.3), (2.0, -0.4), (-1.1, -0.2)])
def test_the_walkers_arrow_is_how_the_hills_climb(p: float, q: float) -> None:
    now = at("gradient-walk", p=p, q=q)

    assert now["height"] == pytest.approx(hills(p, q))
    assert [now["east"], now["north"]] == pytest.approx(uphill([p, q]), abs=1e-8)


def test_the_line_of_steepest_ascent_always_climbs_and_ends_on_a_hilltop() -> None:
    summits = {
        1: minimize(lambda place: -hills(*place), [0.8, 0.7]).x,
        7: minimize(lambda place: -hills(*place), [-1.1, -0.9]).x,
    }
    for step, summit in summits.items():
        start = told("gradient-walk", step)
        walk = rows("gradient-walk", "climb", p=start["p"], q=start["q"])
        heights = [hills(x, y) for x, y in zip(walk["a"], walk["b"], strict=True)]

        assert np.diff(heights).min() > -1e-9
        assert [walk["a"][-1], walk["b"][-1]] == pytest.approx(summit, abs=1e-3)
    assert told("gradient-walk", 6)["steep"] < 1e-3


def test_the_pass_and_no_summit_is_level_for_the_walkers_task() -> None:
    p, q = fsolve(uphill, [-0.3, -0.3])

    assert is_done("gradient-walk", p=p, q=q)
    assert not is_done("gradient-walk", p=0.79933, q=0.69933)


@pytest.mark.parametrize("chosen", MAPS)
@pytest.mark.parametrize(("p", "q", "d"), [(1.2, 0.5, 0.5), (0.3, 1.4, 0.2), (1.6, 0.0, 0.6)])
def test_the_columns_of_the_jacobian_and_the_areas_are_those_of_the_map(
    chosen: int, p: float, q: float, d: float
) -> None:
    now = at("linear-map", map=chosen, p=p, q=q, d=d)

    def columns(x: float, y: float) -> np.ndarray:
        there = MAPS[chosen]
        across = np.subtract(there(x + STEP, y), there(x - STEP, y)) / (2 * STEP)
        up = np.subtract(there(x, y + STEP), there(x, y - STEP)) / (2 * STEP)
        return np.column_stack([across, up])

    assert [now["u"], now["v"]] == pytest.approx(MAPS[chosen](p, q))
    assert [[now["ux"], now["uy"]], [now["vx"], now["vy"]]] == pytest.approx(columns(p, q), abs=1e-8)
    assert now["det"] == pytest.approx(np.linalg.det(columns(p, q)), abs=1e-8)
    area, _ = dblquad(lambda y, x: np.linalg.det(columns(x, y)), p, p + d, q, q + d, epsabs=1e-6)
    assert now["grown"] * d**2 == pytest.approx(area, abs=1e-6)


def test_a_square_whose_middle_is_1_away_keeps_its_area() -> None:
    assert is_done("linear-map", p=0.8, d=0.4)
    assert not is_done("linear-map", p=1.0, d=0.4)


@settings(max_examples=30, deadline=None)
@given(*[st.floats(-2, 2)] * 3)
def test_the_word_on_the_map_is_what_the_eigenvalues_say(a: float, b: float, c: float) -> None:
    now = at("curvature", a=a, b=b, c=c)
    low, high = np.linalg.eigvalsh([[a, b], [b, c]])

    assert now["det"] == pytest.approx(low * high, abs=1e-9)
    assert now["trace"] == pytest.approx(low + high, abs=1e-9)
    trough = abs(low * high) <= 0.02
    expected = "trough" if trough else "saddle" if low * high < 0 else "bowl" if low > 0 else "dome"
    assert _words("curvature", a=a, b=b, c=c) == [expected]


@pytest.mark.parametrize("step", [1, 2, 4, 7])
def test_the_shapes_of_the_story_are_those_of_the_second_derivative_test(step: int) -> None:
    now = told("curvature", step)
    form = parse_scalar(f"({now['a']} x^2 + 2*{now['b']} x y + {now['c']} y^2)/2", ("x", "y"))
    kind = {"minimum": "bowl", "maximum": "dome", "saddle": "saddle"}

    found = classify_critical_point(form, ("x", "y"), {"x": 0, "y": 0})

    assert [kind[found.kind]] == _words("curvature", a=now["a"], b=now["b"], c=now["c"])


@pytest.mark.parametrize("n", [0, -1, -3, -5.2, -7.8, -11, -15, -16])
def test_the_errors_of_differences_are_those_of_double_precision(n: float) -> None:
    now = at("finite-difference-error", n=n)
    e_to_the_x = parse_scalar("e^x", ("x",))

    for name, scheme in (("forward", FORWARD), ("central", CENTRAL)):
        assert now[name] == pytest.approx(float(error_by_step(e_to_the_x, "x", 1, 10.0**n, scheme)), rel=1e-6)
    assert now["fine"] == pytest.approx(log10(max(now["central"], 1e-13)))


def test_the_best_steps_that_are_marked_are_those_of_the_maths_core() -> None:
    made = drawn("finite-difference-error")
    marks = [each for each in made.items if isinstance(each, Text) and each.text == ("best h",)]
    places = {each.look.role: made.moment(made.state).number(each.at[0]) for each in marks}

    best = {"step": float(best_step(1, FORWARD)), "error": float(best_step(1, CENTRAL))}
    assert places == pytest.approx(best, rel=1e-4)
    assert is_done("finite-difference-error", n=log10(places["error"]))
    assert not is_done("finite-difference-error", n=-3)


def test_the_grains_of_the_close_up_are_neighbours_among_the_numbers() -> None:
    made = drawn("finite-difference-error")
    grains = next(item for item in made.items if isinstance(item, Dot) and item.look.each == "grains")
    moment = made.moment({**made.state, "n": -15})
    places = [moment.number(grains.at[0], row) for row in moment.rows("grains")]

    assert [np.nextafter(place, 2) for place in places[:-1]] == places[1:]


def _words(name: str, **state: float) -> list[str]:
    """Return the texts without numbers that are seen at a state."""
    made = drawn(name)
    moment = made.moment({**made.state, **state})
    seen = [each for each in made.items if isinstance(each, Text) and moment.holds(each.look.when)]
    return ["".join(part for part in each.text if not isinstance(part, Live)) for each in seen]
