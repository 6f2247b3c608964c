"""One term of a tidy expression: a number times powers, and how a person writes it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from upslope.maths.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Quotient,
    Sum,
    Symbol,
    number,
    product_of,
)
from upslope.maths.functions import FUNCTIONS

ONE = Fraction(1)
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Term:
    """``coefficient`` times each base raised to its exponent. Bases and exponents are tidy."""

    coefficient: Fraction
    powers: Mapping[Expression, Expression]

    @property
    def key(self) -> frozenset[tuple[Expression, Expression]]:
        """What like terms have in common."""
        return frozenset(self.powers.items())

    @property
    def degree(self) -> Fraction | None:
        """The sum of the exponents where only letters and constants are raised to numbers; None otherwise."""
        total = Fraction(0)
        for base, exponent in self.powers.items():
            value = rational_value(exponent)
            if value is None or not isinstance(base, Symbol | Constant):
                return None
            total += value if isinstance(base, Symbol) else 0
        return total


def rational_value(expression: Expression) -> Fraction | None:
    """Return the value of a tidy number (``3``, ``-3``, ``3/2``, ``-3/2``), None for anything else."""
    match expression:
        case Number(value=value):
            return value
        case Negative(argument=argument):
            value_without_sign = rational_value(argument)
            return None if value_without_sign is None else -value_without_sign
        case Quotient(numerator=Number(value=above), denominator=Number(value=below)) if below:
            return above / below
    return None


def join(term: Term) -> Expression:
    """Write a term down: one fraction where anything is divided, roots as roots, factors in usual order."""
    if not term.coefficient:
        return number(0)
    size = abs(term.coefficient)
    above: list[Expression] = [] if size.numerator == 1 else [number(size.numerator)]
    below: list[Expression] = [] if size.denominator == 1 else [number(size.denominator)]
    for base, exponent in sorted(term.powers.items(), key=_place):
        value = rational_value(exponent)
        if value is not None and value < 0:
            below.append(_raised(base, number(-value)))
        else:
            above.append(_raised(base, exponent))
    joined = product_of(tuple(above))
    if below:
        joined = Quotient(joined, product_of(tuple(below)))
    return Negative(joined) if term.coefficient < 0 else joined


def _raised(base: Expression, exponent: Expression) -> Expression:
    if exponent == number(1):
        return base
    return Call("sqrt", base) if rational_value(exponent) == HALF else Power(base, exponent)


_CALLED = tuple(FUNCTIONS)


def _place(power: tuple[Expression, Expression]) -> tuple[int, int, str]:
    """Numbers come first, then letters, brackets, exponentials, and functions last."""
    base, exponent = power
    name = str(base)
    if isinstance(base, Call):
        return 4, _CALLED.index(base.name), name
    if not base.variables:
        return (3 if exponent.variables else 0), 0, name
    if isinstance(base, Symbol):
        return 1, 0, name
    return (2 if isinstance(base, Sum) else 4), 0, name
