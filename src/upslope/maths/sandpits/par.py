"""Par for a pit: the sticks that the best strategy costs whoever begins anew wherever it gets stuck."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.pit import Pit, pit_of
from upslope.maths.sandpits.playing import HOLLOW_WITHIN
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.strategies import ON_THE_MAP
from upslope.maths.sandpits.walking import PROBES, NextStep

COUNT = 16
# Multiples of the plastic number's powers: spread as evenly as a grid, never in step with a chequerboard.
STARTS = tuple(
    FIELD * (np.array([0.7548776662466927, 0.5698402909980532]) * n % 1.0) for n in range(1, COUNT + 1)
)
STUCK_BELOW = 0.02  # metres: a shorter step than this leads nowhere


class Par(NamedTuple):
    """``sticks`` of the best strategy, its name, and from how many starting places it finds the bottom.

    Where none finds it, ``sticks`` is all of them and ``strategy`` is empty.
    """

    sticks: int
    strategy: str
    finds: int


@lru_cache(maxsize=512)
def par_of(kind: str, seed: int) -> Par:
    """Return the par of a pit; it is the same every time."""
    pit = pit_of(kind, seed)
    tries = [_par_with(pit, name, begin) for name, begin in ON_THE_MAP.items()]
    return min(tries, key=lambda par: (par.sticks, -par.finds))


def _par_with(pit: Pit, name: str, begin: Callable[[], NextStep]) -> Par:
    """Return the sticks to be expected with one strategy.

    Whoever takes n starting places in a random order, k of them good, meets (n − k)/(k + 1) bad ones before
    the first good one.
    """
    ends = [_attempt(pit, start, begin()) for start in STARTS]
    good = [sticks for sticks, found in ends if found]
    bad = [sticks for sticks, found in ends if not found]
    if not good:
        return Par(PROBES, "", 0)
    expected = sum(good) / len(good) + (sum(bad) / len(bad) * len(bad) / (len(good) + 1) if bad else 0.0)
    return Par(min(math.ceil(expected), PROBES), name, len(good))


def _attempt(pit: Pit, start: Floats, next_step: NextStep) -> tuple[int, bool]:
    """Walk until a stick stands at the bottom of a hollow, or the steps lead nowhere.

    Returns the number of sticks, and whether the hollow is the deepest: a game says so, and a player goes on
    elsewhere if it is not.
    """
    place = start
    for sticks in range(1, PROBES + 1):
        away = np.linalg.norm(pit.minima - place, axis=-1)
        if away.min() <= HOLLOW_WITHIN:
            return sticks, bool(away[0] <= HOLLOW_WITHIN)
        local = pit.relief.at(place)
        try:
            step = next_step(float(local.f), local.J, local.H)
        except np.linalg.LinAlgError:
            return sticks, False
        there = np.clip(place + step, 0.0, FIELD)
        if np.hypot(*(there - place)) < STUCK_BELOW:
            return sticks, False
        place = there
    return PROBES, False
