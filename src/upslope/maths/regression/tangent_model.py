"""A model near one point of its parameters, replaced by its tangent: all that a step downhill sees."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from upslope.maths.regression.chi_squared import ChiSquared
from upslope.maths.regression.data_points import Floats

# Columns of slopes are known to about 1e-16 of their size; what sums to less than this share is nothing.
_NOTHING = 1e-10
_INVOLVED = 1e-3
_BLOCK = 64
_STEEPEST = 1e140  # the square still fits into a double


@dataclass(frozen=True)
class Tangent:
    """Residuals r (n,) and slopes J (n, p) of the model at a point (p,), both in units of σ.

    Near the point the residuals of parameters ``point + δ`` are about r − J δ. Every column of J is divided
    by its length before it is worked with, so the units of the parameters make no difference.
    """

    point: Floats
    residuals: Floats
    slopes: Floats

    @property
    def has_value(self) -> bool:
        """Whether model, slopes and χ² are numbers that can be worked with at every data point."""
        with np.errstate(all="ignore"):
            return bool(np.isfinite(self.chi_squared) and (np.abs(self.slopes) < _STEEPEST).all())

    @cached_property
    def chi_squared(self) -> float:
        """The sum of the squared residuals."""
        with np.errstate(all="ignore"):
            return float(self.residuals @ self.residuals)

    @property
    def gradient(self) -> Floats:
        """The slopes of χ², shape (p,): −2 Jᵀ r."""
        return np.asarray(-2 * np.einsum("i,ij->j", self.residuals, self.slopes))

    def step(self) -> Floats:
        """Return the δ that solves JᵀJ δ = Jᵀ r, for J of full rank.

        By singular values, because JᵀJ itself has the square of the condition of J. Source: Nocedal & Wright,
        Numerical Optimization, 2nd ed., sections 10.2 and 10.3.
        """
        left, sizes, right = self._decomposed
        _, missed = self._folded
        return np.asarray(missed @ left / sizes @ right / self._units)

    def damped_step(self, damping: float, scale: Floats) -> Floats:
        """Return the δ that solves (JᵀJ + damping · D²) δ = Jᵀ r, D diagonal with the entries ``scale``, or 1
        where one is 0.

        It is the least-squares solution of J and √damping · D, one above the other, which needs no JᵀJ.
        Source: Nocedal & Wright, Numerical Optimization, 2nd ed., section 10.3.
        """
        rows, missed = self._folded
        count, units = len(self.point), _or_one(scale)
        above_each_other = np.vstack([rows * (self._units / units), np.sqrt(damping) * np.eye(count)])
        wanted = np.concatenate([missed, np.zeros(count)])
        return np.asarray(np.linalg.lstsq(above_each_other, wanted)[0] / units)

    @cached_property
    def still_to_win(self) -> float:
        """The length of the part of r that lies along the tangent: 0 at a minimum.

        Its share of the length of r is the cosine that Bates & Watts, Nonlinear Regression Analysis and Its
        Applications, chapter 2, judge convergence by.
        """
        left, _, _ = self._decomposed
        _, missed = self._folded
        return float(np.linalg.norm(missed @ left[:, : self.rank]))

    @property
    def rank(self) -> int:
        """How many combinations of the parameters change the curve."""
        _, sizes, _ = self._decomposed
        return int(np.count_nonzero(sizes > _NOTHING * sizes[0])) if sizes[0] > 0 else 0

    @property
    def tangled(self) -> tuple[int, ...]:
        """The places of the parameters that can change together and leave the curve as it is."""
        _, _, right = self._decomposed
        involved = (np.abs(right[self.rank :]) > _INVOLVED).any(axis=0)
        return tuple(int(place) for place in np.flatnonzero(involved))

    @property
    def covariance(self) -> Floats:
        """The inverse of JᵀJ, shape (p, p); J of full rank."""
        _, sizes, right = self._decomposed
        halves = right / sizes[:, np.newaxis] / self._units
        return np.asarray(halves.T @ halves)

    @property
    def reach(self) -> float:
        """How far the curve moves, about, when the parameter it depends on most changes by its own size."""
        return float(np.max(self.lengths * np.maximum(np.abs(self.point), 1)))

    def curvatures(self, misfit: ChiSquared, share: float = 1e-3) -> Floats:
        """Return χ²(+δ) + χ²(−δ) − 2 χ² as a share of χ², for every direction δ of the tangent: (rank,).

        Each δ changes the tangent by ``share`` of the length of r, so a minimum has about 2 share².
        """
        _, sizes, right = self._decomposed
        length = share * np.sqrt(self.chi_squared) / sizes[: self.rank]
        around = right[: self.rank] / self._units * length[:, np.newaxis]
        sides = [misfit(*(self.point + sign * around).T) for sign in (1, -1)]
        return np.asarray(sum(sides) / self.chi_squared - 2)

    @cached_property
    def lengths(self) -> Floats:
        """How far the curve moves for each parameter, shape (p,): the lengths of the columns of J."""
        return np.asarray(np.linalg.norm(self.slopes, axis=0))

    @property
    def _units(self) -> Floats:
        return _or_one(self.lengths)

    @cached_property
    def _folded(self) -> tuple[Floats, Floats]:
        """J, its columns divided by their lengths, and r: turned so that few rows say the same as n."""
        small = _few_rows(np.column_stack([self.slopes / self._units, self.residuals]))
        return small[:, :-1], small[:, -1]

    @cached_property
    def _decomposed(self) -> tuple[Floats, Floats, Floats]:
        return np.linalg.svd(self._folded[0], full_matrices=False)


def _few_rows(rows: Floats) -> Floats:
    """Return as many rows as columns, with the same lengths of and angles between columns: QR by blocks.

    A tall matrix in one piece makes LAPACK start threads, which on a busy machine wait for each other: with
    2000 rows 100 ms instead of one were seen. Source: Demmel, Grigori, Hoemmen & Langou,
    Communication-optimal parallel and sequential QR and LU factorizations, 2012.
    """
    width = rows.shape[1]
    while len(rows) > _BLOCK:
        filled = np.concatenate([rows, np.zeros((-len(rows) % _BLOCK, width))])
        rows = _triangle(filled.reshape(-1, _BLOCK, width)).reshape(-1, width)
    return _triangle(rows)


def _or_one(lengths: Floats) -> Floats:
    return np.where(lengths > 0, lengths, 1.0)


def _triangle(rows: Floats) -> Floats:
    return np.asarray(np.linalg.qr(rows, mode="r"))


def tangent(misfit: ChiSquared, point: Floats) -> Tangent:
    """Return the tangent of the model at this point of its parameters; entries may be NaN or infinite."""
    return Tangent(point, misfit.residuals(point), -misfit.jacobian(point))
