"""How an iteration ended: a value, the path to it, and an outcome that says in words what happened."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ending: TypeAlias = Literal["converged", "cycling", "diverging", "flat", "left the domain", "out of steps"]

ENDINGS: tuple[Ending, ...] = (
    "converged",
    "cycling",
    "diverging",
    "flat",
    "left the domain",
    "out of steps",
)
"""Every way to end, in the order of the codes that vectorised methods return."""


@dataclass(frozen=True)
class Outcome:
    """How an iteration ended, a sentence that says so to a learner, and what to try next ("" if all is well).

    Both are Markdown with LaTeX in dollars. ``period`` is the length of the cycle for "cycling", 0 otherwise.
    """

    ending: Ending
    sentence: str
    remedy: str = ""
    period: int = 0

    @property
    def converged(self) -> bool:
        """Whether the value can be used."""
        return self.ending == "converged"


@dataclass(frozen=True)
class Solution:
    """Where an iteration came to.

    ``value`` has shape (n,), the last point that has a value (the start, where not even that has one);
    ``path`` has shape (steps + 1, n) and begins at the start. The path ends at ``value``, except where it
    left the domain: then its last row may be the point without one. A method that fails returns a
    Solution like any other: raising is the caller's choice.
    """

    value: NDArray[np.float64]
    path: NDArray[np.float64]
    outcome: Outcome

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.path) - 1
