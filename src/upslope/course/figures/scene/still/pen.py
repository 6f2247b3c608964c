"""Paths in pixels: rounded, broken where a place does not exist, with arrow heads."""

from itertools import pairwise
from math import hypot

import numpy as np

from upslope.course.figures.scene.moment import Array
from upslope.course.figures.scene.still.pane import FAR

HEAD = 11.0


def spot(x: float, y: float) -> str:
    """Return a place in tenths of a pixel."""
    return f"{tenths(x)},{tenths(y)}"


def tenths(pixel: float) -> str:
    """Return a coordinate to a tenth of a pixel, never "-0"."""
    return f"{round(min(max(pixel, -FAR), FAR), 1) + 0.0:g}"


def path(x: Array, y: Array) -> str:
    """Return a line through the places in a row; empty for fewer than two."""
    spots = [spot(*place) for place in zip(x.tolist(), y.tolist(), strict=True)]
    kept = [now for before, now in zip([None, *spots], spots, strict=False) if now != before]
    return f"M{'L'.join(kept)}" if len(kept) > 1 else ""


def pieces(x: Array, y: Array, height: float) -> list[slice]:
    """Return the stretches in which all places exist; they end where a line would jump over the picture."""
    exists = np.isfinite(x) & np.isfinite(y)
    low, high = np.minimum(y[:-1], y[1:]), np.maximum(y[:-1], y[1:])
    jumps = (low < 0) & (high > height)
    breaks = np.flatnonzero(jumps | ~exists[:-1] | ~exists[1:]) + 1
    edges = [0, *breaks.tolist(), len(x)]
    stretches = (slice(start, end) for start, end in pairwise(edges))
    return [each for each in stretches if each.stop - each.start > 1 and exists[each].all()]


def arrow_head(start: tuple[float, float], end: tuple[float, float], size: float = HEAD) -> str:
    """Return the two strokes at the end of an arrow; smaller on a short one."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if not length > 0.5:
        return ""
    reach = min(size, length / 2) / length
    back, up = (start[0] - end[0]) * reach, (start[1] - end[1]) * reach
    left = spot(end[0] + 0.87 * back - 0.5 * up, end[1] + 0.87 * up + 0.5 * back)
    right = spot(end[0] + 0.87 * back + 0.5 * up, end[1] + 0.87 * up - 0.5 * back)
    return f"M{left}L{spot(*end)}L{right}"


def drawn(look: str, d: str) -> str:
    """Return the path as an element of this class; nothing for no path."""
    return f'<path class="{look}" d="{d}"/>' if d else ""
