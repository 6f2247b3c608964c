"""Whether a root, a logarithm or an inverse function truly branches at a place of the complex plane.

Values are computed on the principal branch, which jumps along cuts. Where the function itself does not
branch (the root of x² at 0, the arctangent of 1/x at 0) such a jump means nothing. Source: Ahlfors, Complex
Analysis, 3rd ed., sections 3.4.3 and 4.2.1 (winding numbers).
"""

from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.expressions.expression import Call, Expression, Power, number
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

Circle: TypeAlias = NDArray[np.complex128]
"""Values at points that go once around a place."""

# Between two neighbours a smooth function changes about as much everywhere on a small circle.
_JUMP = 8
_NOTHING = 1e-9
_SQUARE_ROOTS_AT = {**dict.fromkeys(("asin", "acos", "acosh"), (1, -1)), "asinh": (1j, -1j)}
_LOGARITHMS_AT = {"atan": (1j, -1j), "atanh": (1, -1)}
_WITH_BRANCHES = {"sqrt", "ln", "log10", *_SQUARE_ROOTS_AT, *_LOGARITHMS_AT}


def has_branches(node: Expression, x: str) -> bool:
    """Return whether a node is a root, a logarithm or an inverse function of something that moves with x."""
    if isinstance(node, Power):
        times = rational_value(tidied(node.exponent))
        return x in node.base.variables and (times is None or times.denominator > 1)
    return isinstance(node, Call) and node.name in _WITH_BRANCHES and x in node.variables


def is_misleading(node: Expression, argument: Circle, values: Circle) -> bool:
    """Return whether the values of a node jump on the circle although the node does not branch inside it.

    ``argument`` holds the values of what the root is taken of, or of the argument of the function.
    """
    return _jumps(values) and not _jumps(argument) and not _branches(node, argument)


def _branches(node: Expression, argument: Circle) -> bool:
    """Whether going once around the place leads from one value to another."""
    if isinstance(node, Power) or (isinstance(node, Call) and node.name == "sqrt"):
        exponent = node.exponent if isinstance(node, Power) else number(Fraction(1, 2))
        times = rational_value(tidied(exponent))
        return _turns(argument) != 0 if times is None else (_turns(argument) * times).denominator > 1
    name = node.name if isinstance(node, Call) else ""
    if name in _SQUARE_ROOTS_AT:
        return _turns(argument) < 0 or any(_turns(argument - end) % 2 for end in _SQUARE_ROOTS_AT[name])
    if name in _LOGARITHMS_AT:
        # The difference of two logarithms: where both go around alike, as at a pole, nothing is left.
        one, other = (_turns(argument - end) for end in _LOGARITHMS_AT[name])
        return one != other
    return _turns(argument) != 0


def _turns(values: Circle) -> int:
    """How often the values go around 0 while the points go around the place once."""
    return round(float(np.sum(np.angle(np.roll(values, -1) / values)) / (2 * np.pi)))


def _jumps(values: Circle) -> bool:
    changes = np.abs(np.roll(values, -1) - values)
    return bool(np.max(changes) > _JUMP * np.median(changes) + _NOTHING * np.max(np.abs(values)))
