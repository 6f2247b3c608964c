"""Values known by heart: ``sin(π/6) = 1/2``, ``arctan √3 = π/3``, ``log10 100 = 2``, ``cosh 0 = 1``.

Two small tables and the symmetries of the unit circle give the values in all quadrants. Angles are shares
of π. A value of sine or tangent is kept as its square with the value's sign (−1/2 for −1/√2), a fraction.
Source: F. W. J. Olver et al. (eds.), NIST Handbook of Mathematical Functions, table 4.17.1.
"""

from collections.abc import Callable
from fractions import Fraction

from upslope.maths.expressions.expression import PI, Expression, Number, number
from upslope.maths.simplification.roots import square_root
from upslope.maths.simplification.terms import HALF, ONE, Term

_ZERO = Fraction(0)
_SINES = {
    _ZERO: _ZERO,
    Fraction(1, 6): Fraction(1, 4),
    Fraction(1, 4): HALF,
    Fraction(1, 3): Fraction(3, 4),
    HALF: ONE,
}
_TANGENTS = {angle: square / (1 - square) for angle, square in _SINES.items() if square != 1}
_ARCSINES = {square: angle for angle, square in _SINES.items()}
_ARCTANGENTS = {square: angle for angle, square in _TANGENTS.items()}
_PLAIN = {
    **{(name, _ZERO): _ZERO for name in ("sinh", "tanh", "asinh", "atanh")},
    **{(name, ONE): _ZERO for name in ("ln", "acosh")},
    ("cosh", _ZERO): ONE,
}


def known_value(name: str, argument: Term) -> Term | None:
    """Return the exact value of a function at a tidy argument; None where none is known by heart."""
    if name in _OF_ANGLE:
        is_angle = argument.powers == {PI: number(1)} or not argument.coefficient
        return _with_square(_OF_ANGLE[name](argument.coefficient)) if is_angle else None
    if name in _ANGLE_OF:
        angle = _ANGLE_OF[name](_squared(argument))
        return None if angle is None else Term(angle, {PI: number(1)} if angle else {})
    if argument.powers:
        return None
    value = (
        _power_of_ten(argument.coefficient) if name == "log10" else _PLAIN.get((name, argument.coefficient))
    )
    return None if value is None else Term(value, {})


def _sine(angle: Fraction) -> Fraction | None:
    square = _SINES.get(min(angle % 1, 1 - angle % 1))
    return square if square is None or angle % 2 < 1 else -square


def _tangent(angle: Fraction) -> Fraction | None:
    square = _TANGENTS.get(min(angle % 1, 1 - angle % 1))
    return square if square is None or angle % 1 < HALF else -square


def _inverse(square: Fraction | None) -> Fraction | None:
    return 1 / square if square else None


def _arcsine(square: Fraction | None) -> Fraction | None:
    return _looked_up(_ARCSINES, square)


def _arccosine(square: Fraction | None) -> Fraction | None:
    angle = _arcsine(square)
    return None if angle is None else HALF - angle


def _looked_up(angles: dict[Fraction, Fraction], square: Fraction | None) -> Fraction | None:
    """The angle of a square with a sign; a negative one has the negative angle."""
    if square is None or abs(square) not in angles:
        return None
    return angles[abs(square)] * (1 if square >= 0 else -1)


_OF_ANGLE: dict[str, Callable[[Fraction], Fraction | None]] = {
    "sin": _sine,
    "cos": lambda angle: _sine(angle + HALF),
    "tan": _tangent,
    "csc": lambda angle: _inverse(_sine(angle)),
    "sec": lambda angle: _inverse(_sine(angle + HALF)),
    "cot": lambda angle: _tangent(HALF - angle),
}
_ANGLE_OF: dict[str, Callable[[Fraction | None], Fraction | None]] = {
    "asin": _arcsine,
    "acos": _arccosine,
    "atan": lambda square: _looked_up(_ARCTANGENTS, square),
}


def _with_square(square: Fraction | None) -> Term | None:
    """The number with this square and sign: a fraction times the root of a whole number."""
    if not square:
        return None if square is None else Term(_ZERO, {})
    out, inside = square_root(abs(square))
    powers: dict[Expression, Expression] = {} if inside == 1 else {number(inside): number(HALF)}
    return Term(out if square > 0 else -out, powers)


def _squared(value: Term) -> Fraction | None:
    """The square of a fraction, perhaps times the root of a number, with its sign; None for others."""
    size = value.coefficient * abs(value.coefficient)
    match list(value.powers.items()):
        case []:
            return size
        case [(Number(value=inside), exponent)] if exponent == number(HALF):
            return size * inside
    return None


def _power_of_ten(value: Fraction) -> Fraction | None:
    """The exponent of a whole power of ten, positive or negative."""
    zeros = len(str(max(value.numerator, value.denominator))) - 1
    if value == 10**zeros:
        return Fraction(zeros)
    return Fraction(-zeros) if value == Fraction(1, 10**zeros) else None
