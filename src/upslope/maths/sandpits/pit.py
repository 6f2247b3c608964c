"""A sandpit: a relief scaled to depths from −1 m to −9 m, with its deepest point and all its hollows."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from upslope.maths.errors import MathsError
from upslope.maths.sandpits.extremes import FIELD, STEP, heights_on_field, highest, local_minima
from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.relief import Floats, Relief

TOP, BOTTOM = -1.0, -9.0
HOLLOWS = {"bowl": (1, 1), "waves": (1, 4), "chequerboard": (6, 8), "rocks": (6, 99), "well": (2, 6)}
FENCE_ROOM = 0.3  # metres between the deepest point and the fence
CLEARLY_DEEPEST = 0.1  # metres between the deepest point and the bottom of any other hollow
FAR_ENOUGH = 1.5  # metres between the first probe and the deepest point
MOST_DRAWS = 500


@dataclass(frozen=True)
class Pit:
    """A landscape on the field. ``minima`` has the deepest point first; ``start`` is where a walk begins."""

    kind: str
    seed: int
    relief: Relief
    minima: Floats
    start: Floats

    @property
    def deepest(self) -> Floats:
        """The deepest point of the field."""
        point: Floats = self.minima[0]
        return point


@lru_cache(maxsize=512)
def pit_of(kind: str, seed: int) -> Pit:
    """Return the pit of a kind that belongs to a seed, the same one always."""
    return make_pit(kind, np.random.default_rng([list(KINDS).index(kind), seed]), seed)


def make_pit(kind: str, rng: np.random.Generator, seed: int = 0) -> Pit:
    """Draw a pit, again and again until it keeps to its kind. Raises MathsError for a kind we lack."""
    if kind not in KINDS:
        raise MathsError(f"There is no sandpit called {kind!r}.", f"Choose one of {', '.join(KINDS)}.")
    for _ in range(MOST_DRAWS):
        relief = KINDS[kind](rng)
        heights = heights_on_field(relief)
        if _is_lowest_at_the_fence(heights):
            continue
        minima = local_minima(relief, heights)
        if _is_fit(kind, relief, heights, minima):
            scaled = _scaled(relief, heights, minima)
            return Pit(kind, seed, scaled, minima, _draw_start(rng, minima[0]))
    raise MathsError(f"No sandpit of the kind {kind!r} could be drawn.", "Take another seed.")


def _is_lowest_at_the_fence(heights: Floats) -> bool:
    """Whether the lowest point of the grid lies so near the fence that a closer look is a waste of time."""
    row, column = np.unravel_index(heights.argmin(), heights.shape)
    cells = min(row, column, heights.shape[0] - 1 - row, heights.shape[1] - 1 - column)
    return bool(cells * STEP < FENCE_ROOM - STEP)


def _is_fit(kind: str, relief: Relief, heights: Floats, minima: Floats) -> bool:
    """Whether there are as many hollows as the kind says, and one of them is clearly the deepest place."""
    fewest, most = HOLLOWS[kind]
    if not fewest <= len(minima) <= most:
        return False
    room = np.minimum(minima[0], FIELD - minima[0]).min()
    deepest, *others = relief.at(minima[:2]).f
    metre = (heights.max() - deepest) / (TOP - BOTTOM)
    return bool(
        room >= FENCE_ROOM
        and deepest <= heights.min()
        and all(other - deepest >= CLEARLY_DEEPEST * metre for other in others)
    )


def _scaled(relief: Relief, heights: Floats, minima: Floats) -> Relief:
    low, high = float(relief.at(minima[0]).f), highest(relief, heights)
    scale = (TOP - BOTTOM) / (high - low)
    return replace(relief, scale=scale, lift=BOTTOM - scale * low)


def _draw_start(rng: np.random.Generator, deepest: Floats) -> Floats:
    while True:
        start = rng.uniform(0.3, FIELD - 0.3, 2)
        if np.linalg.norm(start - deepest) >= FAR_ENOUGH:
            return start
