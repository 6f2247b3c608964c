"""What the lesson on straight lines says they leave out, measured with NumPy."""

import re
from fractions import Fraction
from math import log2, sqrt

import numpy as np
import pytest

from tests.content.taylor_series.lessons import draw, figure, is_done, lesson_text, numbers, told, variants
from upslope.maths import evaluate, parse

LESSON = "linearisation"


def test_the_car_is_off_by_the_gap_between_the_circle_and_its_tangent_in_every_step() -> None:
    offs = {step: told(LESSON, "glance", step)["off"] for step in (1, 2, 4, 6, 9)}
    way = {1: (3, 200), 2: (20, 200), 4: (10, 200), 6: (40, 200), 9: (20, 100)}
    assert offs == pytest.approx({step: r - sqrt(r * r - x * x) for step, (x, r) in way.items()})
    assert [offs[2] / offs[4], offs[6] / offs[2]] == pytest.approx([4, 4], abs=0.05)
    assert offs[9] / offs[2] == pytest.approx(2, abs=0.03)
    assert numbers(LESSON, "glance")["share"] == pytest.approx(1 / 400, rel=1e-3)


def test_the_dots_of_the_halved_steps_lie_on_a_line_of_slope_two() -> None:
    steps = figure(LESSON, "glance")["rows"]["halves"]["s"]
    offs = [200 - sqrt(200**2 - s * s) for s in steps]
    slope, _ = np.polyfit(np.log(steps), np.log(offs), 1)
    assert slope == pytest.approx(2, abs=0.02)


def test_the_road_bends_no_harder_than_promised_on_the_first_twenty_metres() -> None:
    promised = re.search(r"stays below ([\d.]+)\.", lesson_text(LESSON))
    assert promised
    along = np.linspace(0, 20, 2001)
    hardest = np.diff(200 - np.sqrt(200**2 - along**2), 2).max() / (along[1] - along[0]) ** 2
    assert 0.95 * float(promised[1]) < hardest < float(promised[1])


def test_a_road_that_bends_no_harder_than_one_stays_in_the_band_and_can_come_back_to_the_line() -> None:
    for a, b in np.random.default_rng(1).uniform(-3, 3, (20, 2)):
        now = numbers(LESSON, "promise", a=float(a), b=float(b))
        assert now["off"] == pytest.approx(abs(np.sin(b) - np.sin(a) - np.cos(a) * (b - a)))
        assert now["off"] <= now["most"]
    assert is_done(LESSON, "promise", a=-0.4, b=0.61)
    assert not is_done(LESSON, "promise")


@pytest.mark.parametrize(("recipe", "order"), [(0, 1), (1, 2), (2, 4)])
def test_halving_the_step_shows_the_order_of_each_recipe(recipe: int, order: int) -> None:
    found = [log2(numbers(LESSON, "order", r=recipe, h=h)["times"]) for h in (0.1, 0.2, 0.4)]
    assert found == pytest.approx([order] * 3, abs=0.1)
    assert is_done(LESSON, "order", r=recipe, h=0.4) is (order == 4)


def test_the_recipe_with_four_looks_is_four_central_differences_less_one_of_twice_the_step() -> None:
    def central(h: float) -> float:
        return float(np.sin(1 + h) - np.sin(1 - h)) / (2 * h)

    off = abs((4 * central(0.3) - central(0.6)) / 3 - np.cos(1))
    assert numbers(LESSON, "order", r=2, h=0.3)["full"] == pytest.approx(off)


def test_in_the_trap_forward_wins_by_luck_and_central_wins_in_the_end() -> None:
    f = np.polynomial.Polynomial([0, 1, -1, 10])
    forward = [abs((f(h) - f(0)) / h - 1) for h in (0.1, 0.01)]
    central = [abs((f(h) - f(-h)) / (2 * h) - 1) for h in (0.1, 0.01)]
    assert forward == pytest.approx([0, 0.009], abs=1e-12)
    assert central == pytest.approx([0.1, 0.001])


def test_the_errors_in_the_table_fall_by_the_order_that_is_asked_for() -> None:
    for seed in range(8):
        values = draw(LESSON, "the-order-from-a-table", seed).values
        for row, order in (("a", "p"), ("b", "q")):
            errors = [float(str(values[f"{row}{k}"])) for k in (1, 2, 3)]
            falls = [log2(errors[0] / errors[1]), log2(errors[1] / errors[2])]
            assert falls == pytest.approx([float(str(values[order]))] * 2, abs=0.25)


def test_a_lift_at_its_limit_is_off_by_as_much_as_the_promise_allows() -> None:
    for variant in variants(LESSON, "what-a-promise-is-worth"):
        m, t = (float(found) for found in re.findall(r"(?:than|after) \$([\d.]+)\$", variant.prompt))
        time = np.linspace(0, t, 1001)
        way = np.trapezoid(m * time, time)
        assert float(Fraction(variant.parts[0].key["asked"].split()[0])) == pytest.approx(way, rel=1e-6)


def test_the_line_of_the_lens_touches_its_curve() -> None:
    for seed in range(8):
        drawn = draw(LESSON, "a-line-for-the-lens", seed)
        line = parse(str(drawn.parts[0].key["answer"]), ("d",))
        place, there = float(str(drawn.values["a"])), float(str(drawn.values["there"]))
        truth = float(str(drawn.values["true"]))
        at = [evaluate(line, {"d": there - place}), evaluate(line, {"d": 0.0})]
        assert at[0] == pytest.approx(truth, rel=0.12)
        slope = evaluate(drawn.values["slope"], {"x": place})
        assert at[0] - at[1] == pytest.approx(slope * (there - place))
