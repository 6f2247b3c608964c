"""Where the searches of the graded quiz land and how they end, found again without the maths core."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from tests.content.optimisation.lessons import draw
from tests.content.optimisation.tangents import fate, function_of, landings
from upslope.maths import evaluate, parse
from upslope.questions import Part

ITEM = "checking-newton-raphson"
SEEDS = range(3)
QUESTIONS = (
    "over-the-valley",
    "behind-a-hilltop",
    "there-and-back",
    "close-to-the-top",
    "above-the-axis",
    "a-stretched-s",
    "upright-through-the-root",
    "dividing-without-dividing",
)


def search(values: dict[str, Any]) -> tuple[Any, float, float | None]:
    """Return the function, the start and what is hoped for."""
    target = values.get("target", values.get("root"))
    if "c" in values:
        target = 1 / float(values["c"])
    return function_of(values["f"]), float(values["start"]), None if target is None else float(target)


def chosen(part: Part) -> str:
    """Return the words of the right option."""
    return str(next(one["text"] for one in part.key["options"] if one["id"] == part.key["answer"]))


def words(end: str, target: float | None) -> str:
    told = {
        "target": "settles at $T$",
        "other": "another root" if target is not None else "settles at a root",
        "cycle": "round and round",
        "away": "runs away",
        "stuck": "stops",
        "never": "jumps about",
    }
    return told[end]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_search_ends_as_is_said(question: str) -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, question, seed)
        f, start, target = search(dict(drawn.values))
        assert words(fate(f, start, target), target) in chosen(drawn.parts[-1]), (seed, start)


@pytest.mark.parametrize("question", ["over-the-valley", "behind-a-hilltop"])
def test_a_start_that_is_read_a_little_wrong_ends_in_the_same_way(question: str) -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, question, seed)
        f, start, target = search(dict(drawn.values))
        left, right, *_ = drawn.parts[0].key["plot"]["view"]
        nudge = 0.006 * (right - left)
        assert len({fate(f, start + side * nudge, target) for side in (-1, 0, 1)}) == 1, seed


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one != "close-to-the-top"])
def test_the_first_tangent_lands_there(question: str) -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, question, seed)
        f, start, _ = search(dict(drawn.values))
        answer = str(drawn.parts[0].key["answer"])
        said = float(answer.split()[0]) if drawn.parts[0].type == "place" else evaluate(parse(answer), {})
        assert said == pytest.approx(landings(f, start, 1)[1], abs=1e-4), seed


def test_the_picture_tells_where_a_leap_goes() -> None:
    for seed in range(5):
        drawn = draw(ITEM, "close-to-the-top", seed)
        f, start, _ = search(dict(drawn.values))
        points, (left, right, *_) = landings(f, start, 1), drawn.values["picture"].view
        if len(points) == 1:
            place = "nowhere"
        else:
            place = "left edge" if points[1] < left else "right edge" if points[1] > right else "inside"
        assert place in chosen(drawn.parts[0]), seed


def test_how_fast_it_comes() -> None:
    for seed in range(5):
        drawn = draw(ITEM, "a-touch", seed)
        f, start, target = search(dict(drawn.values))
        assert target is not None
        away = [abs(point - target) for point in landings(f, start, 4)]
        left = away[4] / away[3]
        told = {0.5: "half of the way", 0.666667: "a third of the way"}.get(round(left, 6), "doubles")
        assert told in chosen(drawn.parts[1]), seed
        assert told != "doubles" or away[4] < 2 * away[3] ** 2 + 1e-12


def test_the_short_rules_are_height_over_slope() -> None:
    values = draw(ITEM, "a-stretched-s", 0).values
    short, (f, _, root) = function_of(values["rule"].replace("x_n", "x")), search(dict(values))
    assert root is not None
    for x in (root - 1.7, root + 0.4):
        assert short(x) == pytest.approx(landings(f, x, 1)[1])
    f, _, root = search(dict(draw(ITEM, "dividing-without-dividing", 0).values))
    assert root is not None
    for x in (0.3 * root, 1.4 * root):
        assert x * (2 - x / root) == pytest.approx(landings(f, x, 1)[1])


def test_the_upright_curve_is_the_power_it_is_called() -> None:
    values = draw(ITEM, "upright-through-the-root", 1).values
    f, _, root = search(dict(values))
    assert root is not None
    power = float(Fraction(values["power"]))
    for u in (0.3, 2.0):
        assert f(root + u) == pytest.approx(u**power)
        assert f(root - u) == pytest.approx(-(u**power))


def test_four_neighbours_find_the_roots_that_are_said_and_keep_off_the_borders() -> None:
    for seed in SEEDS:
        drawn = draw(ITEM, "four-starts-side-by-side", seed)
        f, width = function_of(drawn.values["f"]), int(drawn.values["right"])
        places = {
            one["id"]: one["text"] for one in (*drawn.parts[1].key["left"], *drawn.parts[1].key["right"])
        }
        for start, end in (pair.split(":") for pair in drawn.parts[1].key["answer"].split(",")):
            x, root = (float(places[one].split("$")[1]) for one in (start, end))
            for nudge in (-0.004, 0, 0.004):
                assert landings(f, x + nudge * width, 60)[-1] == pytest.approx(root, abs=1e-6), (seed, x)


def test_borders_of_the_stripes() -> None:
    f = function_of("x^3 - x")
    borders = [0.447214, 0.450202, 0.465601, 0.577350]
    ends = [
        round(landings(f, x, 80)[-1]) for x in (0.447, 0.4495, 0.45, 0.4503, 0.4655, 0.4657, 0.5773, 0.5774)
    ]
    assert ends == [0, -1, -1, 1, 1, -1, -1, 1]
    assert np.all(np.diff(borders) > 0)
