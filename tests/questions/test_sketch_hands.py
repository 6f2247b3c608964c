"""Fair to a hand: hundreds of simulated drawings of random functions, right ones and wrong ones."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.questions.sketching_hands import Function, Task, by_points, freehand, random_pole, random_task
from upslope.maths import derivative
from upslope.questions import NotGradable, Part, Score, answer_type, sketch_part
from upslope.questions.answer_types.sketch.points import write_points
from upslope.questions.answer_types.sketch.verdicts import JUDGES

SEEDS = range(40)
PLAINLY = 0.2  # window heights by which a wrong curve differs …
MOSTLY = 0.25  # … on so much of the width
KIND = answer_type("sketch")


def part_of(task: Task, *more: str) -> Part:
    features = ("sign", "zeros", "turning points", "direction", "asymptotes", *more)
    return sketch_part("slope", task.slope, view=task.view, features=features)


def outcome(part: Part, text: str) -> Score | NotGradable:
    value = KIND.parse(text, part.key)
    return value if isinstance(value, NotGradable) else KIND.score(value, part.key)


def steady(height: Function, task: Task) -> str:
    x = np.linspace(task.view[0], task.view[1], 241)
    return write_points([list(zip(x.tolist(), height(x).tolist(), strict=True))], task.view)


def wrong_curves(task: Task) -> dict[str, Function]:
    slope, tall = task.called(task.slope), task.view[3] - task.view[2]
    curves: dict[str, Function] = {
        "itself": task.called(task.function),
        "upside down": lambda x: -slope(x),
        "second": task.called(derivative(task.slope, "x")),
        "shifted": lambda x: slope(x) + 0.25 * tall,
        "moved aside": lambda x: slope(x - 1.2),
    }
    return {name: kept_near(curve, task) for name, curve in curves.items()}


def kept_near(curve: Function, task: Task) -> Function:
    beyond = 0.04 * (task.view[3] - task.view[2])
    return lambda x: np.clip(curve(x), task.view[2] - beyond, task.view[3] + beyond)


@pytest.mark.parametrize("hand", [freehand, by_points])
def test_the_right_curve_is_right_however_the_hand_trembles(hand: Callable[..., str]) -> None:
    failed = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        task = random_task(rng)
        result = outcome(part_of(task, "heights"), hand(task.called(task.slope), task.view, rng))
        if result != Score(1.0):
            failed.append((seed, str(task.function), result))
    assert failed == []


def test_a_pole_drawn_by_hand_is_right() -> None:
    failed = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        task = random_pole(rng)
        result = outcome(part_of(task), freehand(task.called(task.slope), task.view, rng))
        if result != Score(1.0):
            failed.append((seed, str(task.function), result))
    assert failed == []


def test_a_curve_that_is_plainly_another_is_never_right() -> None:
    passed, tried = [], 0
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        task = random_task(rng)
        part, x = part_of(task, "heights"), np.linspace(-3, 3, 241)
        for name, curve in wrong_curves(task).items():
            off = np.abs(curve(x) - task.called(task.slope)(x)) > PLAINLY * (task.view[3] - task.view[2])
            steadily = outcome(part, steady(curve, task))
            if off.mean() < MOSTLY or not isinstance(steadily, Score) or steadily.fraction > 0.8:
                continue
            tried += 1
            if outcome(part, freehand(curve, task.view, rng)) == Score(1.0):
                passed.append((seed, name, str(task.function)))
    assert passed == []
    assert tried > 100


@pytest.mark.parametrize(
    ("name", "lost", "kept"),
    [
        ("upside down", {"sign", "direction"}, {"zeros"}),
        ("shifted", {"zeros"}, {"turning points", "direction"}),
    ],
)
def test_a_mistake_loses_the_feature_it_spoils_and_keeps_the_others(
    name: str, lost: set[str], kept: set[str]
) -> None:
    tried = 0
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        task = with_room(random_task(rng))
        part, curve = part_of(task), wrong_curves(task)[name]
        right, drawn = (
            KIND.parse(text, part.key) for text in (part.key["answer"], freehand(curve, task.view, rng))
        )
        if isinstance(right, NotGradable) or isinstance(drawn, NotGradable) or leaves(curve, task):
            continue
        asked = {feature for feature in lost if JUDGES[feature](right, right)}
        earned = {
            feature
            for feature in lost | kept
            if (verdict := JUDGES[feature](right, drawn)) and verdict.fraction == 1
        }
        told = {feature for feature in lost | kept if JUDGES[feature](right, drawn)}
        assert asked <= told - earned <= lost, (seed, str(task.function))
        tried += 1
    assert tried > 5


def with_room(task: Task) -> Task:
    left, right, bottom, top = task.view
    return replace(task, view=(left, right, bottom, top + 0.5 * (top - bottom)))


def leaves(curve: Function, task: Task) -> bool:
    """Whether a curve goes so high or low that it cannot be seen whole."""
    heights, air = curve(np.linspace(-3, 3, 241)), 0.05 * (task.view[3] - task.view[2])
    return bool(heights.max() > task.view[3] - air or heights.min() < task.view[2] + air)
