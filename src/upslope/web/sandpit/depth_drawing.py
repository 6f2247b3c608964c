"""The sticks of a walk seen from the side: how deep each probe went."""

from dataclasses import dataclass

from upslope.maths.sandpits.strategies import given_walks
from upslope.maths.sandpits.walking import PROBES, Probe
from upslope.web.sandpit.strategy_names import slug_of
from upslope.web.sandpit.watching import Watch

LEFT, COLUMN = 36.0, 14.4
TOP_ROOM, METRE = 12.0, 15.0


@dataclass(frozen=True)
class Stick:
    """One stick: its column, and how far down it goes."""

    number: int
    x: float
    y: float
    depth: float
    order: int


@dataclass(frozen=True)
class DepthLine:
    """The depths of another strategy's walk."""

    slug: str
    points: str


def sticks(watch: Watch) -> list[Stick]:
    """Return the sticks of the probes on the page."""
    old = watch.shown - watch.new
    return [
        Stick(n + 1, _column(n), _down(probe), probe.f, max(n - old + 1, 0))
        for n, probe in enumerate(watch.probes)
    ]


def other_depths(watch: Watch) -> list[DepthLine]:
    """Return how deep the given strategies went, probe by probe."""
    return [
        DepthLine(
            slug_of(name), " ".join(f"{_column(n):g},{_down(probe):g}" for n, probe in enumerate(walk.probes))
        )
        for name, walk in given_walks(watch.name.kind, watch.name.seed).items()
    ]


def depth_marks() -> list[tuple[int, float]]:
    """Return the depths written at the side, and where."""
    return [(depth, TOP_ROOM + METRE * depth) for depth in (0, 3, 6, 9)]


def probe_marks() -> list[tuple[int, float]]:
    """Return the probe numbers written below, and where."""
    return [(n, _column(n - 1)) for n in (1, 5, 10, 15, 20, PROBES)]


def _column(n: int) -> float:
    return LEFT + COLUMN * (n + 0.5)


def _down(probe: Probe) -> float:
    return round(TOP_ROOM - METRE * probe.f, 1)
