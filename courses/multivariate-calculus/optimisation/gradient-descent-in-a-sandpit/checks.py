"""There is no one right step: a strategy passes if it gives two finite numbers. The race does the rest."""

from dataclasses import dataclass

import numpy as np

from upslope.grading.lab_checks import Arguments, FunctionCheck, Situation

REMEDY = "Look at what your function does with an H like this one: is something divided by zero?"


@dataclass(frozen=True)
class TwoNumbers(FunctionCheck):
    """Accepts any step that a walker can take."""

    def accepts(self, answer: np.ndarray, key: np.ndarray) -> bool:
        return bool(np.all(np.isfinite(answer)))


def in_a_hollow(rng: np.random.Generator) -> Arguments:
    return _place(rng, np.array([1.0, 1.0]))


def on_a_saddle(rng: np.random.Generator) -> Arguments:
    return _place(rng, np.array([1.0, -1.0]))


def on_a_hill(rng: np.random.Generator) -> Arguments:
    return _place(rng, np.array([-1.0, -1.0]))


def _place(rng: np.random.Generator, signs: np.ndarray) -> Arguments:
    """Depth, tilt and bend of a place; ``signs`` say whether the ground bends up or down, each way."""
    angle = rng.uniform(0, np.pi)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    bend = turn @ np.diag(signs * rng.uniform(1, 8, 2)) @ turn.T
    return float(rng.uniform(-9, -1)), rng.normal(0, 2, 2), bend


def _any_step(f: float, J: np.ndarray, H: np.ndarray) -> np.ndarray:
    return -0.1 * J


CHECKS = (
    TwoNumbers(
        "next_step",
        in_a_hollow,
        _any_step,
        usual="in a hollow",
        situations=(
            Situation("on a saddle", on_a_saddle, REMEDY, 2),
            Situation("on a hill", on_a_hill, REMEDY, 2),
        ),
    ),
)
