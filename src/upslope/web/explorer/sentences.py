"""What the explorer says in words about intervals: rounded so that what is said is still true."""

from collections.abc import Callable
from math import ceil, floor, hypot, log10

from upslope.web.explorer.close_by import Closeness, Tolerance
from upslope.web.explorer.opening import View

MINUS = "−"
_PASSING = 0.02  # of the window
_NOTHING = 1e-5  # of the window: too small a disc to be seen


def close_sentence(found: Closeness, window: tuple[float, float], allowed: Tolerance) -> str:
    """Return where the polynomial is within the tolerance."""
    what = _goodness(allowed)
    low, high = found.around
    if low == high:
        return f"Only at the point itself is the polynomial {what}."
    if (low, high) == window:
        return f"Everywhere you see here, the polynomial is {what}."
    return f"{_stretch(low, high, window)} the polynomial is {what}.{_elsewhere(found, window)}"


def disc_sentence(radius: float, point: tuple[float, float], view: View, allowed: Tolerance) -> str:
    """Return how far around the point a polynomial of two variables is within the tolerance."""
    what = _goodness(allowed)
    ways = [
        abs(end - around) for around, ends in zip(point, (view[:2], view[2:]), strict=True) for end in ends
    ]
    if radius >= hypot(max(ways[:2]), max(ways[2:])):
        return f"Everywhere you see here, the polynomial is {what}."
    if radius < _NOTHING * max(ways):
        return f"Only at the point itself is the polynomial {what}, or not to all sides of it."
    shown = _number(_inward(radius, radius, floor, -1e-9))
    seen = " as far as you see," if radius > min(ways) else ""
    return f"Up to a distance of {shown} from the point, to all sides,{seen} the polynomial is {what}."


def _goodness(allowed: Tolerance) -> str:
    return (
        "within 1\u00a0% of the function" if allowed.is_share else f"off by at most {_number(allowed.size)}"
    )


def _stretch(low: float, high: float, window: tuple[float, float]) -> str:
    """From where to where, rounded to a hundredth of the width or so, towards the inside."""
    start, stop = (
        _number(_inward(low, high - low, ceil, 1e-9)),
        _number(_inward(high, high - low, floor, -1e-9)),
    )
    if low == window[0]:
        return f"Up to x = {stop}"
    if high == window[1]:
        return f"From x = {start} on, as far as you see,"
    return f"From x = {start} to {stop}"


def _elsewhere(found: Closeness, window: tuple[float, float]) -> str:
    """The widest of the other stretches, unless the curves only cross there."""
    if not found.others:
        return ""
    low, high = max(found.others, key=lambda ends: ends[1] - ends[0])
    if high - low < _PASSING * (window[1] - window[0]):
        return " It comes that close again elsewhere, but only in passing."
    return f" {_stretch(low, high, window)} it is as close, but not in between."


def _inward(value: float, width: float, whole: Callable[[float], int], hair: float) -> float:
    unit = 10.0 ** (floor(log10(width)) - 2) if width else 1.0
    return float(f"{whole(value / unit - hair) * unit:.12g}")


def _number(value: float) -> str:
    return f"{value + 0.0:.6g}".replace("-", MINUS)
