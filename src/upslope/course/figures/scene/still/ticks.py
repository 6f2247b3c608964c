"""The round numbers at an axis."""

from math import ceil, floor, log10

from upslope.course.figures.scene.still.pane import Scale

DENSEST = 62
MOST = 6
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def round_step(size: float) -> float:
    """Return the round number (1, 2 or 5 times a power of ten) at or above a size."""
    power = 10.0 ** floor(log10(size))
    return next((factor for factor in (1, 2, 5, 10) if factor * power >= size * (1 - 1e-9)), 10) * power


def ticks(scale: Scale) -> list[tuple[float, str]]:
    """Return the values that an axis names, with their texts."""
    most = max(2, min(MOST, int(abs(scale.end - scale.start) / DENSEST)))
    if not scale.log:
        step = round_step((scale.high - scale.low) / most)
        first, last = ceil(scale.low / step - 1e-9), floor(scale.high / step + 1e-9)
        values = [float(f"{index * step:.12g}") for index in range(first, last + 1)]
        return [(value, f"{value:.12g}".replace("-", "−")) for value in values]
    first, last = ceil(log10(scale.low) - 1e-9), floor(log10(scale.high) + 1e-9)
    every = ceil((last - first + 1) / (most + 1)) or 1
    return [(10.0**exponent, _power(exponent)) for exponent in range(first, last + 1, every)]


def _power(exponent: int) -> str:
    return f"{10.0**exponent:g}" if abs(exponent) <= 3 else "10" + str(exponent).translate(_RAISED)
