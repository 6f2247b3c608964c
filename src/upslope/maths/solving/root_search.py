"""The search for every solution in a box: rule out, pin down and cut until nothing is left.

Moore, Kearfott & Cloud, Introduction to Interval Analysis, section 8.1 and 8.2.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from upslope.maths.expressions.expression import Call, Expression, Power, walk
from upslope.maths.solving.interval_enclosure import Reals
from upslope.maths.solving.interval_newton import Boxes, cut, cut_across, newton_round
from upslope.maths.solving.root_refinement import nearly_solved, polished, slopes_and_values

# What may be spent on a search, in nodes of the equations times boxes: about half a second.
_BUDGET = 2.5e6
_COST_OF_A_ROUND = 60
_COST: Mapping[type[Expression], float] = {Power: 2.0, Call: 4.0}
_MOST_SOLUTIONS = 100
_ROUNDS_TO_TIGHTEN = 40
_TIGHT = 1e-11
_TINY = 1e-7
_CROWD = 400
_SAMPLE = 40
_LAST_STARTS = 100
# Where curves of solutions run through the box, boxes are cut no smaller than this share of the whole.
_ASIDE = 1 / 256
_FEWEST_ON_A_CURVE = 5


@dataclass
class Search:
    """What a search has come to: ``single`` boxes with one solution in each.

    In ``tiny`` places, of shape (n,), the boxes became too small to cut; ``on_curves`` are places on curves
    of solutions; ``finished`` is False where the search ended before every box was looked at.
    """

    equations: tuple[Expression, ...]
    variables: tuple[str, ...]
    single: Boxes
    tiny: list[Reals] = field(default_factory=list)
    on_curves: list[Reals] = field(default_factory=list)
    finished: bool = True

    @property
    def cost(self) -> float:
        """What looking at one box costs."""
        nodes = (node for equation in self.equations for node in walk(equation))
        return sum(_COST.get(type(node), 1.0) for node in nodes) * (1 + len(self.variables)) / 3


def search(equations: tuple[Expression, ...], variables: tuple[str, ...], low: Reals, high: Reals) -> Search:
    """Return where the equations can be 0 in the box from ``low`` to ``high``, each of shape (n,)."""
    boxes, spent, crowd = Boxes(low[None, :], high[None, :]), 0.0, _CROWD
    found = Search(equations, variables, boxes[:0])
    aside = _ASIDE * boxes.width[0]
    while len(boxes):
        spent += found.cost * (len(boxes) + _COST_OF_A_ROUND)
        if spent > _BUDGET or len(found.single) > _MOST_SOLUTIONS:
            found.finished = False
            found.single = found.single[:_MOST_SOLUTIONS]
            found.tiny.extend(_solutions_near(found, _sample(boxes.middle, _LAST_STARTS)))
            break
        boxes = _without_settled(found, boxes)
        if len(boxes) > crowd and not found.on_curves:
            crowd *= 4
            found.on_curves.extend(_curve_near(found, _sample(boxes.middle, _SAMPLE)))
        if found.on_curves:
            boxes = boxes[boxes.width > aside]
        boxes = cut(boxes)
    found.single = _tightened(found)
    return found


def _sample(places: Reals, count: int) -> Reals:
    return places[:: len(places) // count + 1]


def _without_settled(found: Search, boxes: Boxes) -> Boxes:
    result = newton_round(found.equations, found.variables, boxes)
    found.single = found.single.joined(result.single)
    boxes = result.undecided
    tiny = boxes.width <= _TINY * (1 + np.abs(boxes.middle).max(axis=1, initial=0))
    found.tiny.extend(boxes.middle[tiny])
    return boxes[~tiny]


def _tightened(found: Search) -> Boxes:
    """The boxes with one solution each, made so small that Newton's method cannot miss it.

    What cannot be made small becomes a tiny place: it must not get lost.
    """
    boxes, tight = found.single, found.single[:0]
    for _ in range(_ROUNDS_TO_TIGHTEN):
        if not len(boxes):
            break
        smaller = newton_round(found.equations, found.variables, boxes)
        boxes = smaller.single.joined(smaller.undecided)
        done = boxes.width <= _TIGHT * (1 + np.abs(boxes.middle).max(axis=1, initial=0))
        tight, boxes = tight.joined(boxes[done]), cut_across(boxes[~done])
    found.tiny.extend(boxes.middle)
    return tight


def apart(places: Reals, distance: float) -> Reals:
    """Return the places without those closer than a share of their size to one that comes before."""
    kept: list[Reals] = []
    for place in places:
        if not kept or np.abs(np.array(kept) - place).max(axis=1).min() > distance * (
            1 + np.abs(place).max()
        ):
            kept.append(place)
    return np.array(kept).reshape(len(kept), places.shape[1])


def _solutions_near(found: Search, starts: Reals) -> Reals:
    """Solutions that Newton's method finds from these places, whatever it misses."""
    settled = polished(found.equations, found.variables, starts)
    return apart(settled[nearly_solved(found.equations, found.variables, settled)], 1e-6)


def _curve_near(found: Search, sample: Reals) -> Reals:
    """Solutions near these places if they are many and each has others right beside it, otherwise none."""
    settled = polished(found.equations, found.variables, sample)
    settled = settled[nearly_solved(found.equations, found.variables, settled)]
    slopes, _ = slopes_and_values(found.equations, found.variables, settled)
    sizes = np.linalg.svd(slopes, compute_uv=False)
    curved = settled[sizes[:, -1] <= 1e-6 * sizes[:, 0]]
    return curved if len(apart(curved, 1e-3)) >= _FEWEST_ON_A_CURVE else curved[:0]
