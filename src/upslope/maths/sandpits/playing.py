"""A game over a sandpit: sticks put in by hand, and what each tells. All of it follows from their places."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from upslope.maths.sandpits.pit import BOTTOM, Pit
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.walking import WINS_WITHIN

Place = tuple[float, float]

HOLLOW_WITHIN = WINS_WITHIN  # metres: so near its lowest point a stick stands at the bottom of a hollow
ARROW_PER_SLOPE, LONGEST_ARROW = 0.2, 1.0  # metres of arrow for a slope of 1, and in all


@dataclass(frozen=True)
class Stick:
    """What is known where a stick stands: height, gradient, Hessian, and whether it found the bottom.

    ``is_minimum`` is for the bottom of any hollow but the deepest; ``is_deepest`` means the game is won.
    """

    place: Place
    f: float
    J: Floats
    H: Floats
    is_minimum: bool
    is_deepest: bool

    @property
    def arrow(self) -> Floats:
        """The arrow downhill, shape (2,): 0.2·|J| long, and never longer than a metre."""
        steepness = float(np.hypot(*self.J))
        if steepness == 0.0:
            return np.zeros(2)
        length = min(ARROW_PER_SLOPE * steepness, LONGEST_ARROW)
        return np.asarray(-length / steepness * self.J)


def read_sticks(pit: Pit, places: Sequence[Place]) -> tuple[Stick, ...]:
    """Return what the sticks at these places tell, in their order."""
    if not places:
        return ()
    points = np.asarray(places, float)
    local = pit.relief.at(points)
    away = np.linalg.norm(points[:, None, :] - pit.minima, axis=-1)
    deepest = away[:, 0] <= WINS_WITHIN
    hollow = ~deepest & (away.min(-1) <= HOLLOW_WITHIN)
    return tuple(
        Stick(place, float(local.f[n]), local.J[n], local.H[n], bool(hollow[n]), bool(deepest[n]))
        for n, place in enumerate(places)
    )


def score_of(sticks: Sequence[Stick]) -> int | None:
    """Return with how many sticks the deepest point was found; None if it was not."""
    return next((n for n, stick in enumerate(sticks, start=1) if stick.is_deepest), None)


def missed_by(sticks: Sequence[Stick]) -> float | None:
    """Return how many metres the deepest stick stayed above the deepest point; None without a stick."""
    return min(stick.f for stick in sticks) - BOTTOM if sticks else None
