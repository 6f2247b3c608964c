"""The strategies that learners see at work. The lab shows the code of the four they can race against."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from upslope.maths.sandpits.pit import Pit, pit_of
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.walking import NextStep, Step, Walk, walk

KEPT, PUSH = 0.7, 0.15  # of what was tried, what finds most of 60 pits of all kinds


def constant_step(f: float, J: Floats, H: Floats) -> Step:
    """Straight downhill, always 0.4 metres."""
    return -0.4 * J / np.linalg.norm(J)


def steepest_descent(f: float, J: Floats, H: Floats) -> Step:
    """Straight downhill, far where it is steep and little where it is flat."""
    return -0.2 * J


def newton(f: float, J: Floats, H: Floats) -> Step:
    """To where the ground would be level if it went on bending as it does here."""
    return -np.linalg.solve(H, J)


def hybrid(f: float, J: Floats, H: Floats) -> Step:
    """Newton's step where the ground is hollow, steepest descent everywhere else."""
    if np.linalg.det(H) > 0 and H[0, 0] > 0:
        return -np.linalg.solve(H, J)
    return -0.2 * J


def momentum() -> NextStep:
    """Return a strategy that rolls: each step is a push downhill and part of the step before."""
    rolling = np.zeros(2)

    def roll(f: float, J: Floats, H: Floats) -> Step:
        nonlocal rolling
        rolling = KEPT * rolling - PUSH * J
        return rolling

    return roll


GIVEN: Mapping[str, NextStep] = {
    "constant step": constant_step,
    "steepest descent": steepest_descent,
    "Newton": newton,
    "hybrid": hybrid,
}


@lru_cache(maxsize=1024)
def given_walks(kind: str, seed: int) -> Mapping[str, Walk]:
    """Return the walks of the four over one pit; they are the same every time."""
    pit = pit_of(kind, seed)
    return {name: walk(pit, strategy) for name, strategy in GIVEN.items()}


ON_THE_MAP: Mapping[str, Callable[[], NextStep]] = {
    "steepest descent": lambda: steepest_descent,
    "Newton": lambda: newton,
    "momentum": momentum,
    "hybrid": lambda: hybrid,
}
"""What a game shows at its end; each begins anew for every walk, for one of them remembers."""


def walks_from(pit: Pit, start: Floats) -> Mapping[str, Walk]:
    """Return the walks that a game shows at its end, from a place of the learner's choice."""
    here = replace(pit, start=np.asarray(start, float))
    return {name: walk(here, begin()) for name, begin in ON_THE_MAP.items()}
