"""What makes an answer right. Each test compares an answer with the key and returns a score."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from upslope.maths import Expression, Matrix, check_form, compare, compare_entries
from upslope.questions.matrix_words import Shape, entry_name, shape_name
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.written_figures import Written

Domain = Mapping[str, tuple[float, float]]

_FORM_WORDS = {"expanded": "multiplied out", "factored": "factored", "single fraction": "one single fraction"}
_NOTHING = 1e-15  # below this a computed key is 0 with the rounding of a computer
_ROUNDED = (
    "Your number is close, and it looks rounded. The exact one is asked for: a fraction or a root will do."
)


def same_expression(
    key: Expression,
    answer: Expression,
    domain: Domain | None = None,
    up_to: Literal["constant", "factor"] | None = None,
) -> Score | NotGradable:
    """Score 1 when both are the same function on the domain, however they are written.

    ``up_to`` lets them differ by one added constant, or by one constant factor.
    """
    verdict = compare(key, answer, domain, up_to).verdict
    if verdict == "unsure":
        return NotGradable(
            "I could not tell whether this is the same function.",
            "Write it in a shorter form and send it again.",
        )
    return Score(1.0 if verdict == "same" else 0.0)


def in_form(
    answer: Expression, form: Literal["expanded", "factored", "single fraction"]
) -> NotGradable | None:
    """Return what is still to do to a right answer that is not in the form asked for; None if nothing is."""
    check = check_form(answer, form)
    if check.holds:
        return None
    return NotGradable(f"This is right, but not {_FORM_WORDS[form]} yet. {check.sentence}", check.remedy)


def same_entries(key: Matrix, answer: Matrix, domain: Domain | None = None) -> Score | NotGradable:
    """Score the share of entries that are the same function as the key's; reasons say which ones are not yet.

    A matrix of another shape scores 0, with a reason that names its shape.
    """
    if key.shape != answer.shape:
        return Score(0.0, (Reason(False, _on_shape(key.shape, answer.shape)),))
    verdicts = [[found.verdict for found in row] for row in compare_entries(key, answer, domain)]
    for row, found in enumerate(verdicts, start=1):
        if "unsure" in found:
            place = entry_name((row, found.index("unsure") + 1), key.shape)
            return NotGradable(
                f"I could not tell whether {place} is the same function.",
                "Write it in a shorter form and send it again.",
            )
    right = [[verdict == "same" for verdict in row] for row in verdicts]
    earned, every = sum(map(sum, right)), key.shape[0] * key.shape[1]
    return Score(earned / every, _on_entries(right, key.shape) if 0 < earned < every else ())


def _on_shape(key: Shape, answer: Shape) -> str:
    if 1 in key and answer == (key[1], key[0]):
        where = "one below the other" if key[1] == 1 else "side by side"
        return f"You wrote {shape_name(answer)}. The entries should stand {where}."
    return f"You wrote {shape_name(answer)}. Think once more about its rows and its columns."


def _on_entries(right: Sequence[Sequence[bool]], shape: Shape) -> tuple[Reason, ...]:
    """One reason for a row that is all right or all wrong, else one for each entry that is wrong."""
    reasons = []
    for row, found in enumerate(right, start=1):
        if len(set(found)) == 1 and 1 not in shape:
            reasons.append(Reason(found[0], f"Row {row} is right." if found[0] else f"Row {row}: not yet."))
        else:
            wrong = [column for column, is_right in enumerate(found, start=1) if not is_right]
            names = [entry_name((row, column), shape) for column in wrong]
            reasons += [Reason(False, f"{name.capitalize()}: not yet.") for name in names]
    return tuple(reasons)


def close_number(key: float, answer: float, tolerance: float) -> Score:
    """Score 1 when the numbers differ by at most ``tolerance`` (and by what rounding in a computer adds)."""
    slack = 1e-12 * (abs(key) if abs(key) > _NOTHING else 1.0)
    return Score(1.0 if math.isfinite(answer) and abs(answer - key) <= tolerance + slack else 0.0)


@dataclass(frozen=True)
class Accuracy:
    """How far an answer may be off, how many figures it must show, and both in words for a sentence."""

    tolerance: float
    figures: int = 0
    words: str = ""


def close_as_written(key: float, answer: float, shown: Written, accuracy: Accuracy) -> Score | NotGradable:
    """Score 1 for a number within the tolerance that shows enough figures.

    A number that is right as far as it was written, where more was asked for, is not gradable yet.
    """
    more = NotGradable("This is right as far as it goes.", f"Give {accuracy.words}.")
    score = close_number(key, answer, accuracy.tolerance)
    if score.is_right:
        return score if shown.figures >= accuracy.figures else more
    is_coarse = shown.looks_rounded and shown.half_width > accuracy.tolerance
    if not is_coarse or not close_number(key, answer, shown.half_width).is_right:
        return score
    return more if accuracy.words else Score(0.0, (Reason(False, _ROUNDED),))


def share_of_options(key: Set[str], ticked: Set[str], options: Set[str]) -> Score:
    """Score the share of all options that are ticked, or left alone, as they should be."""
    return Score(1.0 - len(key ^ ticked) / len(options))
