"""Bounds of high derivatives over intervals: power series whose coefficients are intervals.

The coefficient of the power k, expanded about every point of an interval at once, is an interval that holds
f⁽ᵏ⁾(ξ)/k! for every ξ in it. Source: Moore, Kearfott & Cloud, Introduction to Interval Analysis, section 9.3.
"""

from math import isinf

import numpy as np

from upslope.maths.expressions.evaluation import work_out
from upslope.maths.expressions.expression import Expression
from upslope.maths.series.power_series import PowerSeries, Ring
from upslope.maths.series.series_functions import series_arithmetic
from upslope.maths.solving.interval_enclosure import (
    EVERYWHERE,
    INTERVALS,
    Interval,
    Reals,
    interval,
    whole_exponent,
)

_PIECES = 16
_MOST_PIECES = 2000
_ROUNDS = 12
# What is still without a bound on pieces so short (1/1024 of the whole) is given up.
_ROUNDS_WITHOUT_BOUND = 6
_TIGHT = 1.02


def largest_coefficient(expression: Expression, x: str, order: int, low: float, high: float) -> float:
    """Return a number that |f⁽ᵏ⁾(ξ)|/k! never exceeds for ξ from ``low`` to ``high``, where k is the order.

    Infinite where there is no such number, or none was found. The interval is cut where the bound may still
    be too large, until it is within 2 % of the largest value or some thousand pieces have been looked at.
    Source of the cutting: Moore, Kearfott & Cloud, section 6.3.
    """
    cuts = np.linspace(low, high, _PIECES + 1)
    lows, highs, reached, settled, seen = cuts[:-1], cuts[1:], 0.0, 0.0, 0
    for rounds in range(1, _ROUNDS + 1):
        middles = (lows + highs) / 2
        # The middles are intervals of no width: what the coefficient surely reaches there.
        ends = np.concatenate([lows, middles]), np.concatenate([highs, middles])
        least, most = _sizes(expression, x, order, *ends)
        reached, sizes = max(reached, float(np.max(least))), most[: len(lows)]
        open_ = sizes > _TIGHT * reached
        settled = max(settled, float(np.max(sizes, where=~open_, initial=0.0)))
        seen += len(sizes)
        largest = max(settled, float(np.max(sizes, where=open_, initial=0.0)))
        without_bound = isinf(largest) and rounds > _ROUNDS_WITHOUT_BOUND
        if not open_.any() or seen > _MOST_PIECES or without_bound:
            break
        lows, middles, highs = lows[open_], middles[open_], highs[open_]
        lows, highs = np.concatenate([lows, middles]), np.concatenate([middles, highs])
    return largest


def _sizes(expression: Expression, x: str, order: int, lows: Reals, highs: Reals) -> tuple[Reals, Reals]:
    """The least and the largest size that the coefficient may have on each piece."""
    with np.errstate(all="ignore"):
        found = _coefficient(expression, x, order, lows, highs)
    low, high = (np.broadcast_to(part, lows.shape) for part in (found.low, found.high))
    known = (found.sure == EVERYWHERE) & ~np.isnan(low) & ~np.isnan(high)
    least = np.where(known & ((low > 0) | (high < 0)), np.minimum(np.abs(low), np.abs(high)), 0.0)
    return least, np.where(known, np.maximum(np.abs(low), np.abs(high)), np.inf)


def _coefficient(expression: Expression, x: str, order: int, lows: Reals, highs: Reals) -> Interval:
    ring = Ring(order, INTERVALS, whole_exponent)
    start = (interval(lows, highs), interval(1.0, 1.0))
    series = work_out(expression, {x: PowerSeries(start[: order + 1], ring)}, series_arithmetic(ring))
    coefficient: Interval = series.coefficient(order)
    return coefficient
