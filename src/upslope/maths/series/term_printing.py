"""The general term of a series in LaTeX: its sign, powers of numbers, the power of x, factorials."""

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from upslope.maths.expressions.expression import Expression, Power, Symbol, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.series.known_series import KnownSeries
from upslope.maths.simplification.tidy import tidied

_MOST_MERGED = 3


@dataclass(frozen=True)
class Disguise:
    """A known series of u, where u = scale·wayᵏ (k is ``power``), times front·wayʲ (j is ``extra``)."""

    known: KnownSeries
    scale: Fraction
    power: int
    front: Fraction
    extra: int

    def coefficient_at(self, n: int) -> Fraction:
        """Return the number in the term n."""
        scale = self.scale ** (self.known.step * n + self.known.start)
        size = self.front * scale * self.known.size(n)
        return -size if self.known.is_negative(n) else size

    def power_at(self, n: int) -> int:
        """Return the power of ``way`` in the term n."""
        return self.power * (self.known.step * n + self.known.start) + self.extra


def term_in_latex(found: Disguise, way: Expression) -> str:
    """Return the term n in LaTeX."""
    known, scale, front = found.known, abs(found.scale), abs(found.front)
    # 1/2 in front of powers of 2 below the line is one more power there; the same above the line.
    above, more = _taken_up(front.numerator, scale.numerator)
    below, more_below = _taken_up(front.denominator, scale.denominator)
    below, less = _taken_up(below, scale.numerator)
    above, less_below = _taken_up(above, scale.denominator)
    minus, swing = _sign(found)
    power = _line(found.power * known.step, found.power * known.start + found.extra)
    grown, grown_below = (
        _line(known.step, known.start + count) for count in (more - less, more_below - less_below)
    )
    top = [_plain(above), swing, _raised(scale.numerator, grown), known.above, _power(way, power)]
    bottom = [_plain(below), _raised(scale.denominator, grown_below)]
    bottom.append(_bracketed(known.below) if any(bottom) else known.below)
    return minus + (rf"\frac{{{_joined(top)}}}{{{_joined(bottom)}}}" if any(bottom) else _joined(top))


def _taken_up(front: int, base: int) -> tuple[int, int]:
    """What is left of a factor beside powers of ``base``, and how many more powers have taken up the rest."""
    for count in range(1, _MOST_MERGED + 1):
        if base != 1 and front == base**count:
            return 1, count
    return front, 0


def _bracketed(below: str) -> str:
    return f"({below})" if below.endswith("+ 1") else below


def _sign(found: Disguise) -> tuple[str, str]:
    """A minus sign before the whole term, and what swings between the signs."""
    known, flips = found.known, found.scale < 0
    offset = known.offset + flips * known.start + (found.front < 0)
    if (known.swings + flips * known.step) % 2:
        return "", "(-1)^{n + 1}" if offset % 2 else "(-1)^{n}"
    return "-" if offset % 2 else "", ""


def _line(slope: int, start: int) -> Expression:
    """The exponent slope·n + start."""
    return tidied(number(slope) * Symbol("n") + start)


def _plain(value: int) -> str:
    return "" if value == 1 else str(value)


def _raised(base: int, exponent: Expression) -> str:
    return "" if base == 1 else _power(number(base), exponent)


def _power(base: Expression, exponent: Expression) -> str:
    return to_latex(Power(base, exponent))


def _joined(pieces: list[str]) -> str:
    def beside(left: str, right: str) -> str:
        return left + (r" \cdot " if right[0].isdigit() else " ") + right

    written = [piece for piece in pieces if piece]
    return reduce(beside, written) if written else ""
