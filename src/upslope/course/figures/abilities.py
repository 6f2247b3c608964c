"""What some kinds of figure can do besides what every kind does. A kind that cannot lacks the names."""

from typing import Protocol, runtime_checkable

from upslope.course.figures.drawing import State


@runtime_checkable
class HasStills(Protocol):
    """Can be drawn in Python, for those whose browser runs no script."""

    @property
    def still_size(self) -> tuple[int, int]:
        """Width and height of every still picture, in pixels."""

    def still(self, state: State) -> str:
        """Return the figure in this state as an SVG document."""


@runtime_checkable
class HasPanels(Protocol):
    """Has several panels, whose places stand in the page before the script arrives."""

    def panels(self) -> str:
        """Return the HTML of the empty panels."""


@runtime_checkable
class HasWords(Protocol):
    """Can say its state in words."""

    @property
    def words(self) -> str:
        """A sentence with read-outs in braces, for figures whose author writes none."""
