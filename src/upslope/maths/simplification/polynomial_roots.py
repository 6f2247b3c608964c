"""Complex roots of polynomials to 50 digits."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

import numpy as np

Complex: TypeAlias = Any  # mpmath has no types; this is an mpc of the context below

_DIGITS = 50
# Each step of Newton's method doubles the digits: 15, 30, 60; one more for roots that lie close together.
_STEPS = 5


@cache
def many_digits() -> Any:
    """Return the mpmath context of complex numbers with 50 digits; nobody changes its precision."""
    context = import_module("mpmath.ctx_mp").MPContext()
    context.dps = _DIGITS
    return context


def simple_roots(coefficients: Sequence[Any]) -> list[Complex]:
    """Return the roots of a polynomial, coefficients from the lowest power on and the last one not 0.

    No root may occur twice. First as eigenvalues of the companion matrix, then by Newton's method with many
    digits. Source: Press et al., Numerical Recipes, 3rd ed., section 9.5. Raises OverflowError.
    """
    context = many_digits()
    exact = [context.convert(a) for a in coefficients]
    near = np.roots([complex(a / exact[-1]) for a in reversed(exact)])
    slope = [power * a for power, a in enumerate(exact)][1:]
    found = []
    for root in map(context.mpc, near):
        for _ in range(_STEPS):
            steepness = _at(slope, root)
            root = root - _at(exact, root) / steepness if steepness else root
        found.append(root)
    return found


def _at(coefficients: Sequence[Any], z: Complex) -> Complex:
    return many_digits().polyval(list(reversed(coefficients)), z)
