"""How exactly a number was written: 3.50 has three significant figures, pi/4 is exact."""

from dataclasses import dataclass, replace
from math import inf

from upslope.maths import Expression, evaluate
from upslope.maths.expressions.expression import Negative, Number, Power, Product


@dataclass(frozen=True)
class Written:
    """The figures of a decimal number; zeros at the end of a whole number are counted.

    ``half_width`` is how far a number may be from this one and still round to it. ``looks_rounded`` says that
    it may stand for a number with more figures: it has decimals, or two figures besides zeros at its end.
    """

    figures: float
    half_width: float
    looks_rounded: bool


EXACT = Written(inf, 0.0, looks_rounded=False)


def written(number: Expression) -> Written:
    """Return the figures of a number typed in decimals, also with a power of ten; ``EXACT`` for any other."""
    match number:
        case Negative(argument=size):
            return written(size)
        case Number(value=value, places=places):
            digits = str(int(value * 10**places)).lstrip("0")
            sure = digits if places else digits.rstrip("0")
            half_width = 0.5 * 10.0 ** (len(digits) - len(sure) - places)
            return Written(
                len(digits), half_width, looks_rounded=len(sure) > 1 or (places > 0 and bool(sure))
            )
        case Product(factors=(Number() | Negative() as size, Power(base=Number(value=10)) as scale)):
            plain = written(size)
            return replace(plain, half_width=plain.half_width * evaluate(scale, {}))
    return EXACT
