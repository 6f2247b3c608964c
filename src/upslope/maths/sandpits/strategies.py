"""The four strategies that every learner can race against. The lab shows these same lines of code."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.walking import NextStep, Step, Walk, walk


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
