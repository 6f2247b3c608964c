"""What is shown of a pit when its game is over."""

from functools import lru_cache
from typing import Any

import numpy as np

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.par import par_of
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.strategies import walks_from
from upslope.maths.sandpits.walking import Walk
from upslope.web.accounts.models import User
from upslope.web.sandpit.games.playing import pit_under
from upslope.web.sandpit.games.scores import pit_list
from upslope.web.sandpit.games.state import DEPTH_DIGITS, rounded
from upslope.web.sandpit.games.words import par_said
from upslope.web.sandpit.models import SandpitGame
from upslope.web.sandpit.strategy_names import heading_of, slug_of

ALONG = 81  # points of the grid in each direction


def revealed(viewer: User, game: SandpitGame) -> dict[str, Any]:
    """Return the ground, the hollows, the strategies from the first stick on, par, and the class."""
    pit = pit_under(game)
    par = par_of(pit.kind, pit.seed)
    depths = pit.relief.at(pit.minima).f
    return {
        "heights": {"n": ALONG, "cm": _heights(pit.kind, pit.seed)},
        "minima": [_point(x, y, f) for (x, y), f in zip(pit.minima, depths, strict=True)],
        "paths": _paths(game),
        "par": par.sticks,
        "par_said": par_said(par),
        "class": pit_list(viewer, game.pit),
    }


@lru_cache(maxsize=64)
def _heights(kind: str, seed: int) -> list[int]:
    axis = np.linspace(0.0, FIELD, ALONG)
    heights = pit_of(kind, seed).relief.on_grid(axis, axis)
    numbers: list[int] = np.rint(100 * heights).astype(int).ravel().tolist()
    return numbers


def _paths(game: SandpitGame) -> list[dict[str, Any]]:
    if not game.probes:
        return []
    first = np.array(game.probes[0][:2], float)
    return [_path(name, walk) for name, walk in walks_from(pit_under(game), first).items()]


def _path(name: str, walk: Walk) -> dict[str, Any]:
    sticks = len(walk.probes)
    score = sticks if walk.found else None
    said = f"found it with {sticks} stick{'s' * (sticks > 1)}"
    return {
        "name": heading_of(name),
        "slug": slug_of(name),
        "probes": [_point(*probe) for probe in walk.probes],
        "is_won": walk.found,
        "score": score,
        "missed": None if walk.found else rounded(walk.missed),
        "said": said if walk.found else f"stayed {walk.missed:.2f} m above the bottom",
    }


def _point(x: float, y: float, f: float) -> list[float]:
    return [round(float(x), 3), round(float(y), 3), round(float(f), DEPTH_DIGITS)]
