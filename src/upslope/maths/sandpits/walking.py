"""A walk over a sandpit: a probe, a step, a probe, until the deepest point is found or no probe is left."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.pit import BOTTOM, Pit
from upslope.maths.sandpits.relief import Floats

PROBES = 25
WINS_WITHIN = 0.15  # metres

Step = NDArray[np.floating]
NextStep = Callable[[float, Floats, Floats], Step]
"""``next_step(f, J, H)``: from depth, gradient (2,) and Hessian (2, 2) to the step (2,), in metres."""


class Probe(NamedTuple):
    """A place where the stick was put in, in metres, and the depth read there."""

    x: float
    y: float
    f: float


class CannotGoOn(Exception):
    """A strategy that gives no next step. The message is a sentence that says why."""


@dataclass(frozen=True)
class Walk:
    """The probes of one walk. ``trouble`` says why it broke off, if it did."""

    probes: tuple[Probe, ...]
    found: bool
    trouble: str = ""

    @property
    def missed(self) -> float:
        """How many metres the deepest probe stayed above the deepest point."""
        return min(probe.f for probe in self.probes) - BOTTOM


def walk(pit: Pit, next_step: NextStep) -> Walk:
    """Walk from the pit's start. A step that leads over the fence ends at the fence.

    ``next_step`` may raise CannotGoOn; the walk then ends where it is.
    """
    place = pit.start
    probes: list[Probe] = []
    while True:
        local = pit.relief.at(place)
        probes.append(Probe(float(place[0]), float(place[1]), float(local.f)))
        if np.hypot(*(place - pit.deepest)) <= WINS_WITHIN:
            return Walk(tuple(probes), found=True)
        if len(probes) == PROBES:
            return Walk(tuple(probes), found=False)
        try:
            step = next_step(float(local.f), local.J, local.H)
        except (CannotGoOn, np.linalg.LinAlgError) as why:
            return Walk(tuple(probes), found=False, trouble=str(why))
        place = np.clip(place + step, 0.0, FIELD)
