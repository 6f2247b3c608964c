"""What is said about each feature: what to look at, and never what is right there."""

from collections.abc import Callable, Mapping

from upslope.questions.answer_types.sketch.drawn_curve import Frame
from upslope.questions.answer_types.sketch.verdicts import Verdict
from upslope.questions.score import Reason

EARNED: Mapping[str, str] = {
    "sign": "It lies above and below the axis where it should.",
    "zeros": "It meets the axis in the right places.",
    "turning points": "It turns in the right places.",
    "direction": "It rises and falls where it should.",
    "asymptotes": "It is broken where it should be, and only there.",
    "ends": "Both ends are as they should be.",
    "heights": "The heights fit.",
}


def reason_for(feature: str, verdict: Verdict, frame: Frame, clue: str) -> Reason:
    """Return the reason; ``clue`` is an author's own sentence for this feature, or nothing."""
    if verdict.fraction >= 1:
        return Reason(True, EARNED[feature])
    where = _places(verdict, frame)
    return Reason(False, f"{TROUBLE[feature](verdict, where)} {clue}".strip())


def _sign(verdict: Verdict, where: str) -> str:
    return f"Look at whether your curve should lie above, below or on the axis near {where}."


def _zeros(verdict: Verdict, where: str) -> str:
    if verdict.added != verdict.missed:
        count = times(verdict.found + verdict.added)
        return f"Your curve meets the axis {count}, which is not the right number."
    return (
        f"Your curve meets the axis as often as it should, but not in the right way and place near {where}."
    )


def _turning_points(verdict: Verdict, where: str) -> str:
    if verdict.added != verdict.missed:
        return f"Your curve has {_many(verdict.found + verdict.added)}, which is not the right number."
    return (
        f"The number of turning points is right. Look again at where, and which way, it turns near {where}."
    )


def _direction(verdict: Verdict, where: str) -> str:
    return f"Look at whether your curve rises, falls or stays level near {where}."


def _asymptotes(verdict: Verdict, where: str) -> str:
    if not verdict.added:
        return "Somewhere the curve should break or leave the window, and yours goes on as if nothing were."
    if not verdict.missed:
        return f"Near {where} your curve breaks or leaves the window. Is there a reason for it?"
    return f"Near {where} your curve breaks or leaves the window, but not in the way it should."


def _ends(verdict: Verdict, where: str) -> str:
    return f"Look at how the curve goes on near {where}."


def _heights(verdict: Verdict, where: str) -> str:
    return f"The heights are far off near {where}."


TROUBLE: Mapping[str, Callable[[Verdict, str], str]] = {
    "sign": _sign,
    "zeros": _zeros,
    "turning points": _turning_points,
    "direction": _direction,
    "asymptotes": _asymptotes,
    "ends": _ends,
    "heights": _heights,
}


def _places(verdict: Verdict, frame: Frame) -> str:
    """Name at most two places: one thing at a time is enough to look at."""
    values = [f"{frame.at(place):.1f}".replace("-0.0", "0.0") for place in verdict.places[:2]]
    named = [f"${frame.variable} \\approx {value}$" for value in values]
    return " and ".join(named) or "the ends"


def times(count: int) -> str:
    """Return how often, in words."""
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _many(count: int) -> str:
    return {0: "no turning point", 1: "1 turning point"}.get(count, f"{count} turning points")
