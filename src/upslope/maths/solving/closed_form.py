"""Numbers recognised: 0.7071067811… as √2/2, because they agree to 44 digits.

Forms as small as these are so few that agreement by accident is out of the question. Whole-number relations
are found with PSLQ: Ferguson, Bailey & Arno, Analysis of PSLQ, Mathematics of Computation 68 (1999).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import (
    PI,
    Call,
    E,
    Expression,
    Power,
    Product,
    Quotient,
    number,
    sum_of,
)
from upslope.maths.expressions.high_precision import exact_value
from upslope.maths.simplification.tidy import tidy
from upslope.maths.solving.root_refinement import DIGITS, as_fraction

_AGREES = Fraction(1, 10**44)
_LARGEST_DENOMINATOR = 1000
_LARGEST_NUMERATOR = 10**7
_LARGEST_RADICAND = 1000
_LARGEST_COEFFICIENT = 100_000
_HIGHEST_ROOT = 6
_SMALL = 60


@dataclass(frozen=True)
class Written:
    """A number as a person writes it: its tree, its double, and whether the tree is exact or only close."""

    tree: Expression
    value: float
    is_exact: bool


def written(value: Fraction) -> Written:
    """Return the number in closed form where there is one, otherwise as a decimal of six digits."""
    form = recognise(value)
    return in_six_digits(value) if form is None else Written(form, float(value), True)


def in_six_digits(value: Fraction) -> Written:
    """Return the number as a decimal of six digits, whatever it may be exactly."""
    return Written(rounded(float(value)), float(value), False)


class Writer:
    """Writes numbers, and stops looking for closed forms after so many that have none: that takes time."""

    def __init__(self, patience: int = 60) -> None:
        self.patience = patience

    def __call__(self, value: Fraction) -> Written:
        """Return the number in closed form where one is found and patience lasts, otherwise as a decimal."""
        found = written(value) if self.patience > 0 else in_six_digits(value)
        self.patience -= not found.is_exact
        return found


def recognise(value: Fraction) -> Expression | None:
    """Return the value as a person writes it: ``1/3``, ``sqrt(2)/2``, ``(1 + sqrt(5))/2``, ``pi/4``, ``1/e``.

    ``value`` must be right to 44 digits after the point (to 44 digits in all, where it is above 1). None
    where no small closed form is it: fractions with a denominator up to 1000; solutions of quadratic
    equations with small coefficients, and their square roots; roots of fractions; small fractions, or square
    roots of such, times π, 1/π, π², √π or a small power of e; whole numbers of logarithms of 2, 3 and 5, or
    of π, added to a fraction.
    """
    return _recognised(value)


@lru_cache(maxsize=2048)
def _recognised(value: Fraction) -> Expression | None:
    found = (form for forms in _FORMS for form in forms(value))
    return next((form for form in found if _is(form, value)), None)


def _is(form: Expression, value: Fraction) -> bool:
    try:
        return _agree(as_fraction(exact_value(form, {}, DIGITS)), value)
    except ArithmeticError:
        return False


def _agree(one: Fraction, other: Fraction) -> bool:
    size = abs(other) if abs(other) > 1 else 1
    return abs(one - other) <= _AGREES * size


def _as_fraction(value: Fraction, largest: int = _LARGEST_DENOMINATOR) -> Fraction | None:
    near = value.limit_denominator(largest)
    return near if _agree(near, value) and abs(near.numerator) <= _LARGEST_NUMERATOR else None


def _fraction(value: Fraction) -> Iterator[Expression]:
    if (found := _as_fraction(value)) is not None:
        yield number(found)


def _root(value: Fraction) -> Iterator[Expression]:
    """A fraction times the square root of a whole number, or a higher root of a fraction."""
    if (square := _as_fraction(value**2)) is not None:
        yield _signed(_square_root(square), value)
    for degree in range(3, _HIGHEST_ROOT + 1):
        if (power := _as_fraction(abs(value) ** degree)) is not None and power.denominator <= _SMALL:
            yield _signed(_higher_root(power, degree), value)


def _square_root(square: Fraction) -> Expression:
    """√(3/4) as √3/2, the way it is usually written: whole numbers under the root, none below the line."""
    outside, inside = _power_out(square.numerator * square.denominator)
    return tidy(Product((number(Fraction(outside, square.denominator)), Call("sqrt", number(inside)))))


def _higher_root(power: Fraction, degree: int) -> Expression:
    """The cube root of 1/2 as 4^(1/3)/2, like a square root."""
    outside, inside = _power_out(power.numerator * power.denominator ** (degree - 1), degree)
    root = Power(number(inside), number(Fraction(1, degree)))
    return tidy(Product((number(Fraction(outside, power.denominator)), root)))


def _power_out(radicand: int, degree: int = 2) -> tuple[int, int]:
    """√12 = 2√3: what comes out of the root, and what stays."""
    outside = 1
    for factor in range(2, min(round(radicand ** (1 / degree)) + 1, 1000) + 1):
        while radicand % factor**degree == 0:
            radicand //= factor**degree
            outside *= factor
    return outside, radicand


def _quadratic(value: Fraction) -> Iterator[Expression]:
    """(-b ± √(b² - 4ac)) / 2a for the small whole numbers with a·v² + b·v + c = 0."""
    a, b, c = _relation((value * value, value, Fraction(1)), _LARGEST_COEFFICIENT)
    if not a or b * b <= 4 * a * c:
        return
    outside, inside = _power_out(b * b - 4 * a * c)
    if inside > _LARGEST_RADICAND:
        return
    for way in (1, -1):
        plain, share = Fraction(-b, 2 * a), Fraction(way * outside, 2 * a)
        below = max(plain.denominator, share.denominator)
        root = tidy(Product((number(abs(share * below)), Call("sqrt", number(inside)))))
        above = number(plain * below) - root if share < 0 else number(plain * below) + root
        if plain < 0 < share:
            above = root - number(-plain * below)
        yield Quotient(above, number(below)) if below > 1 else above


def _root_of_quadratic(value: Fraction) -> Iterator[Expression]:
    yield from (_signed(Call("sqrt", square), value) for square in _quadratic(value * value))


def _multiple(value: Fraction) -> Iterator[Expression]:
    """A small fraction, or the square root of one, times a power of π or of e."""
    for unit, size in _units():
        if (ratio := _as_fraction(abs(value) / size, _SMALL)) is not None:
            yield _signed(tidy(Product((number(ratio), unit))), value)
        elif (square := _as_fraction((value / size) ** 2, _SMALL)) is not None:
            yield _signed(tidy(Product((_square_root(square), unit))), value)


@cache
def _units() -> tuple[tuple[Expression, Fraction], ...]:
    powers = [
        Fraction(*pair) for pair in ((1, 1), (1, 2), (1, 3), (2, 3), (1, 4), (3, 2), (2, 1), (3, 1), (4, 1))
    ]
    units = [PI, Power(PI, number(2)), number(1) / PI, Call("sqrt", PI), number(1) / Call("sqrt", PI)]
    units += [Power(E, number(sign * power)) for power in powers for sign in (1, -1)]
    units += [Call("ln", number(base)) for base in (2, 3, 5, 7, 10)]
    return tuple((unit, as_fraction(exact_value(unit, {}, DIGITS))) for unit in units)


def _added(value: Fraction) -> Iterator[Expression]:
    """A fraction and multiples of π, or of logarithms, added."""
    logarithms = tuple(Call("ln", number(base)) for base in (2, 3, 5))
    for units in ((PI,), logarithms):
        sizes = tuple(as_fraction(exact_value(unit, {}, DIGITS)) for unit in units)
        below, *counts = _relation((value, *sizes, Fraction(1)), _SMALL)
        if below:
            terms = zip(counts, (*units, number(1)), strict=True)
            yield tidy(sum_of(tuple(Product((number(Fraction(-n, below)), unit)) for n, unit in terms if n)))


def _signed(size: Expression, value: Fraction) -> Expression:
    return -size if value < 0 else size


def _relation(values: tuple[Fraction, ...], largest: int) -> list[int]:
    """Small whole numbers, not all 0, with which the values add up to 0; all 0 where there are none."""
    context = _context()
    tolerance = context.mpf(10) ** -43
    reals = [context.mpf(value.numerator) / value.denominator for value in values]
    found = context.pslq(reals, tol=tolerance, maxcoeff=largest, maxsteps=1000) if all(reals) else None
    return found or [0] * len(values)


@cache
def _context() -> Any:
    context = import_module("mpmath.ctx_mp").MPContext()
    context.dps = DIGITS
    return context


_FORMS: tuple[Callable[[Fraction], Iterator[Expression]], ...] = (
    _fraction,
    _root,
    _quadratic,
    _root_of_quadratic,
    _multiple,
    _added,
)
