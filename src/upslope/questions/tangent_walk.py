"""A search for a root by tangents, as questions ask about it: its picture, and how it ends."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from upslope.maths import Derivation, Expression, Solution, evaluate, newton_raphson, newton_raphson_worked
from upslope.maths.expressions.shown_point import shown_journey
from upslope.questions.answer_types.choice import choice_part
from upslope.questions.answer_types.place.places import places_text
from upslope.questions.answer_types.place.things.points import place_points_part
from upslope.questions.diagnosis import distinct
from upslope.questions.plot import Curve, Dot, Plot, curve
from upslope.questions.plot_sampling import Point, View
from upslope.questions.tangent_fates import (
    FATES,
    LANDED_ASIDE,
    LANDED_AT_START,
    LANDED_BY_THE_CURVE,
    fate_mistaken,
)
from upslope.questions.variant import Misconception, Part

MOST_STEPS = 100

_ENDS = {"cycling": "cycle", "diverging": "away", "flat": "stuck", "left the domain": "stuck"}
_SAME = 1e-3
_INDICES = "₀₁₂₃₄"


@dataclass(frozen=True)
class TangentWalk:
    """A search for a root of ``f`` by Newton and Raphson from ``start``, in the hope of ``target``.

    It is given up after ``most_steps``.
    """

    f: Expression
    start: float
    target: float | None = None
    most_steps: int = MOST_STEPS

    @cached_property
    def solution(self) -> Solution:
        """The search, by the maths core."""
        return newton_raphson(self.f, self.start, steps=self.most_steps)

    @property
    def points(self) -> list[float]:
        """Where it stands after 0, 1, 2 … steps."""
        return [float(point) for point in self.solution.path[:, 0]]

    @property
    def journey(self) -> str:
        """Its first points, joined by arrows: a formula for a sentence."""
        return f"${shown_journey(self.solution.path)}$"

    @property
    def fate(self) -> str:
        """How it ends: a key of ``FATES``. Without a target every root is another one."""
        if not self.solution.outcome.converged:
            return _ENDS.get(self.solution.outcome.ending, "never")
        end = float(self.solution.value[0])
        near = self.target is not None and abs(end - self.target) < _SAME * max(1, abs(end))
        return "target" if near else "other"

    def fate_part(self, rng: np.random.Generator, others: str, label: str = "And in the end?") -> Part:
        """Return the choice of its fate among the words of ``others``, mixed, each wrong one explained."""
        texts = FATES if self.target is not None else {**FATES, "other": "It settles at a root."}
        fates = [str(one) for one in rng.permutation(sorted({self.fate, *others.split()}))]
        options = [{"id": one, "text": texts[one]} for one in fates]
        mistakes = [fate_mistaken(one, self.fate) for one in fates if one != self.fate]
        return choice_part("fate", options, self.fate, label=label, misconceptions=mistakes)

    def landing_part(self, view: View, alt: str) -> Part:
        """Return the part in which the first landing is placed on the picture, with its usual slips."""
        first = self.points[1]
        slips = {LANDED_AT_START: self.start, LANDED_ASIDE: 2 * self.start - first}
        if self.target is not None:
            slips[LANDED_BY_THE_CURVE] = self.target
        return distinct(
            place_points_part(
                "first",
                self.picture(view, alt),
                [(first, 0.0)],
                label="The first tangent lands here:",
                misconceptions=[
                    Misconception(*slip, places_text([(float(x), 0.0)]))
                    for slip, x in slips.items()
                    if _inside(x, view)
                ],
            )
        )

    def worked(self, steps: int = 3) -> Derivation:
        """Return the search as on paper; its conclusion says how it ends, without advice."""
        whole = newton_raphson_worked(self.f, self.start, steps=steps)
        return replace(whole, conclusion=self.solution.outcome.sentence)

    def picture(self, view: View, alt: str, steps: int = 0) -> Plot:
        """Return the curve with start S and target T, and so many tangents drawn from the start."""
        points = self.points[: steps + 1]
        feet = [Dot((x, 0.0), "x", f"x{_INDICES[n]}") for n, x in enumerate(points) if _inside(x, view)]
        start = Dot((self.start, 0.0), "x", "S")
        hope = () if self.target is None else (Dot((self.target, 0.0), "y", "T"),)
        lines = [line for pair in pairwise(points) for line in self._step(pair, view)]
        return Plot(
            view, alt, curves=(curve(self.f, view), *lines), dots=(*hope, *(feet if steps else (start,)))
        )

    def _step(self, pair: tuple[float, float], view: View) -> list[Curve]:
        """Return the way up to the curve and down its tangent, as far as they lie in the window."""
        here, there = pair
        height = evaluate(self.f, {"x": here})
        if not (_inside(here, view) and view[2] <= height <= view[3]):
            return []
        foot = _cut((here, height), (there, 0.0), view)
        up = Curve((((here, 0.0), (here, height)),), "x", is_dashed=True)
        return [up, Curve((((here, height), foot),), "slope")]


def _inside(x: float, view: View) -> bool:
    return view[0] <= x <= view[1]


def _cut(here: Point, there: Point, view: View) -> Point:
    """Return where the line from a point in the window leaves it to the left or right, or else its end."""
    edge = min(max(there[0], view[0]), view[1])
    if edge == there[0]:
        return there
    return edge, here[1] + (there[1] - here[1]) * (edge - here[0]) / (there[0] - here[0])
