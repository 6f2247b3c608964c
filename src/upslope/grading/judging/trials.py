"""Trials: fresh calls of one function, what is right for them, and what it answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from upslope.grading.judging.running import Run
from upslope.grading.lab_checks import FunctionCheck, Replies, Scene, Situation, scene_of
from upslope.grading.sandbox.child import Answer, Call, Group, Raised

Key = np.ndarray | Exception
"""What a reference or a faulty function gives: numbers, or the error it stops with."""


@dataclass(frozen=True)
class Trial:
    """Scenes to call one function in, the situation (by index) each belongs to, and what the functions it
    uses are made to return, if they are.
    """

    check: FunctionCheck
    scenes: tuple[Scene, ...]
    situations: tuple[int, ...]
    replies: tuple[Replies, ...] = ()

    def calls(self) -> list[Call]:
        """Return the calls, and the first one once more: a function must not change its mind."""
        calls = [
            Call(scene.arguments, given=scene.given, replies=self._replies(index))
            for index, scene in enumerate(self.scenes)
        ]
        first, *_ = calls
        watching = Call(first.arguments, first.given, first.replies, self.check.watched)
        return [watching, *calls[1:], first]

    def key(self, index: int, function: Callable[..., Any] | None = None) -> Key:
        """Return the right answer in one scene, or that of the faulty ``function``."""
        scene = self.scenes[index]
        try:
            with np.errstate(all="ignore"):
                called = function or self.check.reference
                return np.asarray(called(*scene.arguments, **scene.given, **self._replies(index)))
        except (ValueError, IndexError) as error:  # shapes that do not fit: some faulty functions stop
            return error

    def right(self) -> list[np.ndarray]:
        """Return the right answers of all scenes."""
        keys = [self.key(index) for index in range(len(self.scenes))]
        for key in keys:
            if isinstance(key, Exception):
                raise key
        return [key for key in keys if isinstance(key, np.ndarray)]

    def _replies(self, index: int) -> Replies:
        return self.replies[index] if self.replies else {}


def draw_trial(check: FunctionCheck, rng: np.random.Generator) -> Trial:
    """Return fresh calls for every situation of a check."""
    (trial,) = draw_trials([check], rng)
    return trial


def draw_trials(checks: Sequence[FunctionCheck], rng: np.random.Generator) -> list[Trial]:
    """Return fresh calls for every situation of some checks; those that ask for the same share them."""
    drawn: dict[tuple[Situation, ...], tuple[Scene, ...]] = {}
    trials = []
    for check in checks:
        situations = check.all_situations
        if situations not in drawn:
            drawn[situations] = tuple(scene_of(one.draw(rng)) for one in situations for _ in range(one.draws))
        numbers = tuple(number for number, one in enumerate(situations) for _ in range(one.draws))
        trials.append(Trial(check, drawn[situations], numbers))
    return trials


def with_replies(trial: Trial, rng: np.random.Generator) -> Trial | None:
    """Return the same calls with the functions that this one uses made to return drawn values."""
    draw = trial.check.replies
    if draw is None:
        return None
    replies = tuple(draw(rng, scene.arguments) for scene in trial.scenes)
    return Trial(trial.check, trial.scenes, trial.situations, replies)


def in_one_exchange(run: Run, groups: Sequence[tuple[str, Sequence[Call]]]) -> list[Group]:
    """Make all calls. A group that ends the child costs only itself: the rest is called in a new one."""
    outcomes: list[Group] = []
    while len(outcomes) < len(groups):
        outcomes += run.child().call_groups(groups[len(outcomes) :])
    return outcomes


def as_array(value: object) -> object:
    """Return numbers in lists or tuples, nested or not, as one array; anything else as it is."""
    if not isinstance(value, list | tuple) or not value:
        return value
    items = [as_array(item) for item in value]
    if not all(isinstance(item, np.ndarray) for item in items):
        return value
    try:
        return np.array(items)
    except ValueError:  # rows of different lengths
        return value


def answers_of(outcome: Sequence[Answer | Raised]) -> list[object]:
    """Return what each call came to: an array where it can be one, Raised, or whatever else came back."""
    return [as_array(one.value) if isinstance(one, Answer) else one for one in outcome]
