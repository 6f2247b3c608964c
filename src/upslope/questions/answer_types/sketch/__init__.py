"""A curve drawn by hand. The answer is its points, ``x y, x y; x y, …``; a semicolon lifts the pen."""

from collections.abc import Mapping
from typing import Any

from upslope.questions.answer_types.sketch.building import part_from_table, sketch_part
from upslope.questions.answer_types.sketch.drawn_curve import DrawnCurve, Frame, read_curve
from upslope.questions.answer_types.sketch.points import write_points
from upslope.questions.answer_types.sketch.sentences import reason_for, times
from upslope.questions.answer_types.sketch.verdicts import JUDGES, judge_zeros
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

__all__ = ["ANSWER_TYPE", "sketch_part"]


class SketchAnswer:
    """Key: ``answer`` (points), ``view``, ``interval``, ``variable``, ``axes``, ``features``, ``clues``.

    And ``plot``, with its ``place``: ``above`` the window or ``behind`` the curve.
    """

    name = "sketch"
    is_typed = False

    def parse(self, text: str, key: Key) -> DrawnCurve | NotGradable:
        """Return the curve; a stretch without one cannot be marked yet."""
        return read_curve(text, _frame(key))

    def score(self, value: DrawnCurve, key: Key) -> Score | NotGradable:
        """Score the share of the features that are as they should be, with a reason for each."""
        right = self.parse(key["answer"], key)
        if isinstance(right, NotGradable):
            return right
        frame = _frame(key)
        reasons: list[Reason] = []
        earned: list[float] = []
        for feature in key["features"]:
            verdict = JUDGES[feature](right, value)
            if verdict is not None:
                earned.append(verdict.fraction)
                reasons.append(reason_for(feature, verdict, frame, key["clues"].get(feature, "")))
        if all(reason.earned for reason in reasons):
            return Score(1.0)
        return Score(sum(earned) / len(earned), tuple(reasons))

    def show(self, value: DrawnCurve, key: Key) -> str:
        """Return how often the curve meets the axis; a picture says the rest."""
        meets = judge_zeros(value, value)
        return rf"\text{{a curve that meets the axis {times(meets.found if meets else 0)}}}"

    def model_answer(self, key: Key) -> str:
        """Return the right curve's points."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the window, what is asked of it, and the pictures given with it."""
        return {name: key[name] for name in ("view", "interval", "variable", "axes", "plot", "place")}

    def samples(self, key: Key) -> Samples:
        """Return the right curve, a saw's teeth with a break, and a word."""
        (start, end), (bottom, top) = key["interval"], key["view"][2:]
        places = [start + (end - start) * step / 10 for step in range(11)]
        edges = [bottom + (top - bottom) * (0.15 if step % 2 else 0.85) for step in range(11)]
        teeth = list(zip(places, edges, strict=True))
        zigzag = write_points([teeth[:5], teeth[5:]], tuple(key["view"]))
        return Samples(key["answer"], zigzag, "0 1, up 2")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with a ``view``; the answer is a formula, or points as text.

        The pictures are tables with a ``function``, a ``view`` and an ``alt``.
        """
        return part_from_table(name, answer, settings)


def _frame(key: Key) -> Frame:
    start, end = key["interval"]
    return Frame(key["variable"], tuple(key["view"]), start, end)


ANSWER_TYPE = SketchAnswer()
