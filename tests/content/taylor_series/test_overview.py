"""What the overview says of the swing boat, of its stand-ins, and what its questions count right."""

import math

import numpy as np
import pytest
import sympy
from scipy.special import ellipk

from tests.content.taylor_series.lessons import draw, is_done, numbers, told

NAME = "overview"
X = sympy.symbols("x")


def stand_in(power: int, at: float) -> float:
    """Return the series of the sine up to an odd power."""
    return float(sum((-1) ** (k // 2) * at**k / math.factorial(k) for k in range(1, power + 1, 2)))


@pytest.mark.parametrize("power", [1, 3, 5, 9])
def test_the_stand_in_is_the_series_of_the_sine(power: int) -> None:
    for at in (0.5, 3.0):
        now = numbers(NAME, "boat", n=power, x0=at)
        assert now["guess"] == pytest.approx(stand_in(power, at))
        assert now["miss"] == pytest.approx(stand_in(power, at) - math.sin(at))


def test_with_power_nine_it_follows_the_boat_to_the_top() -> None:
    assert told(NAME, "boat", 6)["n"] == 9
    for at in (1.5, 2.5, told(NAME, "boat", 6)["x0"]):
        assert numbers(NAME, "boat", n=9, x0=at)["miss"] == pytest.approx(0, abs=0.01)


def test_with_more_terms_it_lets_go_later_and_faster() -> None:
    at = np.linspace(0.1, 7, 7000)
    places, speeds = [], []
    for power in (1, 3, 5, 9):
        miss = sum((-1) ** (k // 2) * at**k / math.factorial(k) for k in range(1, power + 1, 2)) - np.sin(at)
        gone = int(np.argmax(np.abs(miss) > 1))
        places.append(at[gone])
        speeds.append(abs(miss[gone + 1] - miss[gone]))
    assert places == sorted(places)
    assert speeds == sorted(speeds)


def test_up_to_five_it_is_right_to_five_decimals_at_half_a_radian() -> None:
    assert abs(stand_in(5, 0.5) - math.sin(0.5)) < 5e-6
    assert abs(stand_in(3, 0.5) - math.sin(0.5)) > 5e-6


@pytest.mark.parametrize("degrees", [2, 23, 60, 150])
def test_the_green_curve_is_the_exact_time_by_an_elliptic_integral(degrees: float) -> None:
    exact = 4 * math.sqrt(4 / 9.81) * ellipk(math.sin(math.radians(degrees) / 2) ** 2)
    now = numbers(NAME, "clock", A=degrees)
    assert now["time"] == pytest.approx(exact, rel=1e-5)
    more = numbers(NAME, "clock", A=degrees, more=1)
    amplitude = math.radians(degrees)
    assert more["book"] == pytest.approx(2 * math.pi * math.sqrt(4 / 9.81) * (1 + amplitude**2 / 16))


def test_one_per_cent_is_reached_at_about_23_degrees() -> None:
    done = [degrees for degrees in range(2, 151) if is_done(NAME, "clock", A=degrees)]
    assert done == [23]
    assert not is_done(NAME, "clock", A=23, more=1)
    assert numbers(NAME, "clock", A=23, more=1)["off"] < 0.05


@pytest.mark.parametrize("seed", range(4))
def test_the_small_computer_says_what_numpy_says(seed: int) -> None:
    drawn = draw(NAME, "sums-and-products", seed)
    exact = {r"\sin x": (np.sin, 3), r"\cos x": (np.cos, 2), "e^{x}": (np.exp, 2)}
    function, power = exact[drawn.values["name"]]
    symbolic = {np.sin: sympy.sin, np.cos: sympy.cos, np.exp: sympy.exp}[function]
    at = float(drawn.values["at"])
    series = sympy.series(symbolic(X), X, 0, power + 1).removeO()
    assert float(sympy.sympify(drawn.parts[0].key["answer"])) == pytest.approx(float(series.subs(X, at)))
    assert float(drawn.values["truth"]) == pytest.approx(function(at), abs=6e-5)


@pytest.mark.parametrize("seed", range(6))
def test_the_stand_in_may_be_used_just_where_it_is_within_a_fifth(seed: int) -> None:
    drawn = draw(NAME, "where-it-may-be-used", seed)
    solid, dashed = drawn.values["picture"].curves
    heights = [
        np.array(sorted(point for piece in each.pieces for point in piece)) for each in (solid, dashed)
    ]
    texts = {each["id"]: each["text"] for each in drawn.parts[0].key["options"]}
    right = {texts[each].removeprefix("at ") for each in drawn.parts[0].key["answer"].split(",")}
    for dot in drawn.values["picture"].dots:
        gap = abs(np.subtract(*(np.interp(dot.at[0], *each.T) for each in heights)))
        assert (gap <= 0.2) == (dot.label in right)
