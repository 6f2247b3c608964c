"""Heights of people, read from a table and counted in classes."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from upslope.course.figures.gaussian_fit import Array, Histogram, lowest

LOWEST, HIGHEST, WIDTH = 130.0, 200.0, 2.5
"""The classes, in cm: the same as those of the assignment."""

NAMES = {"All adults": ("female", "male"), "Women": ("female",), "Men": ("male",)}
"""What a group is called, and which of the table's rows are in it."""


@dataclass(frozen=True)
class Group:
    """Some of the people: how many, their histogram, and the (μ, σ) of the best fit."""

    name: str
    people: int
    histogram: Histogram
    bottom: Array


def read_groups(path: Path) -> tuple[Group, ...]:
    """Return the groups of a CSV table with the columns ``sex`` and ``height_cm``.

    Raises OSError, and ValueError with a sentence, for a table that cannot be read.
    """
    return _groups(path, path.stat().st_mtime_ns)


@cache
def _groups(path: Path, _changed: int) -> tuple[Group, ...]:
    """Return the groups; counted once for every state of the file."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = [(row.get("sex"), row.get("height_cm") or "") for row in csv.DictReader(file)]
    return tuple(
        _group(name, [_height(text) for sex, text in rows if sex in sexes]) for name, sexes in NAMES.items()
    )


def _height(text: str) -> float:
    """Return a height that lies in one of the classes. Raises ValueError."""
    height = float(text or "nan")
    if not LOWEST <= height < HIGHEST:
        raise ValueError(
            f"a height of {text or 'nothing'!r} is in no class from {LOWEST:g} to {HIGHEST:g} cm"
        )
    return height


def _group(name: str, heights: list[float]) -> Group:
    if not heights:
        raise ValueError(f"nobody in it belongs to “{name}”")
    edges = np.arange(LOWEST, HIGHEST + WIDTH / 2, WIDTH)
    counts = np.histogram(heights, edges)[0]
    histogram = Histogram(edges[:-1] + WIDTH / 2, counts / (counts.sum() * WIDTH))
    return Group(name, len(heights), histogram, lowest(histogram))
