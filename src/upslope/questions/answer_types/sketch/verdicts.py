"""Compares a drawn curve with the right one, feature by feature. Lengths are shares of the window throughout.

A verdict is None where a feature has nothing to say: the right curve never meets the axis, and neither does
the drawn one. So nobody earns marks for what was not asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from upslope.questions.answer_types.sketch.drawn_curve import STEPS, DrawnCurve, Floats, runs
from upslope.questions.answer_types.sketch.features import (
    ASIDE,
    Event,
    branches,
    breaks,
    crossings,
    exits,
    touches,
    turning_points,
)
from upslope.questions.answer_types.sketch.matching import (
    Compared,
    Plainness,
    compare_events,
    fits_any,
    match,
)
from upslope.questions.answer_types.sketch.peaks import within

ASIDE_STEPS = round(ASIDE * STEPS)
PLAIN, FAINT = 0.1, 0.05  # a stretch this far from the axis at its farthest, and everywhere, has a side
SHARE = 0.85  # of a stretch: what must be as it should be
DEMANDED_CLIMB, SHARE_OF_CLIMB, SLIPPING_BACK = 0.12, 0.2, 0.14
FLAT, LOOKS_FLAT = 0.04, 0.15
END, END_OFF = 0.15, 0.16
TUBE, SHARE_IN_TUBE = 0.15, 0.92


@dataclass(frozen=True)
class Verdict:
    """``fraction`` is earned, ``places`` (0 to 1) are where to look.

    Of what can be counted, the drawn curve has ``found`` where it belongs, ``added`` where it does not, and
    has ``missed`` others.
    """

    fraction: float
    places: tuple[float, ...] = ()
    found: int = 0
    added: int = 0
    missed: int = 0


Judge = Callable[[DrawnCurve, DrawnCurve], Verdict | None]

TURNS = Plainness((0.16,), (0.02,), (0.06,), (0.11,))
CROSSES = Plainness((0.1,), (0.015,), (0.06,), (0.08,))
TOUCHES = Plainness((0.015, 0.14), (0.13, 0.03), (0.085, 0.04), (0.01, 0.06))
BREAKS = Plainness((0.5,), (0.15,), (0.3,), (0.4,))
EXITS = Plainness((0.035,), (-0.16,), (-0.16,), (0.02,))


def judge_sides(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge each stretch of the right curve that is plainly above the axis, below it or on it."""
    outcomes = []
    for sign, first, last in _sides(right):
        on_it = drawn.heights[first : last + 1]
        on_it = on_it[~np.isnan(on_it)]
        agrees = np.abs(on_it) <= PLAIN if sign == 0 else sign * on_it > 0
        outcomes.append((bool(agrees.mean() >= SHARE) if len(on_it) else False, (first + last) / 2))
    return _of_stretches(outcomes)


def judge_zeros(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge where the curve crosses the axis or touches it."""
    crossed = compare_events(crossings, CROSSES, right, drawn)
    # A curve that dips just through the axis may be drawn as one that touches it.
    dips = [replace(event, kind="touch") for event in crossings(right, *CROSSES.allowed)]
    touched = compare_events(touches, TOUCHES, right, drawn)
    touched = replace(touched, added=tuple(one for one in touched.added if not fits_any(one, dips)))
    both = Compared(
        crossed.found + touched.found, crossed.missed + touched.missed, crossed.added + touched.added
    )
    return _of_events(both)


def judge_turning_points(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge the highest and lowest points: kind, number and place."""
    visible = [event for event in turning_points(right, *TURNS.demanded) if not _is_outside(right, event)]
    added = [event for event in turning_points(drawn, *TURNS.added) if not _is_outside(drawn, event)]
    found, allowed = turning_points(drawn, *TURNS.found), turning_points(right, *TURNS.allowed)
    return _of_events(match(visible, found, added, allowed))


def judge_direction(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge each stretch between two turning points: whether it rises, falls or stays level as it should."""
    outcomes = []
    for first, last in _climbs(right):
        asked, given = right.heights[first : last + 1], drawn.heights[first : last + 1]
        known = ~(np.isnan(asked) | np.isnan(given))
        outcomes.append((_goes_along(asked[known], given[known]), (first + last) / 2))
    return _of_stretches(outcomes)


def judge_breaks(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge where the curve breaks, or leaves the window and comes back."""
    broken = compare_events(breaks, BREAKS, right, drawn)
    left = compare_events(exits, EXITS, right, drawn)
    return _of_events(
        Compared(broken.found + left.found, broken.missed + left.missed, broken.added + left.added)
    )


def judge_ends(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge both ends: how high they are and whether they rise, fall or level off."""
    stretch = round(END * STEPS)
    outcomes = []
    for way, place in ((1, 0.0), (-1, float(STEPS))):
        asked, given = right.heights[::way][: stretch + 1], drawn.heights[::way][: stretch + 1]
        known = ~(np.isnan(asked) | np.isnan(given))
        outcomes.append((known.sum() > ASIDE_STEPS and _starts_alike(asked[known], given[known]), place))
    return _of_stretches(outcomes)


def judge_heights(right: DrawnCurve, drawn: DrawnCurve) -> Verdict | None:
    """Judge how much of the curve lies in a broad tube round the right one."""
    lowest, _ = within(np.where(np.isnan(right.heights), np.inf, right.heights), ASIDE_STEPS)
    _, highest = within(np.where(np.isnan(right.heights), -np.inf, right.heights), ASIDE_STEPS)
    known = ~np.isnan(drawn.heights)
    inside = (drawn.heights >= lowest - TUBE) & (drawn.heights <= highest + TUBE)
    share = float(inside[known].mean())
    if share >= SHARE_IN_TUBE:
        return Verdict(1.0)
    longest = max(runs(known & ~inside), key=lambda run: run[1] - run[0])
    return Verdict(share, (sum(longest) / 2 / STEPS,))


JUDGES: Mapping[str, Judge] = {
    "sign": judge_sides,
    "zeros": judge_zeros,
    "turning points": judge_turning_points,
    "direction": judge_direction,
    "asymptotes": judge_breaks,
    "ends": judge_ends,
    "heights": judge_heights,
}


def _of_events(compared: Compared) -> Verdict | None:
    missed, added = len(compared.missed), len(compared.added)
    if compared.found + missed + added == 0:
        return None
    places = tuple(event.place for event in (compared.added or compared.missed))
    total = compared.found + max(missed, added)
    return Verdict(compared.found / total, places, compared.found, added, missed)


def _of_stretches(outcomes: list[tuple[bool, float]]) -> Verdict | None:
    if not outcomes:
        return None
    good = sum(is_good for is_good, _ in outcomes)
    return Verdict(good / len(outcomes), tuple(place / STEPS for is_good, place in outcomes if not is_good))


def _sides(curve: DrawnCurve) -> list[tuple[int, int, int]]:
    """Return sign, first and last place of each stretch with a plain side, without its outer parts."""
    found = []
    for sign, mask in ((1, curve.heights > FAINT), (-1, curve.heights < -FAINT)):
        for first, last in runs(mask):
            is_long = last - first >= 2 * ASIDE_STEPS
            if is_long and np.abs(curve.heights[first : last + 1]).max() >= PLAIN:
                found.append((sign, *_core(first, last)))
    for first, last in runs(np.abs(curve.heights) <= FAINT / 2):
        if last - first >= 3 * ASIDE_STEPS:
            found.append((0, *_core(first, last)))
    return sorted(found, key=lambda side: side[1])


def _climbs(curve: DrawnCurve) -> list[tuple[int, int]]:
    """Return where the right curve plainly rises, falls or is level: stretches without their outer parts."""
    level = _level_stretches(curve)
    turns = [round(event.place * STEPS) for event in turning_points(curve, *TURNS.demanded)]
    turns = [turn for turn in turns if not any(first <= turn <= last for first, last in level)]
    cuts = sorted({*turns, *(end for stretch in level for end in stretch)})
    found = []
    for branch in branches(curve):
        inner = [cut for cut in cuts if branch.start < cut < branch.stop - 1]
        marks = [branch.start, *inner, branch.stop - 1]
        for first, last in pairwise(marks):
            core = _core(first, last)
            climb = abs(curve.heights[core[1]] - curve.heights[core[0]])
            if last - first > ASIDE_STEPS and (climb >= DEMANDED_CLIMB or (first, last) in level):
                found.append(core)
    return found


def _level_stretches(curve: DrawnCurve) -> list[tuple[int, int]]:
    """Return the long stretches in which the right curve stays at one height."""
    lowest, highest = within(curve.heights, ASIDE_STEPS)
    middles = runs(highest - lowest <= FLAT / 2)
    stretches = [(max(first - ASIDE_STEPS, 0), min(last + ASIDE_STEPS, STEPS)) for first, last in middles]
    return [(first, last) for first, last in stretches if last - first >= 3 * ASIDE_STEPS]


def _core(first: int, last: int) -> tuple[int, int]:
    trim = min(ASIDE_STEPS, round(0.3 * (last - first)))
    return first + trim, last - trim


def _goes_along(asked: Floats, given: Floats) -> bool:
    if len(given) < 2:
        return False
    climb = float(asked[-1] - asked[0])
    if abs(climb) <= FLAT:
        return bool(np.ptp(given) <= LOOKS_FLAT)
    upward = np.sign(climb) * given
    slipped = _slip(upward) - _slip(np.sign(climb) * asked)
    return bool(upward[-1] - upward[0] >= SHARE_OF_CLIMB * abs(climb) and slipped <= SLIPPING_BACK)


def _slip(upward: Floats) -> float:
    """Return how far a curve falls back below where it has been."""
    return float((np.maximum.accumulate(upward) - upward).max())


def _starts_alike(asked: Floats, given: Floats) -> bool:
    if abs(asked[:ASIDE_STEPS].mean() - given[:ASIDE_STEPS].mean()) > END_OFF:
        return False
    climb, drawn = float(asked[-1] - asked[0]), float(given[-1] - given[0])
    if abs(climb) <= FLAT:
        return abs(drawn) <= LOOKS_FLAT
    return abs(climb) < DEMANDED_CLIMB or climb * drawn > 0


def _is_outside(curve: DrawnCurve, event: Event) -> bool:
    height = curve.heights[round(event.place * STEPS)]
    return bool(height >= curve.high or height <= curve.low)
