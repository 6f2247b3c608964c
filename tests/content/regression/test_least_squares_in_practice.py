"""Anscombe's four, the tide's valleys, the listing that is shown, and the line with a dot that is dragged."""

import contextlib
import io
import json
import re
from fractions import Fraction

import numpy as np
import pytest

from tests.content.regression.lessons import draw, figure, is_done, lesson_text, numbers

NAME = "least-squares-in-practice"
WATER = figure(NAME, "tide")["rows"]["water"]
X, Y = np.array(WATER["x"], float), np.array(WATER["y"])


def misfit(period: float) -> float:
    return float(((Y - 3 - 2 * np.cos(2 * np.pi * (X - 2) / period)) ** 2).sum())


def test_the_listing_prints_what_is_shown_below_it() -> None:
    program, shown = re.findall(r"```(?:python|text)\n(.*?)```", lesson_text(NAME), re.DOTALL)[:2]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(program, {})
    assert out.getvalue() == shown
    a, give = re.findall(r"\[([\d.]+) ", shown)
    assert f"$a = {a}$, give or take {give}" in lesson_text(NAME)


def test_anscombes_four_share_their_best_line_and_its_misfit() -> None:
    rows = figure(NAME, "anscombe")["rows"]
    lines = [
        np.polyfit(rows[name]["x"], rows[name]["y"], 1) for name in ("first", "second", "third", "fourth")
    ]
    assert np.ptp(lines, axis=0) == pytest.approx([0, 0], abs=0.01)
    now = numbers(NAME, "anscombe")
    assert [now[name] for name in ("one", "two", "three", "four")] == pytest.approx([13.76] * 4, abs=0.03)


@pytest.mark.parametrize(("start", "arrives"), [(8, False), (9, False), (10.5, True), (12, True), (16, True)])
def test_a_walk_ends_in_the_nearest_valley(start: float, arrives: bool) -> None:
    now = numbers(NAME, "tide", start=start, n=24)
    assert now["error"] == pytest.approx(misfit(now["walk_u"]))
    assert (now["error"] < 1) is arrives
    assert is_done(NAME, "tide", start=start, n=24) is arrives
    if not arrives:
        assert now["walk_u"] == pytest.approx(8.5, abs=0.1)
        assert abs(now["slope"]) < 0.5


def test_the_deepest_valley_is_at_the_tide_of_the_sea() -> None:
    periods = np.linspace(7.5, 17, 2000)
    assert periods[np.argmin([misfit(period) for period in periods])] == pytest.approx(12.4, abs=0.1)


@pytest.mark.parametrize("h", [3.0, 7.1, 12.0])
def test_the_line_with_the_dragged_dot_and_its_give_or_take_are_numpys(h: float) -> None:
    rows = figure(NAME, "outlier")["rows"]["data"]
    (m, c), cov = np.polyfit([*rows["x"], 7], [*rows["y"], h], 1, cov=True)
    now = numbers(NAME, "outlier", h=h)
    assert (now["m"], now["c"], now["give"]) == pytest.approx((m, c, np.sqrt(cov[0, 0])))
    assert (now["m6"], now["c6"]) == pytest.approx(tuple(np.polyfit(rows["x"], rows["y"], 1)))


def test_the_outlier_costs_certainty_and_the_task_asks_for_one() -> None:
    assert not is_done(NAME, "outlier")
    assert is_done(NAME, "outlier", h=13)
    assert numbers(NAME, "outlier", h=13)["give"] > 5 * numbers(NAME, "outlier")["give"]


def test_the_line_with_the_slip_misses_four_readings_and_meets_the_second() -> None:
    asked = re.search(r'kind = "line-fit"\nx = (.*)\ny = (.*)\n', lesson_text(NAME))
    assert asked is not None
    x, y = (np.array(json.loads(row), float) for row in asked.groups())
    residuals = y - np.polyval(np.polyfit(x, y, 1), x)
    assert (np.abs(residuals) < 1e-9).tolist() == [False, True, False, False, False]
    assert "misses four of the five readings. That it meets the second" in lesson_text(NAME)


def test_one_bad_reading_tilts_the_line_by_its_lever() -> None:
    for seed in range(6):
        drawn = draw(NAME, "one-bad-reading", seed)
        x = np.arange(1, 6)
        spoilt = np.zeros(5)
        spoilt[drawn.values["at"] - 1] = drawn.values["signed"]
        assert float(Fraction(drawn.parts[0].key["answer"])) == pytest.approx(np.polyfit(x, spoilt, 1)[0])


def test_a_covariance_that_is_shown_could_be_one() -> None:
    for seed in range(8):
        values = draw(NAME, "how-sure-is-the-dial", seed).values
        aa, ab, bb = (float(values[name]) for name in ("aa", "ab", "bb"))
        assert aa * bb > ab**2
        assert float(values["sure"]) ** 2 == pytest.approx(float(values["entry"]))
