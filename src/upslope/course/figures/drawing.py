"""What every kind of figure offers to the card that surrounds it."""

from collections.abc import Mapping
from typing import Any, Protocol

State = Mapping[str, float]
"""The numbers a figure is made of, by name: ``{"x": 1.0, "run": 1.2}``."""


class Drawing(Protocol):
    """A figure whose table has been read and checked."""

    @property
    def tag(self) -> str:
        """The custom element that draws it."""

    @property
    def state(self) -> State:
        """The state in which the figure opens."""

    def complete(self, state: State) -> State:
        """Return a walkthrough's or an author's state with its numbers in range. Raises ValueError."""

    def readouts(self, state: State) -> dict[str, float]:
        """Return what prose, formulas and tasks may speak about, by name."""

    def data(self) -> dict[str, Any]:
        """Return what the browser needs, ready for JSON."""

    def strip(self) -> str:
        """Return the HTML below the drawing: slider, formula, read-outs."""
