"""What the playground on heights says of its crowds, checked with SciPy on the data themselves."""

import csv
from functools import cache

import numpy as np
import pytest
from scipy.optimize import curve_fit
from scipy.stats import norm

from tests.content.regression.lessons import lesson_text
from upslope.course import default_course_path

LESSON = "heights-playground"
MIDDLES = np.arange(131.25, 200, 2.5)


@cache
def bars(group: str) -> np.ndarray:
    """Return the density of a group, or of all, in classes of 2.5 cm."""
    with (default_course_path() / "data/heights_nhanes_2017_2020.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    heights = [float(row["height_cm"]) for row in rows if group in ("all", row["sex"])]
    counts, _ = np.histogram(heights, np.arange(130, 200.1, 2.5))
    return np.asarray(counts / (counts.sum() * 2.5))


def left_over(group: str) -> np.ndarray:
    (mu, sigma), _ = curve_fit(norm.pdf, MIDDLES, bars(group), p0=(165, 9))
    return np.asarray(bars(group) - norm.pdf(MIDDLES, mu, sigma))


def alike(residuals: np.ndarray) -> float:
    """Return how much neighbouring bars miss in the same way: 1 for a slow wave, about 0 for chance."""
    there = residuals[(MIDDLES > 145) & (MIDDLES < 190)]
    return float(np.corrcoef(there[:-1], there[1:])[0, 1])


def test_one_bell_for_all_leaves_too_few_in_the_middle_and_too_many_beside_it() -> None:
    rest = left_over("all")
    assert rest[np.abs(MIDDLES - 167) < 3].sum() < 0
    assert rest[np.abs(MIDDLES - 156) < 3].sum() > 0
    assert rest[np.abs(MIDDLES - 178) < 3].sum() > 0


@pytest.mark.parametrize("group", ["female", "male"])
def test_one_bell_for_each_crowd_leaves_far_less(group: str) -> None:
    assert np.sum(left_over(group) ** 2) < 0.4 * np.sum(left_over("all") ** 2)


@pytest.mark.parametrize("group", ["female", "male"])
def test_the_waves_are_gone_for_each_crowd(group: str) -> None:
    assert alike(left_over("all")) > 0.4
    assert alike(left_over(group)) < 0.1


def test_two_bells_together_are_better_than_one_for_all() -> None:
    share = 4221 / 8302
    both = share * (bars("female") - left_over("female")) + (1 - share) * (bars("male") - left_over("male"))
    assert np.sum((bars("all") - both) ** 2) < 0.5 * np.sum(left_over("all") ** 2)


def test_the_first_task_can_be_done_by_one_bell() -> None:
    assert np.sum(left_over("all") ** 2) < 0.0001
    assert 'goal = "group < 1 and chi2 < 0.0001"' in lesson_text(LESSON)


def test_the_playground_says_that_one_bell_is_the_wrong_model() -> None:
    text = lesson_text(LESSON)
    assert "one bell is the wrong model" in text
    assert "It is the plain sum here" in text
