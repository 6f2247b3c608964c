"""One of several options. The answer is the option's id."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Unpack

from upslope.questions.options import letter_of, lettered, option_reading
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part


class ChoiceAnswer:
    """Key: ``answer`` (the right option's id), ``options`` (in the order shown)."""

    name = "choice"
    is_typed = False

    def parse(self, text: str, key: Key) -> str | NotGradable:
        """Return the id of the option."""
        chosen = text.strip()
        if not chosen:
            return NotGradable("Nothing is chosen yet.", "Pick the option you think is right.")
        if chosen not in {option["id"] for option in key["options"]}:
            return NotGradable("This option is not one of those shown.", "Pick one of them again.")
        return chosen

    def score(self, value: str, key: Key) -> Score | NotGradable:
        """Score 1 for the right option."""
        return Score(1.0 if value == key["answer"] else 0.0)

    def show(self, value: str, key: Key) -> str:
        """Return the option's text, or the letter of its picture."""
        return next(option_reading(option) for option in key["options"] if option["id"] == value)

    def model_answer(self, key: Key) -> str:
        """Return the right option's id."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the options."""
        return {"options": [dict(option) for option in key["options"]]}

    def samples(self, key: Key) -> Samples:
        """Return the right option, the first other one, and no option."""
        wrong = next(option["id"] for option in key["options"] if option["id"] != key["answer"])
        return Samples(key["answer"], wrong, "")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with ``options``."""
        rest = dict(settings)
        return choice_part(name, rest.pop("options"), answer, **rest)


def choice_part(
    name: str, options: Iterable[Mapping[str, Any]], right: str, **shared: Unpack[Shared]
) -> Part:
    """Return a part answered by choosing one of ``options``, shown in the order given.

    An option has an ``id`` and a ``text`` (Markdown), a ``plot`` (a ``Plot``), or both. In the part, ids are
    letters. Raises ValueError when options repeat each other, or when
    ``right`` or a misconception names none of them.
    """
    shown, letters = lettered(options)
    answer = letter_of(right, letters, "The right answer")
    shared["misconceptions"] = tuple(
        replace(
            mistake, wrong=letter_of(mistake.wrong, letters, f"The answer of misconception {mistake.code!r}")
        )
        for mistake in shared.get("misconceptions", ())
    )
    return make_part(name, ANSWER_TYPE.name, {"answer": answer, "options": shown}, shared)


ANSWER_TYPE = ChoiceAnswer()
