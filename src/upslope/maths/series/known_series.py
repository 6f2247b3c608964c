"""The Maclaurin series to know by heart, one row each: the rule for its coefficients, and how it is written.

Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 4.6.3; NIST Handbook of Mathematical
Functions, sections 4.6, 4.19, 4.24, 4.33 and 4.38.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import factorial


@dataclass(frozen=True)
class KnownSeries:
    """The sum of (−1)^(swings·n + offset) · size(n) · u^(step·n + start) from n = ``first`` on.

    ``above`` and ``below`` are the LaTeX of what ``size`` has above and below its fraction line.
    """

    size: Callable[[int], Fraction]
    above: str = ""
    below: str = ""
    swings: bool = False
    offset: int = 0
    step: int = 1
    start: int = 0
    first: int = 0

    def is_negative(self, n: int) -> bool:
        """Whether the term n has a minus sign."""
        return bool((self.swings * n + self.offset) % 2)


def _over(below: Callable[[int], int]) -> Callable[[int], Fraction]:
    return lambda n: Fraction(1, below(n))


_ODD_FACTORIAL = _over(lambda n: factorial(2 * n + 1))
_EVEN_FACTORIAL = _over(lambda n: factorial(2 * n))

EXPONENTIAL = KnownSeries(_over(factorial), below="n!")
GEOMETRIC = KnownSeries(lambda n: Fraction(1), swings=True)
"""Of 1/(1 + u)."""
SQUARED_GEOMETRIC = KnownSeries(lambda n: Fraction(n + 1), above="(n + 1)", swings=True)
"""Of 1/(1 + u)²."""
LOGARITHM = KnownSeries(_over(lambda n: n), below="n", swings=True, offset=1, first=1)
"""Of ln(1 + u)."""
OF_FUNCTIONS = {
    "sin": KnownSeries(_ODD_FACTORIAL, below="(2n + 1)!", swings=True, step=2, start=1),
    "cos": KnownSeries(_EVEN_FACTORIAL, below="(2n)!", swings=True, step=2),
    "sinh": KnownSeries(_ODD_FACTORIAL, below="(2n + 1)!", step=2, start=1),
    "cosh": KnownSeries(_EVEN_FACTORIAL, below="(2n)!", step=2),
    "atan": KnownSeries(_over(lambda n: 2 * n + 1), below="2n + 1", swings=True, step=2, start=1),
    "atanh": KnownSeries(_over(lambda n: 2 * n + 1), below="2n + 1", step=2, start=1),
}


def binomial(exponent: Fraction) -> KnownSeries:
    """Return the series of (1 + u)^p, whose coefficients are p(p − 1)…(p − n + 1)/n!."""

    def size(n: int) -> Fraction:
        value = Fraction(1)
        for k in range(n):
            value *= (exponent - k) / (k + 1)
        return value

    return KnownSeries(size, above=rf"\binom{{{exponent}}}{{n}}")
