"""The drawn pictures of the quiz on curves and slopes: the area under a slope is what its curve climbs."""

import runpy
from typing import Any

import numpy as np
import pytest

from upslope.course import default_course_path
from upslope.questions import Draw, Plot

NAME = "graph-and-derivative"
SEEDS = range(5)
Line = tuple[np.ndarray, np.ndarray]


def draw(question: str, seed: int) -> Draw:
    script = default_course_path() / "what-is-calculus" / NAME / "questions" / question / "question.py"
    drawn = runpy.run_path(str(script))["generate"](np.random.default_rng(seed))
    assert isinstance(drawn, Draw)
    return drawn


def line(plot: Plot | dict[str, Any], which: int = 0) -> Line:
    """Return the points of a drawn curve that is in one piece."""
    (piece,) = plot.curves[which].pieces if isinstance(plot, Plot) else plot["curves"][which]["pieces"]
    x, y = np.transpose(piece)
    return x, y


def belongs(curve: Line, slope: Line) -> bool:
    """Return whether the area under ``slope``, from wherever both begin, is what ``curve`` climbs."""
    x = np.linspace(max(curve[0][0], slope[0][0]), min(curve[0][-1], slope[0][-1]), 801)
    heights, steep = np.interp(x, *curve), np.interp(x, *slope)
    area = np.concatenate([[0], np.cumsum((steep[1:] + steep[:-1]) / 2 * np.diff(x))])
    return bool(np.max(np.abs(heights - heights[0] - area)) < 0.04)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_line_touches_the_curve_at_a_and_has_the_slope_that_is_asked_for(seed: int) -> None:
    drawn = draw("a-line-that-touches", seed)
    picture = drawn.values["picture"]
    (ax, ay), (bx, by) = (dot.at for dot in picture.dots)
    curve, straight = line(picture), line(picture, 1)
    assert np.interp([ax, bx], *straight) == pytest.approx([ay, by], abs=0.01)
    assert np.interp(ax, *curve) == pytest.approx(ay, abs=0.05)
    beside = np.interp([ax - 0.5, ax + 0.5], *curve)
    assert beside[1] - beside[0] == pytest.approx((by - ay) / (bx - ax), abs=0.1)
    assert float(drawn.values["slope"]) == (by - ay) / (bx - ax)
    assert 0 < min(ay, by) < max(ay, by) < picture.view[3]


@pytest.mark.parametrize("seed", SEEDS)
def test_one_graph_alone_is_the_slope_of_the_hump(seed: int) -> None:
    drawn = draw("slope-of-a-single-hump", seed)
    hump, key = line(drawn.values["picture"]), drawn.parts[0].key
    found = [option["id"] for option in key["options"] if belongs(hump, line(option["plot"]))]
    assert found == [key["answer"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_of_the_wiggles_has_the_slope_that_the_key_gives_it_and_no_other(seed: int) -> None:
    key = draw("wiggles-lifted-or-not", seed).parts[0].key
    for curve, right in (pair.split(":") for pair in key["answer"].split(",")):
        (wiggle,) = (line(one["plot"]) for one in key["left"] if one["id"] == curve)
        assert [one["id"] for one in key["right"] if belongs(wiggle, line(one["plot"]))] == [right]


@pytest.mark.parametrize("seed", SEEDS)
def test_three_graphs_can_be_the_lost_curve_and_they_are_those_of_the_key(seed: int) -> None:
    drawn = draw("whose-slope-is-this", seed)
    slope, key = line(drawn.values["picture"]), drawn.parts[0].key
    found = [option["id"] for option in key["options"] if belongs(line(option["plot"]), slope)]
    assert len(found) == 3
    assert found == sorted(key["answer"].split(","))


@pytest.mark.parametrize("seed", range(8))
def test_the_slope_to_draw_is_that_of_the_curve_above_and_steepest_where_the_hint_says(seed: int) -> None:
    drawn = draw("draw-the-slope", seed)
    key = drawn.parts[0].key
    x, y = np.transpose([[float(n) for n in point.split()] for point in key["answer"].split(",")])
    assert belongs(line(key["plot"]), (x, y))
    left, right = key["interval"]
    told = [
        int(word) for word in drawn.values["steepest"].replace(",", " ").split() if word.lstrip("-").isdigit()
    ]
    inside = (x > left + 1) & (x < right - 1)
    for place in told:
        near = inside & (np.abs(x - place) < 0.8)
        assert abs(x[near][np.argmax(np.abs(y[near]))] - place) < 0.15
