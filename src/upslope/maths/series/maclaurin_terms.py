"""General terms: one formula for every term of a Taylor series, where it is a known one in disguise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from upslope.maths.expressions.bounds import check_size
from upslope.maths.expressions.expression import (
    Call,
    E,
    Expression,
    Negative,
    Operand,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
)
from upslope.maths.series.ascending import way_from
from upslope.maths.series.exact_coefficients import DEEPEST, MOST_PARTS, expansion_point
from upslope.maths.series.known_series import (
    EXPONENTIAL,
    GEOMETRIC,
    LOGARITHM,
    OF_FUNCTIONS,
    SQUARED_GEOMETRIC,
    KnownSeries,
    binomial,
)
from upslope.maths.series.term_printing import Disguise, term_in_latex
from upslope.maths.simplification.polynomial import coefficients
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

Monomial: TypeAlias = tuple[Fraction, int]
"""A coefficient and a power."""

Known: TypeAlias = tuple[KnownSeries, Monomial, Fraction]
"""A known series of u, what stands for u, and a number in front."""


@dataclass(frozen=True)
class GeneralTerm:
    """The term with the number n; the function is the sum of these terms from n = ``first`` on.

    ``latex`` shows it with the letter n; for one n, ``coefficient(n)`` is its number and ``power(n)`` its
    power of (x − a).
    """

    latex: str
    first: int
    coefficient: Callable[[int], Fraction]
    power: Callable[[int], int]

    @property
    def series(self) -> str:
        """The whole series in LaTeX, with its sum sign."""
        minus, term = ("-", self.latex[1:]) if self.latex.startswith("-") else ("", self.latex)
        return rf"{minus}\sum_{{n = {self.first}}}^{{\infty}} {term}"


def general_term(expression: Expression, x: str = "x", about: Operand = 0) -> GeneralTerm | None:
    """Return the general term of the Taylor series about a point; None where it is not known.

    Known are e^u, sin, cos, sinh, cosh, arctan, artanh, ln(1 + u), 1/(1 + u) and (1 + u)^p with u = c·h^k,
    times m·h^j (h = x − about; k, j whole; c, m fractions), and what can be brought to one of these by
    tidying, such as 1/x about 2. Raises MathsError where ``about`` holds the variable, and for an expression
    of more than 150 nodes.
    """
    check_size(expression, MOST_PARTS, DEEPEST)
    point = expansion_point(x, about)
    way = Symbol(next(name for name in "hkuvw" if name not in expression.variables | point.variables))
    moved = tidied(expression.substitute({x: way if point == number(0) else way + point}))
    (size, power), others = _gathered(moved, way)
    known = _known(*others[0], way) if len(others) == 1 and power >= 0 else None
    if known is None:
        return None
    series, (scale, inner_power), front = known
    found = Disguise(series, scale, inner_power, size * front, power)
    shown = term_in_latex(found, way_from(x, point))
    return GeneralTerm(shown, series.first, found.coefficient_at, found.power_at)


def _gathered(expression: Expression, way: Symbol) -> tuple[Monomial, list[tuple[Expression, Expression]]]:
    """The fractions and powers of ``way`` among the factors, and the other factors."""
    size, power, others = Fraction(1), 0, []
    for base, exponent in _factors(expression, number(1)):
        times, plain = rational_value(exponent), rational_value(base)
        if times is None or times.denominator > 1 or not (base == way or plain):
            others.append((base, exponent))
        elif plain:
            size *= plain ** int(times)
        else:
            power += int(times)
    return (size, power), others


def _factors(expression: Expression, exponent: Expression) -> Iterator[tuple[Expression, Expression]]:
    """The tidy expression as powers of bases, each base with its exponent."""
    match expression:
        case Negative(argument=argument):
            yield number(-1), exponent
            yield from _factors(argument, exponent)
        case Product(factors=factors):
            for factor in factors:
                yield from _factors(factor, exponent)
        case Quotient(numerator=above, denominator=below):
            yield from _factors(above, exponent)
            yield from _factors(below, tidied(-exponent))
        case Power(base=base, exponent=own):
            yield base, tidied(own * exponent)
        case Call(name="sqrt", argument=argument):
            yield argument, tidied(exponent / 2)
        case _:
            yield expression, exponent


def _known(base: Expression, exponent: Expression, way: Symbol) -> Known | None:
    if base == E:
        inner = _monomial(exponent, way)
        return inner and (EXPONENTIAL, inner, Fraction(1))
    value = rational_value(exponent)
    if value is None:
        return None
    if isinstance(base, Sum):
        return _power_of_binomial(base, value, way)
    if not isinstance(base, Call) or value != 1:
        return None
    if base.name == "ln":
        one, inner = _binomial(base.argument, way) or (None, None)
        return (LOGARITHM, inner, Fraction(1)) if one == 1 and inner else None
    inner = _monomial(base.argument, way)
    known = OF_FUNCTIONS.get(base.name)
    return (known, inner, Fraction(1)) if known and inner else None


def _power_of_binomial(base: Sum, exponent: Fraction, way: Symbol) -> Known | None:
    first, inner = _binomial(base, way) or (None, None)
    if not first or inner is None or (exponent.denominator == 1 and exponent > 0):
        return None
    front = rational_value(tidied(Power(number(first), number(exponent))))
    if front is None:
        return None
    known = _WHOLE_POWERS.get(exponent) or binomial(exponent)
    return known, (inner[0] / first, inner[1]), front


_WHOLE_POWERS = {Fraction(-1): GEOMETRIC, Fraction(-2): SQUARED_GEOMETRIC}


def _rational_coefficients(expression: Expression, way: Symbol) -> dict[int, Fraction]:
    """The coefficients of a polynomial of fractions; empty for anything else."""
    found = {
        power: rational_value(value) for power, value in (coefficients(expression, way.name) or {}).items()
    }
    known = {power: value for power, value in found.items() if value is not None}
    return known if len(known) == len(found) else {}


def _monomial(expression: Expression, way: Symbol) -> Monomial | None:
    match list(_rational_coefficients(expression, way).items()):
        case [(power, value)] if power:
            return value, power
    return None


def _binomial(expression: Expression, way: Symbol) -> tuple[Fraction, Monomial] | None:
    """A number and a monomial, where the expression is their sum."""
    match sorted(_rational_coefficients(expression, way).items()):
        case [(0, first), (power, value)]:
            return first, (value, power)
    return None
