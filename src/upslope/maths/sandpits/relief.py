"""The shapes a sandpit is made of: waves, hills and a bowl, with their slopes and curvatures in closed form.

Points have the shape (..., 2). Heights come back as (...), gradients as (..., 2), Hessians as (..., 2, 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Local(NamedTuple):
    """What a walker can know of one place: height, gradient and Hessian."""

    f: Floats
    J: Floats
    H: Floats


class Shape(Protocol):
    """One ingredient of a relief."""

    def at(self, points: Floats) -> Local:
        """Return height, gradient and Hessian at points of shape (..., 2)."""

    def on_grid(self, x: Floats, y: Floats) -> Floats:
        """Return the heights at all (x, y), shape (y.size, x.size)."""


@dataclass(frozen=True)
class Waves:
    """A sum of cosines: heights · cos(numbers · point + phases), with wave numbers of shape (n, 2)."""

    heights: Floats
    numbers: Floats
    phases: Floats

    def at(self, points: Floats) -> Local:
        """Return height, gradient and Hessian at points of shape (..., 2)."""
        angle = points @ self.numbers.T + self.phases
        up, along = self.heights * np.cos(angle), self.heights * np.sin(angle)
        squares = self.numbers[:, :, None] * self.numbers[:, None, :]
        hessian = -(up @ squares.reshape(-1, 4)).reshape(*points.shape, 2)
        return Local(up.sum(-1), -along @ self.numbers, hessian)

    def on_grid(self, x: Floats, y: Floats) -> Floats:
        """Return the heights at all (x, y): the cosine of a sum, so two matrix products do."""
        across, upwards = np.outer(x, self.numbers[:, 0]) + self.phases, np.outer(y, self.numbers[:, 1])
        return (self.heights * np.cos(upwards)) @ np.cos(across).T - (
            self.heights * np.sin(upwards)
        ) @ np.sin(across).T


@dataclass(frozen=True)
class Hills:
    """A sum of Gaussians of the given heights (negative: hollows) and widths (standard deviations)."""

    heights: Floats
    centres: Floats
    widths: Floats

    def at(self, points: Floats) -> Local:
        """Return height, gradient and Hessian at points of shape (..., 2)."""
        away = (points[..., None, :] - self.centres) / self.widths[:, None]
        height = self.heights * np.exp(-0.5 * (away**2).sum(-1))
        slope = -(height / self.widths)[..., None] * away
        bend = away[..., :, None] * away[..., None, :] - np.eye(2)
        hessian = (height / self.widths**2)[..., None, None] * bend
        return Local(height.sum(-1), slope.sum(-2), hessian.sum(-3))

    def on_grid(self, x: Floats, y: Floats) -> Floats:
        """Return the heights at all (x, y)."""
        across = np.exp(-0.5 * ((x[:, None] - self.centres[:, 0]) / self.widths) ** 2)
        upwards = np.exp(-0.5 * ((y[:, None] - self.centres[:, 1]) / self.widths) ** 2)
        return (self.heights * upwards) @ across.T


@dataclass(frozen=True)
class Bowl:
    """Half of (point − centre)ᵀ · curvature · (point − centre)."""

    centre: Floats
    curvature: Floats

    def at(self, points: Floats) -> Local:
        """Return height, gradient and Hessian at points of shape (..., 2)."""
        away = points - self.centre
        slope = away @ self.curvature
        hessian = np.broadcast_to(self.curvature, (*points.shape, 2))
        return Local(0.5 * (away * slope).sum(-1), slope, hessian)

    def on_grid(self, x: Floats, y: Floats) -> Floats:
        """Return the heights at all (x, y)."""
        (a, b), (_, c) = self.curvature
        east, north = (x - self.centre[0])[None, :], (y - self.centre[1])[:, None]
        return np.asarray(0.5 * (a * east**2 + 2 * b * east * north + c * north**2))


@dataclass(frozen=True)
class Relief:
    """A sum of shapes, multiplied by ``scale`` and lifted by ``lift``."""

    shapes: tuple[Shape, ...]
    scale: float = 1.0
    lift: float = 0.0

    def at(self, points: Floats | Sequence[float]) -> Local:
        """Return height, gradient and Hessian at points of shape (..., 2)."""
        where = np.asarray(points, float)
        pieces = [shape.at(where) for shape in self.shapes]
        heights, slopes, bends = (sum(kind[1:], kind[0]) for kind in zip(*pieces, strict=True))
        return Local(self.scale * heights + self.lift, self.scale * slopes, self.scale * bends)

    def on_grid(self, x: Floats, y: Floats) -> Floats:
        """Return the heights at all (x, y), shape (y.size, x.size)."""
        first, *rest = (shape.on_grid(x, y) for shape in self.shapes)
        return self.scale * sum(rest, first) + self.lift
