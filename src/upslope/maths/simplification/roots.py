"""Roots of fractions, exactly: what comes out of a root, and what has to stay under it."""

from fractions import Fraction
from math import isqrt

LARGEST_BITS = 160
"""Numbers with more binary digits than this are not worked out: nobody would write them."""

# Squares of larger primes stay under the root unless all of it is a square: no person would find them.
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31)


def is_small(value: Fraction, exponent: Fraction) -> bool:
    """Whether the value raised to the exponent can still be written down."""
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    return abs(value) == 1 or bits * abs(exponent) <= LARGEST_BITS


def exact_root(value: Fraction, exponent: Fraction) -> Fraction | None:
    """Return a positive fraction raised to an exponent, None where the result is no fraction or too long."""
    if not is_small(value, Fraction(exponent.numerator)):
        return None
    roots = [round(part ** (1 / exponent.denominator)) for part in (value.numerator, value.denominator)]
    root = Fraction(*roots) if all(roots) else Fraction(0)
    return root**exponent.numerator if root and root**exponent.denominator == value else None


def square_root(value: Fraction) -> tuple[Fraction, int]:
    """Return a fraction ``a`` and a whole number ``n``, free of squares, with √value = a·√n."""
    whole = value.numerator * value.denominator
    out = largest_square(whole)
    return Fraction(out, value.denominator), whole // out**2


def largest_square(whole: int) -> int:
    """Return the largest number whose square divides ``whole`` (not 0), as far as small primes show it."""
    out = 1
    for prime in _PRIMES:
        while whole % prime**2 == 0:
            whole //= prime**2
            out *= prime
    rest = isqrt(whole)
    return out * rest if rest**2 == whole else out
