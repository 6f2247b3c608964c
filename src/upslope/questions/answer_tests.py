"""What makes an answer right. Each test compares an answer with the key and returns a score."""

import math
from collections.abc import Mapping, Set

from upslope.maths import Expression, compare
from upslope.questions.score import NotGradable, Score


def same_expression(
    key: Expression, answer: Expression, domain: Mapping[str, tuple[float, float]] | None = None
) -> Score | NotGradable:
    """Score 1 when both are the same function on the domain, however they are written."""
    verdict = compare(key, answer, domain).verdict
    if verdict == "unsure":
        return NotGradable(
            "I could not tell whether this is the same function.",
            "Write it in a shorter form and send it again.",
        )
    return Score(1.0 if verdict == "same" else 0.0)


def close_number(key: float, answer: float, tolerance: float) -> Score:
    """Score 1 when the numbers differ by at most ``tolerance`` (and by what rounding in a computer adds)."""
    slack = 1e-12 * max(1.0, abs(key))
    return Score(1.0 if math.isfinite(answer) and abs(answer - key) <= tolerance + slack else 0.0)


def share_of_options(key: Set[str], ticked: Set[str], options: Set[str]) -> Score:
    """Score the share of all options that are ticked, or left alone, as they should be."""
    return Score(1.0 - len(key ^ ticked) / len(options))
