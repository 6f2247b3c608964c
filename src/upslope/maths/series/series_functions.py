"""Named functions and powers of a power series, each from a differential equation that it satisfies.

For y = g(u): y' = g'(u)·u', and comparing powers gives each coefficient of y from those before it. Source:
Griewank & Walther, Evaluating Derivatives, 2nd ed., section 13.2; the slopes are those of
``upslope.maths.expressions.functions``.
"""

from collections.abc import Callable
from fractions import Fraction

from upslope.maths.differentiation.differentiation_rules import SLOPES
from upslope.maths.expressions.evaluation import Arithmetic, work_out
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.series.power_series import Coefficient, PowerSeries, Ring

# The slope of each function that it takes itself to write down: whole number times product of functions.
_OWN_SLOPES: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {
    "exp": ((1, ("exp",)),),
    "sin": ((1, ("cos",)),),
    "cos": ((-1, ("sin",)),),
    "sinh": ((1, ("cosh",)),),
    "cosh": ((1, ("sinh",)),),
    "tan": ((1, ()), (1, ("tan", "tan"))),
    "tanh": ((1, ()), (-1, ("tanh", "tanh"))),
    "cot": ((-1, ()), (-1, ("cot", "cot"))),
    "sec": ((1, ("sec", "tan")),),
    "csc": ((-1, ("csc", "cot")),),
}
_LARGEST_POWER = 64


def series_arithmetic(ring: Ring) -> Arithmetic:
    """Return the arithmetic of power series, for ``work_out``.

    Whatever the arithmetic of the coefficients raises where a function has no value or no slope is passed on.
    """

    def constant(value: Coefficient) -> PowerSeries:
        return PowerSeries((value,), ring)

    def function(name: str) -> Callable[[PowerSeries], PowerSeries]:
        return lambda inner: _function(name, inner)

    return Arithmetic(
        number=lambda value: constant(ring.base.number(value)),
        constants={name: constant(value) for name, value in ring.base.constants.items()},
        divide=lambda above, below: above / below,
        power=_power,
        functions={name: function(name) for name in FUNCTIONS},
    )


def _function(name: str, inner: PowerSeries) -> PowerSeries:
    if name == "sqrt":
        return _power(inner, inner.like([inner.multiple(Fraction(1, 2))]))
    first = _at(name, inner.coefficients[0], inner.ring)
    if inner.is_constant:
        return inner.like([first])
    if name == "abs":
        sign = inner.ring.settle(inner.ring.base.divide(inner.coefficients[0], first))
        # Also what is 0 takes the sign: where that is in doubt, so is every derivative.
        others = map(inner.coefficient, range(1, inner.ring.order + 1))
        return inner.like([first, *(inner.ring.settle(sign * a) for a in others)])
    if name in _OWN_SLOPES:
        return _with_own_slope(name, inner)
    slope = work_out(SLOPES[name], {"u": inner}, series_arithmetic(inner.ring))
    return _integrated(first, slope, inner)


def _at(name: str, value: Coefficient, ring: Ring) -> Coefficient:
    return ring.settle(ring.base.functions[name](value))


def _integrated(first: Coefficient, slope: PowerSeries, inner: PowerSeries) -> PowerSeries:
    """The series that begins with ``first`` and has the slope ``slope`` times that of ``inner``."""
    rises = _weighted(inner)
    found = [first]
    for power in range(1, inner.ring.order + 1):
        total = rises.crossed(slope.coefficients, power, first=1)
        found.append(inner.ring.settle(inner.multiple(Fraction(1, power)) * total))
    return inner.like(found)


def _weighted(series: PowerSeries) -> PowerSeries:
    """Each coefficient times its power: the slope of the series, times the way from the point."""
    return series.like(series.multiple(power) * a for power, a in enumerate(series.coefficients))


def _with_own_slope(name: str, inner: PowerSeries) -> PowerSeries:
    """Solve y' = Q(y)·u' for the function and those in its slope, one power after another."""
    ring = inner.ring
    names = dict.fromkeys([name, *(factor for _, factors in _OWN_SLOPES[name] for factor in factors)])
    names |= dict.fromkeys(f for each in list(names) for _, factors in _OWN_SLOPES[each] for f in factors)
    found = {each: [_at(each, inner.coefficients[0], ring)] for each in names}
    slopes: dict[str, list[Coefficient]] = {each: [] for each in names}
    rises = _weighted(inner)
    for power in range(1, ring.order + 1):
        for each in names:
            slopes[each].append(_slope(each, found, power - 1, inner))
        for each in names:
            total = rises.crossed(slopes[each], power, first=1)
            found[each].append(ring.settle(inner.multiple(Fraction(1, power)) * total))
    return inner.like(found[name])


def _slope(name: str, found: dict[str, list[Coefficient]], power: int, inner: PowerSeries) -> Coefficient:
    """The coefficient of one power in the slope of a function, from the series found so far."""
    total = inner.multiple(0)
    for factor, names in _OWN_SLOPES[name]:
        size = inner.multiple(factor)
        if not names and power == 0:
            total = total + size
        elif len(names) == 1:
            total = total + size * found[names[0]][power]
        elif names:
            total = total + size * inner.like(found[names[0]]).crossed(found[names[1]], power)
    return inner.ring.settle(total)


def _power(base: PowerSeries, exponent: PowerSeries) -> PowerSeries:
    settle, arithmetic = base.ring.settle, base.ring.base
    times = base.ring.whole(exponent.coefficients[0]) if exponent.is_constant else None
    if times is not None and 0 <= times <= _LARGEST_POWER:
        return _repeated(base, times)
    first = settle(arithmetic.power(base.coefficients[0], exponent.coefficients[0]))
    if base.is_constant and exponent.is_constant:
        return base.like([first])
    if exponent.is_constant:
        return _raised(first, base, exponent.coefficients[0])
    rises = _weighted(_function("ln", base) * exponent)
    found = [first]
    for power in range(1, base.ring.order + 1):
        found.append(settle(base.multiple(Fraction(1, power)) * rises.crossed(found, power, first=1)))
    return base.like(found)


def _repeated(base: PowerSeries, times: int) -> PowerSeries:
    """A power by multiplying: the only way that also works where the base is 0."""
    if times == 0:
        return base.like([base.multiple(1)])
    half = _repeated(base, times // 2)
    square = half * half
    return square * base if times % 2 else square


def _raised(first: Coefficient, base: PowerSeries, exponent: Coefficient) -> PowerSeries:
    """A constant power p: from u·y' = p·y·u' with u not 0."""
    ring, found = base.ring, [first]
    steep = base.like(exponent * a for a in _weighted(base).coefficients)
    for power in range(1, ring.order + 1):
        rising = steep.crossed(found, power, first=1)
        falling = base.crossed([base.multiple(n) * c for n, c in enumerate(found)], power, first=1)
        scale = base.multiple(power) * base.coefficients[0]
        found.append(ring.settle(ring.base.divide(rising + -falling, scale)))
    return base.like(found)
