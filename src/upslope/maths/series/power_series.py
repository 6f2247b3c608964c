"""Truncated power series: a function near a point, as the coefficients of the powers of the way from it.

Working with series instead of derivatives ("Taylor mode") costs the square of the order, where derivatives of
products and compositions double with every order. Source: Griewank & Walther, Evaluating Derivatives, 2nd
ed., section 13.2; Knuth, The Art of Computer Programming, volume 2, section 4.7.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import zip_longest
from operator import add
from typing import Any, TypeAlias

from upslope.maths.expressions.evaluation import Arithmetic

# Whatever the base arithmetic works with: exact numbers, rounded ones, intervals.
Coefficient: TypeAlias = Any


@dataclass(frozen=True)
class Ring:
    """What the coefficients are, and how many are kept: those of the powers 0 to ``order``.

    ``settle`` is applied to every coefficient once it is worked out, to tidy or round it; it may raise.
    ``whole`` reads a coefficient as a whole number, where it is one.
    """

    order: int
    base: Arithmetic
    whole: Callable[[Coefficient], int | None]
    settle: Callable[[Coefficient], Coefficient] = lambda value: value


@dataclass(frozen=True)
class PowerSeries:
    """Coefficients from the lowest power on; those not listed are 0, so a constant has only one."""

    coefficients: tuple[Coefficient, ...]
    ring: Ring

    def __add__(self, other: "PowerSeries") -> "PowerSeries":
        pairs = zip_longest(self.coefficients, other.coefficients)
        settle = self.ring.settle
        return self.like(b if a is None else a if b is None else settle(a + b) for a, b in pairs)

    def __neg__(self) -> "PowerSeries":
        return self.like(-a for a in self.coefficients)

    def __mul__(self, other: "PowerSeries") -> "PowerSeries":
        highest = min(len(self.coefficients) + len(other.coefficients) - 2, self.ring.order)
        return self.like(
            self.ring.settle(self.crossed(other.coefficients, power)) for power in range(highest + 1)
        )

    def __truediv__(self, other: "PowerSeries") -> "PowerSeries":
        quotient: list[Coefficient] = []
        for power in range(1 if self.is_constant and other.is_constant else self.ring.order + 1):
            left = self.coefficient(power) + -other.crossed(quotient, power, first=1)
            quotient.append(self.ring.settle(self.ring.base.divide(left, other.coefficients[0])))
        return self.like(quotient)

    @property
    def is_constant(self) -> bool:
        """Whether no power but the zeroth occurs."""
        return len(self.coefficients) == 1

    def like(self, coefficients: Iterable[Coefficient]) -> "PowerSeries":
        """Return a series of the same ring with other coefficients."""
        return PowerSeries(tuple(coefficients), self.ring)

    def coefficient(self, power: int) -> Coefficient:
        """Return the coefficient of a power, also of one that does not occur."""
        return self.coefficients[power] if power < len(self.coefficients) else self.multiple(0)

    def multiple(self, value: int | Fraction) -> Coefficient:
        """Return a whole number or a fraction as a coefficient."""
        return self.ring.base.number(Fraction(value))

    def crossed(self, others: Sequence[Coefficient], power: int, first: int = 0) -> Coefficient:
        """Return the sum of own coefficient i times the other's coefficient ``power - i``, from ``first``."""
        pairs = (
            (self.coefficients[i], others[power - i])
            for i in range(first, min(power + 1, len(self.coefficients)))
            if power - i < len(others)
        )
        products = [a * b for a, b in pairs if not (_is_zero(a) or _is_zero(b))]
        return reduce(add, products) if products else self.multiple(0)


def _is_zero(value: Coefficient) -> bool:
    return isinstance(value, Fraction) and not value
