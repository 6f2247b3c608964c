"""What the figures on Taylor series show, against mpmath, SymPy, closed forms and the maths core."""

from math import cos, exp, factorial, sin

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.course.figures.gallery import at, drawn, is_done, rows, told
from upslope.course.figures.scene.primitives import Contours, Curve
from upslope.maths import parse_scalar, remainder_bound


@pytest.mark.parametrize("n", range(9))
@pytest.mark.parametrize("x", [-3.0, -0.4, 2.3])
def test_the_terms_add_up_to_the_sum_and_miss_what_is_missing(n: int, x: float) -> None:
    now, terms = at("power-series", n=n, x0=x), rows("power-series", "terms", x0=x)
    sums = [sum(x**k / factorial(k) for k in range(count)) for count in range(10)]

    assert now["sum"] == pytest.approx(sums[n + 1])
    assert now["missing"] == pytest.approx(exp(x) - sums[n + 1])
    # The foot of every arrow, and the head of the last one.
    assert terms["s"] == pytest.approx(sums[:9])
    assert terms["s_next"][n] == pytest.approx(now["sum"])


def test_seven_powers_reach_e_squared_to_a_hundredth_and_six_do_not() -> None:
    assert is_done("power-series", x0=2, n=7)
    assert not is_done("power-series", x0=2, n=6)


@settings(max_examples=20, deadline=None)
@given(st.floats(-4, 4), st.integers(0, 8), st.floats(-4.5, 4.5))
def test_the_polynomial_about_any_point_is_that_of_mpmath(a: float, n: int, b: float) -> None:
    now = at("taylor-about-a-point", a=a, n=n, b=b)
    coefficients = mpmath.taylor(lambda x: mpmath.sin(x) + mpmath.cos(2 * x) / 2, a, n)
    value = mpmath.polyval(coefficients[::-1], b - a)

    assert now["error"] == pytest.approx(float(value) - sin(b) - cos(2 * b) / 2, rel=1e-6, abs=1e-9)


def test_a_high_order_is_right_one_away_from_the_point_and_a_parabola_is_not() -> None:
    assert is_done("taylor-about-a-point", a=-1, b=0.05, n=8)
    assert not is_done("taylor-about-a-point", a=-1, b=0.05, n=2)
    assert not is_done("taylor-about-a-point", a=-1, b=-0.9, n=8)


def test_the_hilltop_of_the_story_is_level_and_bends_down() -> None:
    top = told("taylor-about-a-point", 4)

    assert top["p_1"] == pytest.approx(0, abs=1e-9)
    assert 2 * top["p_2"] == pytest.approx(-1.5)


@settings(max_examples=25, deadline=None)
@given(st.floats(0.5, 2), st.integers(0, 12), st.floats(0.2, 4.2))
def test_the_series_of_a_reciprocal_is_wrong_by_one_power_of_the_ratio(p: float, n: int, x: float) -> None:
    now = at("circle-of-convergence", p=p, n=n, x0=x)
    ratio = (x - p) / p

    assert now["ratio"] == pytest.approx(abs(ratio))
    assert now["error"] == pytest.approx(-((-ratio) ** (n + 1)) / x, rel=1e-6, abs=1e-9)


def test_more_powers_help_inside_the_circle_and_harm_outside() -> None:
    for x, helps in ((1.9, True), (2.1, False)):
        few, many = (abs(at("circle-of-convergence", p=1, n=n, x0=x)["error"]) for n in (8, 12))
        assert (many < few) is helps
    assert is_done("circle-of-convergence", x0=2.4, n=8)
    assert not is_done("circle-of-convergence", x0=1.9, n=12)


@pytest.mark.parametrize("order", [0, 1, 2])
def test_value_plane_and_paraboloid_are_those_of_sympy(order: int) -> None:
    made = drawn("tangent-plane")
    guess = next(each for each in made.items if isinstance(each, Contours) and each.look.role == "slope")
    x, y, scale = sympy.symbols("x y scale")
    p, q = 0.7, -1.1
    land = sympy.sin(x + y / 2) + sympy.cos(y)
    along = land.subs({x: p + scale * (x - p), y: q + scale * (y - q)}, simultaneous=True)
    terms = (along.diff(scale, k).subs(scale, 0) / factorial(k) for k in range(order + 1))
    expected = sum(terms, sympy.Integer(0))
    moment = made.moment({**made.state, "order": order, "p": p, "q": q})

    for place in ((0.7, -1.1), (1.3, -0.9), (-2, 2)):
        value = moment.number(guess.of, {"x": place[0], "y": place[1]})
        assert value == pytest.approx(float(expected.subs({x: place[0], y: place[1]})))


def test_the_net_is_a_dome_where_the_task_says_so() -> None:
    # The determinant of this Hessian is sin(x + y/2) cos(y).
    assert is_done("tangent-plane", order=2, p=1.2, q=0.4)
    assert not is_done("tangent-plane", order=1, p=1.2, q=0.4)
    assert not is_done("tangent-plane", order=2)
    assert not is_done("tangent-plane", order=2, p=1.6, q=1.7)


@settings(max_examples=15, deadline=None)
@given(st.floats(-3, 3), st.integers(0, 8), st.floats(-6.5, 6.5))
def test_the_sine_never_leaves_its_band(a: float, n: int, b: float) -> None:
    now = at("remainder-band", a=a, n=n, b=b)

    assert now["bound"] == pytest.approx(abs(b - a) ** (n + 1) / factorial(n + 1))
    assert now["error"] <= now["bound"] + 1e-12


def test_the_bound_is_no_smaller_than_the_one_of_the_maths_core() -> None:
    now = at("remainder-band", a=0.6, n=2, b=2)
    found = remainder_bound(parse_scalar("sin(x)", ("x",)), "x", 0.6, 2, (0.6, 2))

    # The core looks for the largest derivative on the interval; the figure takes 1.
    assert found.bound is not None
    assert now["error"] <= found.bound + 1e-12 <= now["bound"] + 1e-9


@pytest.mark.parametrize("n", [0, 3, 8])
def test_the_band_that_is_drawn_is_the_bound_and_the_bar_where_it_is_a_tenth(n: int) -> None:
    made = drawn("remainder-band")
    state = {**made.state, "n": n}
    moment, now = made.moment(state), at("remainder-band", n=n)
    bands = [each for each in made.items if isinstance(each, Curve) and each.look.each == "orders"]
    shown = [
        (band, row) for band in bands for row in moment.rows("orders") if moment.holds(band.look.when, row)
    ]

    assert len(shown) == 1
    (band, row), x = shown[0], now["a"] + now["reach"]
    assert band.base is not None
    top, bottom = (moment.number(edge[1], {**row, band.by: x}) for edge in (band.at, band.base))
    assert (top - bottom) / 2 == pytest.approx(0.1)
    assert bottom <= sin(x) <= top


def test_order_5_is_surely_within_a_tenth_to_both_sides_and_order_4_is_not() -> None:
    assert is_done("remainder-band", n=5)
    assert not is_done("remainder-band", n=4)
