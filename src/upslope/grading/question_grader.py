"""Marks a learner's answers to one variant of a question."""

from collections.abc import Mapping

from upslope.grading.results import GradingResult, PartResult
from upslope.questions.diagnosis import first_misconception
from upslope.questions.feedback import Feedback
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part, Variant

NOT_YET = Feedback(
    "not-yet",
    "Not yet. Go through your work line by line, or take a hint: the first one only points the way.",
)
PARTLY_RIGHT = Feedback("partly-right", "Part of this is right. Look once more at each option on its own.")


def grade_answer(variant: Variant, answers: Mapping[str, str]) -> GradingResult:
    """Return how ``answers`` (part name → what the learner sent) do against the variant's keys.

    ``score`` is the weighted share of the marks; None as soon as one part cannot be read, since the attempt
    does not count then. A part that ``answers`` lacks is read as an empty answer.
    """
    results = tuple(grade_part(part, answers.get(part.name, "")) for part in variant.parts)
    total = 0.0
    for part, result in zip(variant.parts, results, strict=True):
        if isinstance(result.outcome, NotGradable):
            return GradingResult(None, results)
        total += part.weight * result.outcome.fraction
    return GradingResult(total / sum(part.weight for part in variant.parts), results)


def grade_part(part: Part, text: str) -> PartResult:
    """Return how ``text`` does as the answer to one part; if wrong, with the first misconception it shows."""
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    if isinstance(value, NotGradable):
        return PartResult(part.name, value, "")
    outcome = kind.score(value, part.key)
    reading = kind.show(value, part.key)
    if isinstance(outcome, NotGradable) or outcome.is_right:
        return PartResult(part.name, outcome, reading)
    return PartResult(part.name, outcome, reading, _feedback(part, value, outcome))


def _feedback(part: Part, value: object, outcome: Score) -> Feedback:
    misconception = first_misconception(part, value)
    if misconception is not None:
        return Feedback(misconception.code, misconception.sentence)
    return PARTLY_RIGHT if outcome.fraction > 0 else NOT_YET
