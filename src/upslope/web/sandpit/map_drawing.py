"""The map of a walk: its probes and arrows, and once it is over, the pit and the walks of the others."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import contourpy
import numpy as np

from upslope.maths.sandpits.extremes import CELLS, FIELD, heights_on_field
from upslope.maths.sandpits.pit import BOTTOM, TOP, pit_of
from upslope.maths.sandpits.strategies import given_walks
from upslope.maths.sandpits.walking import Walk
from upslope.web.sandpit.places import UNITS, drawn, line, outline
from upslope.web.sandpit.strategy_names import slug_of
from upslope.web.sandpit.watching import Watch

BANDS = 8  # of a metre each
LABEL_ROOM = 38.0  # units between the numbers of two probes
ARROW_PER_SLOPE, LONGEST_ARROW = 0.2, 1.0  # metres


@dataclass(frozen=True)
class DrawnProbe:
    """One probe on the map. ``order`` counts those that just came, 0 for older ones; ``band`` is the colour
    of its depth.
    """

    number: int
    x: float
    y: float
    band: int
    order: int
    has_number: bool
    arrow: str


@dataclass(frozen=True)
class DrawnWalk:
    """A walk of one of the given strategies: its line, its end, and how it went."""

    name: str
    slug: str
    points: str
    end: tuple[float, float]
    said: str


def drawn_probes(watch: Watch) -> list[DrawnProbe]:
    """Return the probes on the page with an arrow downhill at each, and numbers where there is room."""
    numbered: list[tuple[float, float]] = []
    found: list[DrawnProbe] = []
    last = len(watch.probes) - 1
    for n in sorted(range(len(watch.probes)), key=lambda n: (n != last, n)):
        probe = watch.probes[n]
        x, y = drawn(probe[:2])
        has_number = all(math.hypot(x - a, y - b) >= LABEL_ROOM for a, b in numbered)
        numbered += [(x, y)] if has_number else []
        order = max(n - (watch.shown - watch.new) + 1, 0)
        found.append(DrawnProbe(n + 1, x, y, _band_at(probe.f), order, has_number, _arrow(watch, n)))
    return sorted(found, key=lambda probe: probe.number)


def drawn_others(watch: Watch) -> list[DrawnWalk]:
    """Return the walks of the given strategies over the same pit from the same start."""
    walks = given_walks(watch.name.kind, watch.name.seed)
    return [
        DrawnWalk(
            name,
            slug_of(name),
            line(probe[:2] for probe in walk.probes),
            drawn(walk.probes[-1][:2]),
            outcome(walk),
        )
        for name, walk in walks.items()
    ]


def outcome(walk: Walk) -> str:
    """Return how a walk went, in a few words."""
    if walk.found:
        return f"found it with {len(walk.probes)} probes"
    return f"stayed {walk.missed:.2f} m above the bottom"


@lru_cache(maxsize=32)
def bands(kind: str, seed: int) -> tuple[str, ...]:
    """Return the pit as eight bands of a metre each, the highest first: SVG paths with holes (evenodd)."""
    heights = heights_on_field(pit_of(kind, seed).relief)
    axis = np.linspace(0.0, FIELD, CELLS + 1)
    levels = np.linspace(TOP, BOTTOM, BANDS + 1)
    generator = contourpy.contour_generator(axis, axis, heights, fill_type="OuterOffset")
    return tuple(_band(generator.filled(low - 1e-6, high + 1e-6)) for high, low in pairwise(levels))


def _band_at(height: float) -> int:
    """Return which band a height lies in, 1 for the highest."""
    return min(max(int(TOP - height) + 1, 1), BANDS)


def _band(filled: Any) -> str:
    polygons, offsets = filled  # contourpy: points of polygons, and where in them each ring begins
    pieces = [
        outline(points[start:end])
        for points, cuts in zip(polygons, offsets, strict=True)
        for start, end in pairwise(cuts)
    ]
    return "".join(pieces)


def _arrow(watch: Watch, n: int) -> str:
    """Return the arrow downhill at a probe, as the game draws it: 0.2 |J| long, at most a metre."""
    probe = watch.probes[n]
    slope = watch.pit.relief.at(probe[:2]).J
    steepness = float(np.hypot(*slope))
    length = UNITS * min(ARROW_PER_SLOPE * steepness, LONGEST_ARROW)
    if length < 1:
        return ""
    x, y = drawn(probe[:2])
    ux, uy = -float(slope[0]) / steepness, float(slope[1]) / steepness
    head = min(12.0, 0.6 * length)
    tip = _place(x + length * ux, y + length * uy)
    left, right = (
        _place(x + (length - head) * ux - side * uy, y + (length - head) * uy + side * ux)
        for side in (0.55 * head, -0.55 * head)
    )
    return f"M{_place(x, y)}L{tip}M{left}L{tip}L{right}"


def _place(x: float, y: float) -> str:
    return f"{x:.1f},{y:.1f}"
