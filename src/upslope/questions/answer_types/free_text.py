"""A few sentences, marked by their own author: after they are sent, a model answer and a checklist come back.

An answer is text. Once sent it ends with a line of ticks, ``I said: 1, 3``, which is empty at first; only an
answer with that line is shown the model answer.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.self_marking import Point, SelfCheck
from upslope.questions.variant import Part

TICKS = re.compile(r"\s*I said:(?P<numbers>[\d\s,]*)", re.IGNORECASE)
FEWEST_WORDS = 3
TOO_SHORT = NotGradable("This is too short to compare.", "Write a sentence or two in your own words.")
COMPARE = NotGradable(
    "Compare your words with the model answer, and tick what you have said.", "Then check once more."
)


@dataclass(frozen=True)
class Words:
    """What a learner wrote, and the numbers (from 1) of the points they ticked; None before it was sent."""

    text: str
    ticked: frozenset[int] | None


class FreeTextAnswer:
    """Key: ``answer`` (the model answer with all points ticked), ``model`` and ``points`` (Markdown)."""

    name = "free-text"
    is_typed = False
    is_self_marked = True

    def parse(self, text: str, key: Key) -> Words | NotGradable:
        """Return the words and the ticks; not to be marked before something is ticked."""
        words = _read(text)
        if len(words.text.split()) < FEWEST_WORDS:
            return TOO_SHORT
        known = frozenset(range(1, len(key["points"]) + 1))
        ticked = (words.ticked or frozenset()) & known
        return Words(words.text, ticked) if ticked else COMPARE

    def score(self, value: Words, key: Key) -> Score | NotGradable:
        """Score the share of points that are ticked."""
        said = [number in (value.ticked or ()) for number in range(1, len(key["points"]) + 1)]
        if all(said):
            return Score(1.0)
        reasons = tuple(Reason(is_said, text) for is_said, text in zip(said, key["points"], strict=True))
        return Score(sum(said) / len(said), reasons)

    def show(self, value: Words, key: Key) -> str:
        """Return how long the text is; the words themselves stay in their field."""
        return rf"\text{{{len(value.text.split())} words}}"

    def model_answer(self, key: Key) -> str:
        """Return the model answer with everything ticked."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return nothing: points and model answer come after the learner's own words."""
        return {}

    def samples(self, key: Key) -> Samples:
        """Return the model answer with everything ticked, with one point ticked, and a single word."""
        return Samples(key["answer"], _with_ticks(key["model"], [1]), "Because.")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is the model answer."""
        return free_text_part(name, answer, **settings)

    def sent(self, text: str) -> str:
        """Return the text with a line for ticks below it, unless there is one or it says nothing yet."""
        words = _read(text)
        if words.ticked is not None or len(words.text.split()) < FEWEST_WORDS:
            return text
        return _with_ticks(words.text, [])

    def self_check(self, text: str, key: Key) -> SelfCheck | None:
        """Return the model answer and its points for a text that ends with a line of ticks."""
        words = _read(text)
        if words.ticked is None or len(words.text.split()) < FEWEST_WORDS:
            return None
        points = (Point(text, number in words.ticked) for number, text in enumerate(key["points"], start=1))
        return SelfCheck(key["model"], tuple(points))


def free_text_part(name: str, model: str, *, points: Sequence[str], **shared: Unpack[Shared]) -> Part:
    """Return a part answered in the learner's own words and marked by themselves.

    ``model`` is an answer as good as one could wish; ``points`` are the things it says, a sentence for each,
    two or more. Both are Markdown. Raises ValueError for fewer points, for empty ones, and for
    misconceptions, which nobody could recognise in free text.
    """
    said = [point.strip() for point in points]
    if len(said) < 2 or not all(said) or not model.strip():
        raise ValueError(f"Part {name!r} needs a model answer and two points or more; none may be empty.")
    if shared.get("misconceptions"):
        raise ValueError(f"Part {name!r} is free text, in which no misconception can be recognised.")
    model = model.strip()
    key = {"answer": _with_ticks(model, range(1, len(said) + 1)), "model": model, "points": said}
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _read(text: str) -> Words:
    plain = text.replace("\r\n", "\n").strip()
    above, _, last = plain.rpartition("\n")
    found = TICKS.fullmatch(last)
    if found is None:
        return Words(plain, None)
    numbers = re.findall(r"\d+", found["numbers"])
    return Words(above.strip(), frozenset(int(number[:4]) for number in numbers))


def _with_ticks(text: str, numbers: Sequence[int]) -> str:
    return f"{text}\n\nI said: {', '.join(map(str, numbers))}".rstrip()


ANSWER_TYPE = FreeTextAnswer()
