"""What the lesson on functions says about its tea and its planets, checked with NumPy and SciPy."""

import re

import numpy as np
import pytest
import sympy
from scipy.optimize import minimize_scalar

from tests.content.what_is_calculus.lessons import figure

T = sympy.Symbol("t")
TEA, PLANETS = figure("functions", "tea"), figure("functions", "planets")
RULES = {name: TEA["functions"][f"{name}(t)"] for name in ("L", "P", "E")}
MINUTES, DEGREES = (np.array(TEA["rows"]["data"][column]) for column in ("u", "v"))
DISTANCES, YEARS = (np.array(PLANETS["rows"]["data"][column]) for column in ("u", "v"))


def output(rule: str, minute: float) -> float:
    text = re.sub(r"(\d) t", r"\1*t", RULES[rule]).replace("^", "**").replace("65 e", "65*E")
    return float(sympy.sympify(text).subs(T, minute))


@pytest.mark.parametrize(("rule", "miss"), [("L", 2.0), ("P", 0.6), ("E", 0.7)])
def test_every_rule_passes_as_close_to_the_readings_as_the_story_says(rule: str, miss: float) -> None:
    misses = [abs(output(rule, m) - d) for m, d in zip(MINUTES, DEGREES, strict=True)]
    assert max(misses) == pytest.approx(miss, abs=0.05)


@pytest.mark.parametrize(("rule", "says"), [("L", -6), ("P", 55), ("E", 30)])
def test_the_three_rules_part_company_at_minute_30(rule: str, says: int) -> None:
    assert round(output(rule, 30)) == says


def test_only_the_rule_that_levels_out_agrees_with_the_last_reading() -> None:
    (minute,), (degrees,) = TEA["rows"]["later"]["u"], TEA["rows"]["later"]["v"]
    assert [rule for rule in RULES if abs(output(rule, minute) - degrees) < 1] == ["E"]


def test_the_best_exponent_for_the_planets_is_one_and_a_half() -> None:
    def miss(p: float) -> float:
        return float(np.sum((DISTANCES**p - YEARS) ** 2))

    best = minimize_scalar(miss, bounds=(0.5, 2), method="bounded")
    assert best.x == pytest.approx(1.5, abs=0.005)
    reached = [p for p in np.arange(0.5, 2.005, PLANETS["steps"]["p"]) if miss(p) < 1]
    assert reached
    assert max(abs(p - 1.5) for p in reached) < 0.03


def test_nearly_every_exponent_looks_good_on_the_inner_planets() -> None:
    inner = DISTANCES < 2
    for p in (1.2, 1.8):
        assert np.max(np.abs(DISTANCES[inner] ** p - YEARS[inner])) < 0.3
        assert np.max(np.abs(DISTANCES**p - YEARS)) > 10


def test_the_periods_agree_with_the_days_that_the_source_gives() -> None:
    days = np.array([87.97, 224.70, 365.26, 686.98])  # Royal Museums Greenwich, sidereal periods
    assert np.allclose(days / 365.26, YEARS[:4], atol=0.002)
    near, far = (
        np.array(one) for one in ([0.31, 0.72, 0.98, 1.38, 4.95, 9.01], [0.47, 0.73, 1.02, 1.67, 5.45, 10.07])
    )
    assert np.allclose((near + far) / 2, DISTANCES, atol=0.006)
    uranus = (18.28 + 20.09) / 2
    assert uranus == pytest.approx(19.2, abs=0.05)
