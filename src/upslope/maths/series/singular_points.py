"""Where a function may break down in the complex plane: poles, and the ends of roots and logarithms.

Nothing is missed, but a place found here need not be one: sin(x)/x is smooth at 0. ``breaks_down`` looks
closer.
Source: Ahlfors, Complex Analysis, 3rd ed., chapters 4.3 and 8.1; NIST Handbook of Mathematical Functions,
sections 4.2, 4.14, 4.23, 4.28 and 4.37.
"""

from fractions import Fraction

import numpy as np

from upslope.maths.expressions.evaluation import NUMPY, Arithmetic, work_out
from upslope.maths.expressions.expression import (
    Call,
    Expression,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    walk,
)
from upslope.maths.series.branch_points import Circle, has_branches, is_misleading
from upslope.maths.series.complex_places import CannotTellError, Places, Plane, together
from upslope.maths.series.complex_solutions import where
from upslope.maths.simplification.polynomial_roots import Complex, simple_roots
from upslope.maths.simplification.rational_function import (
    NotRationalError,
    rational_function,
    without_repetitions,
)
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied

_SMOOTH = {"exp", "sin", "cos", "sinh", "cosh"}
_BELOW_THE_LINE = {"tan": "cos", "sec": "cos", "cot": "sin", "csc": "sin", "tanh": "cosh"}
_ENDS: dict[str, tuple[complex, ...]] = {
    **dict.fromkeys(("ln", "log10", "sqrt"), (0,)),
    **dict.fromkeys(("asin", "acos", "acosh", "atanh"), (1, -1)),
    **dict.fromkeys(("atan", "asinh"), (1j, -1j)),
}
_SAMPLES = 64
_CERTAIN, _NOTHING = 1e-6, 1e-10
_COMPLEX = Arithmetic(
    number=lambda value: np.complex128(float(value)),
    constants=NUMPY.constants,
    divide=NUMPY.divide,
    power=NUMPY.power,
    functions=NUMPY.functions,
)


def singular_points(expression: Expression, plane: Plane) -> Places:
    """Return every place where the function, or a part of it, breaks down.

    Raises an ArithmeticError (CannotTellError, OverflowError) where they cannot be found.
    """
    if plane.x not in expression.variables:
        return Places()
    try:
        below = rational_function(expression, plane.x).below
    except NotRationalError:
        inside = together(singular_points(child, plane) for child in expression.children)
        return inside | _own(expression, plane)
    return Places(tuple(simple_roots(without_repetitions(below))))


def _own(expression: Expression, plane: Plane) -> Places:
    """The places where the outermost operation breaks down, its parts being in order."""
    match expression:
        case Sum() | Product() | Negative():
            return Places()
        case Quotient(denominator=below):
            return where(below, Fraction(0), plane)
        case Power(base=base, exponent=exponent):
            times = rational_value(tidied(exponent))
            is_whole = times is not None and times.denominator == 1 and times > 0
            return Places() if is_whole or plane.x not in base.variables else where(base, Fraction(0), plane)
        case Call(name=name) if name in _SMOOTH:
            return Places()
        case Call(name=name, argument=argument) if name in _BELOW_THE_LINE:
            return where(Call(_BELOW_THE_LINE[name], argument), Fraction(0), plane)
        case Call(name=name, argument=argument) if name in _ENDS:
            return together(where(argument, end, plane) for end in _ENDS[name])
    raise CannotTellError


def breaks_down(expression: Expression, x: str, point: Complex, radius: float) -> bool:
    """Return whether the function is not smooth at a place, the only one in the radius where it may not be.

    A function that is smooth there has no negative powers in its Laurent series, whose coefficients are the
    Fourier coefficients of its values on a circle around the place (Ahlfors, section 5.1.3). Raises
    CannotTellError where the values do not say so clearly.
    """
    # Half a step off the axes, so that no point lies on the cut of a root or a logarithm.
    angles = 2 * np.pi * (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    circle = complex(point) + radius * np.exp(1j * angles)
    for node in walk(expression):
        if has_branches(node, x):
            argument, values = (_values(tree, x, circle) for tree in (node.children[0], node))
            if is_misleading(node, argument, values):
                raise CannotTellError
    values = _values(expression, x, circle)
    negative = np.fft.fft(values)[_SAMPLES // 2 :] / _SAMPLES
    share = float(np.max(np.abs(negative)) / (np.max(np.abs(values)) or 1))
    if _NOTHING < share < _CERTAIN:
        raise CannotTellError
    return share >= _CERTAIN


def _values(expression: Expression, x: str, circle: Circle) -> Circle:
    with np.errstate(all="ignore"):
        values = np.broadcast_to(work_out(expression, {x: circle}, _COMPLEX), circle.shape)
    if not np.all(np.isfinite(values)):
        raise CannotTellError
    return np.asarray(values, dtype=np.complex128)
