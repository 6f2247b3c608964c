"""The interface of an answer type, and the answer types there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from upslope.questions.score import NotGradable, Score

Key = Mapping[str, Any]


@dataclass(frozen=True)
class Samples:
    """Submissions that an answer type makes of its own, for the tests."""

    right: str
    wrong: str
    malformed: str


class AnswerType(Protocol):
    """Parse, score and show one kind of answer. ``name`` is what ``Part.type`` says.

    A learner's answer travels as one string. ``parse`` reads it; ``score`` takes what ``parse`` returned.
    """

    name: str

    def parse(self, text: str, key: Key) -> Any | NotGradable:
        """Return what was meant by ``text``, or why it cannot be read."""

    def score(self, value: Any, key: Key) -> Score | NotGradable:
        """Return how ``value`` compares with the key."""

    def show(self, value: Any, key: Key) -> str:
        """Return LaTeX (or plain text in ``\\text``) that echoes how the answer was read."""

    def model_answer(self, key: Key) -> str:
        """Return text that scores 1."""

    def public(self, key: Key) -> dict[str, Any]:
        """Return what a page may know before submission: options, variables; never the answer."""

    def samples(self, key: Key) -> Samples:
        """Return a right, a wrong and a malformed submission for this key."""
