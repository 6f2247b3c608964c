"""Where a label stands in a picture: beside what it names, and as far as can be from everything else."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from upslope.course.plots.frame import LETTER, Frame
from upslope.questions.plot_sampling import Piece, Point

Floats = NDArray[np.float64]

APART = 6  # pixels between the places tried along a line
SIDES = np.array([(0, -1), (1, 0), (0, 1), (-1, 0)])
CORNERS = np.array([(0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)])
NEARNESS = 4  # to stand clear of its own line matters so much more to a label than to be far from others


def drawn_points(pieces: Iterable[Piece], frame: Frame) -> Floats:
    """Return points a few pixels apart along the part of a line that is inside the frame; shape (n, 2)."""
    walks = [_walked(np.array([frame.at(point) for point in piece])) for piece in pieces]
    points = np.concatenate([np.empty((0, 2)), *walks])
    return points[[frame.holds((x, y)) for x, y in points]] if len(points) else points


def place_on(line: Floats, taken: Sequence[Floats], words: str, frame: Frame) -> Point | None:
    """Return the middle of a label that stands on a line; None where it would not be in the frame."""
    return _freest(line, _distance(line, taken, words), words, frame)


def place_beside(
    own: Floats, lines: Sequence[Floats], kept_clear: Sequence[Floats], words: str, frame: Frame
) -> Point | None:
    """Return the middle of a label that stands next to a line or a point of its own; None if out of view.

    It keeps off other ``lines`` where it can, and off what is ``kept_clear`` before all else.
    """
    text = frame.size.text
    half = np.array([0.5 * LETTER * text * len(words) + 0.3 * text, 0.9 * text])
    steps = half * (CORNERS if len(own) == 1 else SIDES)
    candidates = (own[:, None, :] + steps[None, :, :]).reshape(-1, 2)
    room = np.minimum(NEARNESS * _distance(candidates, [own], words), _distance(candidates, lines, words))
    lacking = _distance(candidates, kept_clear, words) - 1.3 * text
    return _freest(candidates, np.where(lacking < 0, lacking, room), words, frame)


def body(middle: Point, words: str, frame: Frame) -> Floats:
    """Return points along a label that stands at ``middle``; shape (3, 2)."""
    half = 0.5 * LETTER * frame.size.text * len(words)
    return np.array([(middle[0] + side * half, middle[1]) for side in (-1, 0, 1)])


def _freest(candidates: Floats, room: Floats, words: str, frame: Frame) -> Point | None:
    text = frame.size.text
    half_width, half_height = 0.5 * LETTER * text * len(words), 0.6 * text
    x, y = candidates.T if len(candidates) else np.empty((2, 0))
    fits = (abs(x - frame.across / 2) <= frame.across / 2 - half_width) & (
        abs(y - frame.up / 2) <= frame.up / 2 - half_height
    )
    if not fits.any():
        return None
    best = int(np.argmax(np.where(fits, room, -np.inf)))
    return float(x[best]), float(y[best])


def _distance(candidates: Floats, taken: Sequence[Floats], words: str) -> Floats:
    """Return how far each candidate is from the nearest taken point; across, long words count for more."""
    points = np.concatenate([np.empty((0, 2)), *taken])
    stretch = max(1.0, LETTER * len(words))
    across = (candidates[:, None, 0] - points[None, :, 0]) / stretch
    up = candidates[:, None, 1] - points[None, :, 1]
    return np.asarray(np.hypot(across, up).min(axis=1, initial=1e6))


def _walked(points: Floats) -> Floats:
    lengths = np.hypot(*np.diff(points, axis=0).T)
    travelled = np.concatenate([[0.0], np.cumsum(lengths)])
    stops = np.arange(0, travelled[-1] + APART / 2, APART)
    return np.column_stack([np.interp(stops, travelled, points[:, axis]) for axis in (0, 1)])
