"""What the lesson on roasting says of its curve, lines and terms, and what its questions count right."""

import numpy as np
import pytest
import sympy
from scipy.optimize import brentq

from tests.content.taylor_series.lessons import draw, figure, is_done, numbers, told

NAME = "building-approximate-functions"
M, D = sympy.symbols("m d", positive=True)
LAW = 60 * M ** sympy.Rational(2, 3)
SERIES = sympy.series(60 * (1 + D) ** sympy.Rational(2, 3), D, 0, 5).removeO()


def test_the_short_formula_for_a_ball_is_right_for_a_ball_in_an_oven() -> None:
    def middle(time: float) -> float:
        """Return the middle's temperature by the whole series; radius and spreading of heat are 1."""
        n = np.arange(1, 60)
        return float(180 - 2 * 160 * np.sum((-1.0) ** (n + 1) * np.exp(-(n**2) * np.pi**2 * time)))

    exact = brentq(lambda time: middle(time) - 95, 0.01, 2)
    assert np.log(2 * 160 / (180 - 95)) / np.pi**2 == pytest.approx(exact, rel=0.02)


def test_the_cookbook_is_the_tangent_and_the_neighbour_is_not() -> None:
    slope = float(LAW.diff(M).subs(M, 1))
    low, high = (numbers(NAME, "oven", m=m) for m in (1, 2))
    assert high["cookbook"] - low["cookbook"] == slope
    assert high["neighbour"] - low["neighbour"] != slope
    assert low["cookbook"] == low["neighbour"] == low["time"] == 60


def test_the_cookbook_is_never_too_short_and_nearer_than_the_neighbour_above_one_kilo() -> None:
    for m in np.linspace(0.05, 9, 30):
        now = numbers(NAME, "oven", m=float(m))
        assert now["time"] == pytest.approx(float(LAW.subs(M, float(m))))
        assert now["off"] >= 0
        if m > 1:
            assert now["off"] < now["worse"]


def test_the_giant_of_the_village_show_is_overdone_by_more_than_an_hour_and_a_half() -> None:
    assert told(NAME, "oven", 7)["m"] == 8
    assert told(NAME, "oven", 7)["off"] == pytest.approx(100)


def test_the_terms_of_the_text_and_of_the_bars_are_those_of_the_series() -> None:
    right = [float(SERIES.coeff(D, power)) for power in range(4)]
    assert right == pytest.approx([60, 40, -20 / 3, 80 / 27])
    assert figure(NAME, "terms")["rows"]["bars"]["c"] == pytest.approx(right)
    now = numbers(NAME, "terms", d=-0.4, n=3)
    signed = (now["one"], -now["two"], now["three"])
    assert signed == pytest.approx([c * (-0.4) ** power for power, c in enumerate(right)][1:])
    assert now["kept"] == pytest.approx(60 + sum(signed))


def test_for_a_tenth_of_a_kilo_more_the_last_two_terms_are_seconds() -> None:
    now = numbers(NAME, "terms", d=0.1)
    assert (round(now["one"]), round(now["two"] * 60), round(now["three"] * 60, 1)) == (4, 4, 0.2)


def test_the_rule_is_wrong_by_a_minute_at_about_one_point_four_kilos() -> None:
    done = [d for d in np.linspace(-0.9, 1, 191) if is_done(NAME, "terms", d=float(d))]
    assert done
    assert all(1.35 < 1 + d < 1.45 for d in done)
    assert abs(numbers(NAME, "terms", d=0.41, n=2)["off"]) < 0.3


@pytest.mark.parametrize("seed", range(5))
def test_the_line_for_the_wall_is_the_tangent(seed: int) -> None:
    drawn = draw(NAME, "a-rule-for-the-kitchen-wall", seed)
    v = drawn.values
    law = v["c"] * M ** sympy.Rational(2, 3)
    slope, time = (sympy.Rational(part.key["answer"]) for part in drawn.parts)
    assert slope == law.diff(M).subs(M, v["usual"])
    assert v["time"] == law.subs(M, v["usual"])
    assert time == v["time"] + slope * (sympy.Rational(v["other"]) - v["usual"])
    assert float(v["truth"]) == pytest.approx(float(law.subs(M, float(v["other"]))), abs=0.06)
    assert float(time) == pytest.approx(float(v["truth"]), rel=0.02)


@pytest.mark.parametrize("seed", range(6))
def test_the_terms_that_stay_are_needed_and_those_that_go_are_not(seed: int) -> None:
    v = draw(NAME, "terms-that-may-go", seed)
    allowed = {"half": 0.5, "a tenth": 0.1, "a hundredth": 0.01}
    precision = next(size for words, size in allowed.items() if v.values["precision"].startswith(words))
    h = sympy.Poly(
        sympy.sympify(v.values["formula"].replace("d", "*d").replace("^", "**")), sympy.symbols("d")
    )
    d, stay = float(v.values["d"]), int(v.parts[0].key["answer"])
    terms = [float(c) * d**power for power, c in enumerate(reversed(h.all_coeffs()))]
    assert abs(sum(terms[stay:])) < precision
    assert abs(terms[stay - 1]) > precision
    assert float(v.values["value"]) == pytest.approx(sum(terms[:stay]))
