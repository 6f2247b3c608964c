"""Marks a learner's answers to one variant of a question."""

from collections.abc import Mapping
from dataclasses import replace

from upslope.grading.results import GradingResult, PartResult
from upslope.questions.diagnosis import first_misconception
from upslope.questions.feedback import Feedback
from upslope.questions.follow_through import continued
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part, Variant

NOT_YET = Feedback(
    "not-yet",
    "Not yet. Go back over it one step at a time, or take a hint: the first one only points the way.",
)
PARTLY_RIGHT = Feedback("partly-right", "Part of this is right. Look once more at the rest.")
FOLLOWS = Feedback("follows-through", "This follows rightly from your own answer above, so it counts.")
FROM_YOUR_OWN = Reason(True, "This much follows rightly from your own answer above.")


def grade_answer(variant: Variant, answers: Mapping[str, str]) -> GradingResult:
    """Return how ``answers`` (part name → what the learner sent) do against the variant's keys.

    ``score`` is the weighted share of the marks; None as soon as one part cannot be read, since the attempt
    does not count then. A part that ``answers`` lacks is read as an empty answer. A part that follows from
    earlier ones is marked by the learner's own answers to them where that earns more.
    """
    results = tuple(grade_part(part, answers.get(part.name, "")) for part in variant.parts)
    if any(isinstance(result.outcome, NotGradable) for result in results):
        return GradingResult(None, results)
    results = tuple(
        _followed(variant, part, result, answers) for part, result in zip(variant.parts, results, strict=True)
    )
    total = sum(part.weight * _fraction(result) for part, result in zip(variant.parts, results, strict=True))
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


def _followed(variant: Variant, part: Part, result: PartResult, answers: Mapping[str, str]) -> PartResult:
    """Return the result against the learner's own earlier answers where that earns more, else as it is."""
    own = continued(variant, part, answers) if _fraction(result) < 1 else None
    if own is None:
        return result
    kind = answer_type(part.type)
    outcome = kind.score(kind.parse(answers[part.name], own.key), own.key)
    if not isinstance(outcome, Score) or outcome.fraction <= _fraction(result):
        return result
    if outcome.is_right:
        return replace(result, outcome=outcome, feedback=FOLLOWS)
    feedback = PARTLY_RIGHT if result.feedback == NOT_YET else result.feedback
    shown = replace(outcome, reasons=(FROM_YOUR_OWN, *outcome.reasons))
    return replace(result, outcome=shown, feedback=feedback)


def _fraction(result: PartResult) -> float:
    return result.outcome.fraction if isinstance(result.outcome, Score) else 0.0
