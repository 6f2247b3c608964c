"""The keys of the quiz on stories and graphs, found again from what a learner is shown."""

import re
import runpy
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy.optimize import curve_fit

from upslope.course import default_course_path
from upslope.questions import Draw, Plot

QUIZ = default_course_path() / "what-is-calculus" / "matching-functions" / "questions"
SEEDS = range(12)


@cache
def script(question: str) -> dict[str, Any]:
    return runpy.run_path(str(QUIZ / question / "question.py"))


def drawn(question: str, seed: int) -> Draw:
    draw = script(question)["generate"](np.random.default_rng(seed))
    assert isinstance(draw, Draw)
    return draw


def dots_of(draw: Draw) -> tuple[np.ndarray, np.ndarray]:
    picture = draw.values["picture"]
    assert isinstance(picture, Plot)
    t, y = np.array([dot.at for dot in picture.dots], float).T
    return t, y


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rule_and_the_later_value_follow_from_the_two_dots(seed: int) -> None:
    draw = drawn("rain-in-a-barrel", seed)
    rate, start = np.polyfit(*dots_of(draw), 1)
    assert draw.parts[0].key["answer"] == str(round(start + rate * draw.values["asked"]))
    at_ten = eval(draw.parts[1].key["answer"].replace(" t", "*t"), {"t": 10})
    assert at_ten == pytest.approx(start + 10 * rate)


def expected(rule: str, t: np.ndarray, y: np.ndarray, when: float) -> float:
    """Return what the chosen rule says at a later moment, fitted to the dots without knowing the draw."""
    if rule == "line":
        return float(np.polyval(np.polyfit(t, y, 1), when))
    if rule == "level":
        level = curve_fit(lambda t, a, b, c: a + b * np.exp(-t / c), t, y, (20, 60, 6))[0]
        return float(level[0])
    if rule == "bell":
        top = curve_fit(
            lambda t, a, b, c: a * np.exp(-((t - b) ** 2) / c), t, y, (max(y), t[np.argmax(y)], 8)
        )
        a, b, c = top[0]
        return float(a * np.exp(-((when - b) ** 2) / c))
    period = 2 * t[np.argmin(y)]
    return float(np.interp(when % period, t, y))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fitted_rule_of_the_right_kind_gives_the_later_reading(seed: int) -> None:
    draw = drawn("beyond-the-last-reading", seed)
    when = float(re.search(r"\d+", str(draw.values["when"]))[0])  # type: ignore[index]
    t, y = dots_of(draw)
    assert expected(rule_of(draw), t, y, when) == pytest.approx(float(draw.values["value"]), abs=0.9)


def rule_of(draw: Draw) -> str:
    key = draw.parts[0].key
    (text,) = (str(one["text"]) for one in key["options"] if one["id"] == key["answer"])
    names = {"straight line": "line", "levels off": "level", "bell": "bell", "wave": "wave"}
    return next(rule for words, rule in names.items() if words in text)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answer_passes_through_the_heights_that_the_story_names(seed: int) -> None:
    draw = drawn("draw-the-story", seed)
    story, key = str(draw.values["story"]), draw.parts[0].key
    t, y = np.array([point.split() for point in key["answer"].split(",")], float).T
    numbers = [float(n) for n in re.findall(r"\d+", story)]
    if "bath" in story:
        full, high, pulled, empty = numbers
        assert np.interp([0, full, pulled, empty], t, y) == pytest.approx([0, high, high, 0])
    elif "balloon" in story:
        high, held, lands = numbers
        middle = (held + lands) / 2
        assert np.interp([0, held, middle, lands, t[-1]], t, y) == pytest.approx(
            [high, high, 0.75 * high, 0, 0], abs=high / 100
        )
    elif "wheel" in story:
        high, turn = numbers
        assert np.interp([0, turn / 2, turn, 1.5 * turn, 2 * turn], t, y) == pytest.approx(
            [0, high, 0, high, 0], abs=high / 100
        )
    else:
        start, room, half = numbers
        gap = start - room
        assert np.interp([0, half, 2 * half, 3 * half], t, y) == pytest.approx(
            [start, room + gap / 2, room + gap / 4, room + gap / 8], abs=gap / 100
        )


def test_the_shapes_have_the_character_that_their_reasons_give_them() -> None:
    module = script("one-story-four-graphs")
    times = np.linspace(0, 10, 1000)
    slopes = {
        name: np.gradient([height(t) for t in times], times) for name, (height, _) in module["SHAPES"].items()
    }
    assert np.ptp(slopes["steady"]) == pytest.approx(0, abs=1e-9)
    assert np.all(slopes["cooling"] < 0)
    assert np.all(np.diff(slopes["cooling"]) > 0)
    falling = slopes["stop"][times < 5.9]
    assert np.all(np.diff(falling) < 1e-9)
    assert slopes["stop"][-1] == 0
    assert np.sum(np.diff(np.sign(slopes["bell"])) != 0) == 1
    assert np.sum(np.diff(np.sign(slopes["swing"])) != 0) >= 4
