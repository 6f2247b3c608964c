"""Recognising a number of many digits: 1.4142… as √2, 1.5707… as π/2."""

from fractions import Fraction

from upslope.maths.expressions.expression import PI, Call, Expression, number
from upslope.maths.expressions.high_precision import OutOfReachError, Real
from upslope.maths.series.coefficient_rings import as_fraction
from upslope.maths.simplification.polynomial_roots import many_digits
from upslope.maths.simplification.tidy import tidied

_LARGEST = 1000
# Chance brings about one number in 10³⁴ as close as this to a fraction of small numbers.
_AGREES = Fraction(1, 10**40)


def exact_form(real: Real) -> Expression | None:
    """Return a real number of 50 digits as a fraction, a root of one, or a multiple of π; None for others."""
    sign = number(-1 if real < 0 else 1)
    plain, square, turns = (_fraction(value) for value in (real, real * real, real / many_digits().pi))
    if plain is not None:
        return number(plain)
    if square is not None:
        whole = Call("sqrt", number(square.numerator * square.denominator))
        return tidied(sign * whole / square.denominator)
    return None if turns is None else tidied(number(turns) * PI)


def _fraction(real: Real) -> Fraction | None:
    try:
        exact = as_fraction(real)
    except OutOfReachError:
        return None
    near = exact.limit_denominator(_LARGEST)
    is_small = abs(near.numerator) < _LARGEST**2
    return near if is_small and abs(near - exact) <= _AGREES * max(Fraction(1), abs(near)) else None
