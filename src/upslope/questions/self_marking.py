"""What an answer type has besides when learners mark themselves: something to compare their words with."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from upslope.questions.registry import Key


@dataclass(frozen=True)
class Point:
    """One thing that a good answer says (Markdown), and whether the learner has ticked it."""

    text: str
    is_ticked: bool


@dataclass(frozen=True)
class SelfCheck:
    """What a learner sees once their own words were sent: a model answer (Markdown) and its points."""

    model: str
    points: tuple[Point, ...]


@runtime_checkable
class SelfMarked(Protocol):
    """An answer type whose learners tick what they have said. Its marks decide no grade."""

    is_self_marked: bool

    def sent(self, text: str) -> str:
        """Return an answer as it stands after it was sent: with room for ticks, if it had none."""

    def self_check(self, text: str, key: Key) -> SelfCheck | None:
        """Return what ``text`` is to be compared with; None before it was sent."""
