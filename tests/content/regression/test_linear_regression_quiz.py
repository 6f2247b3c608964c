"""The answers of the quiz on lines, each found again by NumPy or SciPy."""

import json
import re

import numpy as np
import pytest
from scipy.stats import linregress

from tests.content.regression.lessons import draw, variants

QUIZ = "linear-regression-quiz"
SEEDS = range(8)


def key(item: str, question: str, part: str, seed: int) -> str:
    """Return the answer of one part."""
    drawn = draw(item, question, seed)
    return str(next(each for each in drawn.parts if each.name == part).key["answer"])


def as_number(text: str) -> float:
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_slope_and_intercept_through_five_points_are_numpys(seed: int) -> None:
    shown = draw(QUIZ, "five-points-by-hand", seed).values
    x, y = ([int(shown[f"{name}{k}"]) for k in range(1, 6)] for name in "xy")
    found = [as_number(key(QUIZ, "five-points-by-hand", part, seed)) for part in ("m", "c")]
    assert found == pytest.approx(list(np.polyfit(x, y, 1)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sliders_goal_is_a_little_above_the_least_chi_squared(seed: int) -> None:
    drawn = draw(QUIZ, "tune-the-line", seed)
    (part,) = drawn.parts
    x, y = np.array([dot["at"] for dot in part.key["plot"]["dots"]]).T
    least = np.sum((y - np.polyval(np.polyfit(x, y, 1), x)) ** 2)
    assert least < float(drawn.values["below"]) < 1.2 * least + 0.2
    assert float(drawn.values["least"]) == pytest.approx(least, abs=0.006)


@pytest.mark.parametrize("seed", SEEDS)
def test_chi_squared_with_error_bars_is_that_of_the_shown_table(seed: int) -> None:
    variant = list(variants(QUIZ, "misses-in-error-bars", seed + 1))[seed]
    x, y, sigma = np.array(re.findall(r"\| (\d+) \| (-?\d+) \| (\d+) \|", variant.prompt), float).T
    ((m, c),) = np.array(re.findall(r"y = (\d+) *x \+ (\d+)", variant.prompt), float)
    counted = ((y - m * x - c) / sigma) ** 2
    chi, heaviest = variant.parts
    assert as_number(str(chi.key["answer"])) == pytest.approx(counted.sum())
    options = {option["id"]: option["text"] for option in heaviest.key["options"]}
    assert f"x = {x[counted.argmax()]:g}$" in options[heaviest.key["answer"]]
    assert counted.argmax() != np.abs(y - m * x - c).argmax()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_read_from_the_library_is_what_another_library_says(seed: int) -> None:
    drawn = draw(QUIZ, "ask-the-library", seed)
    given = drawn.parts[0].key["given"]
    x, y = (json.loads(found) for found in re.findall(r"\[.*\]", given))
    fit = linregress(x, y)
    told = [float(drawn.values[name].replace("+", "")) for name in ("m", "c", "error")]
    assert told == pytest.approx([fit.slope, fit.intercept, fit.stderr], abs=0.06)
    assert told[2] == pytest.approx(fit.stderr, abs=0.006)


def test_a_bent_cloud_leaves_the_pattern_that_the_quiz_names_and_a_straight_one_none() -> None:
    measured, named = {}, {}
    for seed in SEEDS:
        drawn = draw(QUIZ, "clouds-for-a-line", seed)
        clouds, pattern = drawn.parts
        for option in clouds.key["options"]:
            signs, size = left_over(option["plot"]["dots"])
            words = re.sub(r"Twenty dots that (.*?), .*", r"\1", option["plot"]["alt"])
            if "hardly stray" in option["plot"]["alt"]:
                measured[words] = signs
            assert (size < 0.9) == (option["id"] in clouds.key["answer"].split(","))
        texts = {option["id"]: option["text"] for option in pattern.key["options"]}
        named[drawn.values["shape"]] = texts[pattern.key["answer"]]
    sides = {1: "above", -1: "below"}
    for words, signs in measured.items():
        told = re.findall("above|below", named[words])
        assert told == [sides[int(sign)] for sign in signs]
    assert len(measured) == len(named) == 2


def left_over(dots: list[dict[str, list[float]]]) -> tuple[np.ndarray, float]:
    """Return the signs of what the best line leaves over in three stretches, and how orderly it is."""
    x, y = np.array([dot["at"] for dot in dots]).T
    missed = y - np.polyval(np.polyfit(x, y, 1), x)
    means = np.array(
        [part.mean() for part in np.split(missed[[*range(4), *range(6, 14), *range(16, 20)]], [4, 12])]
    )
    return np.sign(means), float(np.abs(means).max() / missed.std())
