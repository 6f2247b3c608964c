"""All options that apply. The answer is their ids, joined by commas."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Unpack

from upslope.questions.answer_tests import share_of_options
from upslope.questions.options import letter_of, lettered, option_reading
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Misconception, Part


class ChoicesAnswer:
    """Key: ``answer`` (the right options' ids joined by commas), ``options`` (in the order shown)."""

    name = "choices"
    is_typed = False

    def parse(self, text: str, key: Key) -> frozenset[str] | NotGradable:
        """Return the ids of the options ticked; at least one."""
        ticked = _ids(text)
        if not ticked:
            return NotGradable("Nothing is ticked yet.", "Tick every option that applies.")
        if not ticked <= {option["id"] for option in key["options"]}:
            return NotGradable("One of these options is not among those shown.", "Tick them again.")
        return ticked

    def score(self, value: frozenset[str], key: Key) -> Score | NotGradable:
        """Score the share of options ticked, or left alone, as they should be, and say how many they are.

        To say which ones would be to give the answer away.
        """
        options = {option["id"] for option in key["options"]}
        right = _ids(key["answer"])
        if value == right:
            return Score(1.0)
        reason = Reason(False, _count_sentence(len(options) - len(right ^ value), len(options)))
        return Score(share_of_options(right, value, options).fraction, (reason,))

    def show(self, value: frozenset[str], key: Key) -> str:
        """Return the ticked options in the order shown."""
        texts = [option_reading(option) for option in key["options"] if option["id"] in value]
        return r"\text{, }".join(texts)

    def model_answer(self, key: Key) -> str:
        """Return the right options' ids."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the options."""
        return {"options": [dict(option) for option in key["options"]]}

    def samples(self, key: Key) -> Samples:
        """Return the right options, all of them but with one changed, and none."""
        right = _ids(key["answer"])
        first = next(option["id"] for option in key["options"] if {option["id"]} != right)
        return Samples(key["answer"], ",".join(sorted(right ^ {first})), "")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with ``options`` and a list of ids."""
        rest = dict(settings)
        return choices_part(name, rest.pop("options"), answer, **rest)


def choices_part(
    name: str, options: Iterable[Mapping[str, Any]], right: Iterable[str], **shared: Unpack[Shared]
) -> Part:
    """Return a part answered by ticking all of ``options`` that apply; ``right`` are their ids, one or more.

    An option has an ``id`` and a ``text`` (Markdown), a ``plot`` (a ``Plot``), or both. In the part, ids are
    letters. Raises ValueError when options repeat each other, or when
    ``right`` or a misconception names an id that none of them has.
    """
    shown, letters = lettered(options)
    answer = [letter_of(option_id, letters, "A right answer") for option_id in right]
    if not answer:
        raise ValueError(f"No option of part {name!r} is right. Leave at least one to tick.")
    shared["misconceptions"] = tuple(
        replace(mistake, wrong=_letters(mistake, letters)) for mistake in shared.get("misconceptions", ())
    )
    return make_part(name, ANSWER_TYPE.name, {"answer": ",".join(answer), "options": shown}, shared)


def _count_sentence(count: int, total: int) -> str:
    if count == 0:
        return f"None of the {total} options is as it should be yet."
    return f"{count} of {total} options {'is as it' if count == 1 else 'are as they'} should be."


def _letters(mistake: Misconception, letters: Mapping[str, str]) -> str:
    role = f"An answer of misconception {mistake.code!r}"
    return ",".join(sorted(letter_of(option_id, letters, role) for option_id in _ids(mistake.wrong)))


def _ids(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",") if name.strip())


ANSWER_TYPE = ChoicesAnswer()
