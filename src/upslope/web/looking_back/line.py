"""How far somebody came, as a line: it climbs where they know a thing, and runs level where they do not.

Each module is as wide and as high as any other, so a straight line from corner to corner knows everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from upslope.web.diagnostic.comparison import Comparison
from upslope.web.diagnostic.path import RANKS, Stop, Stretch

SIDE = 100  # both sides of the picture, in its own units


@dataclass(frozen=True)
class Picture:
    """The points of both lines as SVG wants them; ``first`` is empty where there was no first time."""

    now: str
    first: str
    gain: str
    modules: Sequence[Stretch]

    @property
    def edges(self) -> list[float]:
        """Where one module ends and the next begins."""
        count = len(self.modules)
        return [round(SIDE * number / count, 2) for number in range(1, count)]


def picture_of(comparison: Comparison) -> Picture:
    """Draw what is known now and, where there was a first time, what was known then."""
    modules = comparison.lines
    now = points(modules, lambda stop: stop.state)
    first = points(modules, lambda stop: stop.first_state) if comparison.first else []
    higher = [(x, min(y, before)) for (x, y), (_, before) in zip(now, first, strict=bool(first))]
    return Picture(_text(now), _text(first), _text([*higher, *reversed(first)]), modules)


def points(modules: Sequence[Stretch], state: Callable[[Stop], str]) -> list[tuple[float, float]]:
    """Return the corners of a line, from the lower left; y counts downwards, as in SVG."""
    found, risen = [(0.0, float(SIDE))], 0.0
    for number, stretch in enumerate(modules):
        for place, stop in enumerate(stretch.stops, start=1):
            share = len(modules) * len(stretch.stops)
            risen += RANKS[state(stop)] / 2 / share
            x = SIDE * (number + place / len(stretch.stops)) / len(modules)
            found.append((round(x, 2), round(SIDE * (1 - risen), 2)))
    return found


def _text(corners: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in corners)
