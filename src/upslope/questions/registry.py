"""The interface of an answer type, and the answer types there are.

An answer type is one module or package in ``answer_types/`` with a class that meets ``AnswerType`` and a
constant ``ANSWER_TYPE`` that is one of it. Putting it there is all it takes.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from upslope.questions import answer_types
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import FollowThrough, Misconception, Part

Key = Mapping[str, Any]
"""What an answer is judged against: plain JSON data. In every key, ``answer`` is text that scores 1."""


class UnknownAnswerType(LookupError):
    """A part names an answer type that does not exist."""


@dataclass(frozen=True)
class Samples:
    """Submissions that an answer type makes of its own, for the tests."""

    right: str
    wrong: str
    malformed: str


class AnswerType(Protocol):
    """Parse, score and show one kind of answer. ``name`` is what ``Part.type`` says.

    A learner's answer travels as one string. ``parse`` reads it; ``score`` takes what ``parse`` returned.
    ``is_typed`` says that it is written as maths, so that it is worth showing how it was read.
    """

    name: str
    is_typed: bool

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

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return a part from an author's table; ``settings`` are the builder's own arguments.

        Raises ValueError.
        """


@cache
def answer_type_names() -> tuple[str, ...]:
    """Return the names of all answer types, in alphabetical order."""
    return tuple(sorted(_answer_types()))


def answer_type(name: str) -> AnswerType:
    """Return the answer type called ``name``. Raises UnknownAnswerType."""
    try:
        return _answer_types()[name]
    except KeyError:
        known = ", ".join(answer_type_names())
        raise UnknownAnswerType(f"No answer type is called {name!r}. There are: {known}.") from None


def build_part(type_name: str, name: str, table: Mapping[str, Any]) -> Part:
    """Return the part an author wrote as a table: ``answer``, ``misconceptions``, the builder's own settings.

    Raises UnknownAnswerType; ValueError, TypeError or KeyError for a table that the type cannot use.
    """
    settings = {key: value for key, value in table.items() if key not in ("type", "name", "answer")}
    settings["misconceptions"] = tuple(Misconception(**entry) for entry in settings.get("misconceptions", ()))
    if "follow_through" in settings:
        settings["follow_through"] = FollowThrough(**settings["follow_through"])
    return answer_type(type_name).build(name, table["answer"], settings)


@cache
def _answer_types() -> dict[str, AnswerType]:
    found: dict[str, AnswerType] = {}
    for module in pkgutil.iter_modules(answer_types.__path__, f"{answer_types.__name__}."):
        plugin: AnswerType = importlib.import_module(module.name).ANSWER_TYPE
        found[plugin.name] = plugin
    return found
