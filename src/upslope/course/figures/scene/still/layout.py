"""Where the panels of a scene stand in its still picture."""

from collections.abc import Sequence

from upslope.course.figures.scene.panels import Panel
from upslope.course.figures.scene.still.pane import Frame

WIDTH, GAP = 720.0, 16.0
MAIN_SHARE = 0.6
HEIGHT, FLATTER, FLAT, HALF_HEIGHT, LOWEST_HEIGHT = 0.6, 0.4, 0.26, 0.75, 150.0
"""How high a panel is, as a part of its width, and at least, in pixels."""

LOWEST_BESIDE = 330.0
"""How high two columns are at least."""


def frames_of(panels: Sequence[Panel]) -> tuple[Frame, ...]:
    """Return a rectangle for each panel: main ones left, those at the side right of them, halves below."""
    by_size = {size: [panel for panel in panels if panel.size == size] for size in ("main", "side", "half")}
    halves = by_size["half"] if by_size["main"] else [*by_size["side"], *by_size["half"]]
    sides = by_size["side"] if by_size["main"] else []
    found: dict[str, Frame] = {}
    broad = MAIN_SHARE * WIDTH - GAP / 2 if sides else WIDTH
    narrow = WIDTH - broad - GAP
    columns = (by_size["main"], 0.0, broad), (sides, broad + GAP, narrow)
    own = (sum(_height(panel, width, stack) + GAP for panel in stack) for stack, _, width in columns)
    top = max(*own, LOWEST_BESIDE if sides else 0)
    for stack, left, width in columns:
        _stack(stack, left, width, top, found)
    for place in range(0, len(halves), 2):
        top = _row(halves[place : place + 2], top, found)
    return tuple(found[panel.id] for panel in panels)


def height_of(frames: Sequence[Frame]) -> int:
    """Return how high a picture with these rectangles is."""
    return round(max(frame.top + frame.height for frame in frames))


def _stack(
    panels: Sequence[Panel], left: float, width: float, height: float, found: dict[str, Frame]
) -> None:
    """Put panels below one another so that they fill the height."""
    own = [_height(panel, width, panels) + GAP for panel in panels]
    top = 0.0
    for panel, least in zip(panels, own, strict=True):
        share = least + (height - sum(own)) / len(own)
        found[panel.id] = Frame(left, top, width, share - GAP)
        top += share


def _row(panels: Sequence[Panel], top: float, found: dict[str, Frame]) -> float:
    """Put one or two panels side by side; return where the next row begins."""
    width = WIDTH if len(panels) == 1 else (WIDTH - GAP) / 2
    height = max(_height(panel, min(width, WIDTH / 2), panels) for panel in panels)
    for place, panel in enumerate(panels):
        found[panel.id] = Frame(place * (width + GAP), top, width, height)
    return top + height + GAP


def _height(panel: Panel, width: float, stack: Sequence[Panel]) -> float:
    """Return how high a panel would be by itself; those that share a column are flatter."""
    shares = {"main": HEIGHT if len(stack) == 1 else FLATTER, "side": HEIGHT, "half": HALF_HEIGHT}
    share = FLAT if panel.shape == "flat" else shares[panel.size]
    return max(width if panel.shape == "square" else share * width, LOWEST_HEIGHT)
