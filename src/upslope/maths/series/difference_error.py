"""How wrong finite differences are: the error against the step, and the order measured from it."""

from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.errors import MathsError
from upslope.maths.expressions.evaluation import to_numpy
from upslope.maths.expressions.expression import Expression, number
from upslope.maths.expressions.high_precision import Real, exact_value
from upslope.maths.series.expansion import expand
from upslope.maths.series.finite_difference import CENTRAL, Floats, Scheme, finite_difference

_DIGITS = 50
_STEPS = tuple(Fraction(1, 2**power) for power in (12, 14, 16, 18, 20))
_NOTHING = 1e-30


def error_by_step(f: Expression, x: str, at: float, steps: ArrayLike, scheme: Scheme = CENTRAL) -> Floats:
    """Return the size of the error in double precision for every step, shape of ``steps``: for a figure.

    With shorter steps it falls as Δxᵖ until rounding takes over and it rises again. Raises MathsError where
    the function has no derivative at the point. Source: Press et al., Numerical Recipes, 3rd ed., section
    5.7.
    """
    estimate = finite_difference(to_numpy(f, (x,)), at, np.asarray(steps, dtype=np.float64), scheme)
    return np.asarray(np.abs(estimate - float(true_derivative(f, x, at, scheme))))


def measured_order(f: Expression, x: str, at: float, scheme: Scheme = CENTRAL) -> float:
    """Return the p in "the error shrinks as Δxᵖ": the slope of log error against log step.

    Measured with 50 digits on five steps from 1/4096 down, where rounding does not disturb. Raises MathsError
    where the function has no derivative at the point or no values around it, and where it has no error.
    """
    true = true_derivative(f, x, at, scheme)
    errors = [abs(_estimate(f, x, at, step, scheme) - true) for step in _STEPS]
    if min(errors) < _NOTHING:
        raise MathsError(
            f"The {scheme.name} difference of {f} at {x} = {at} is exact, so there is no error to measure.",
            "Take a function that bends more, or another point.",
        )
    slope, _ = np.polyfit(
        np.log(np.array(_STEPS, dtype=np.float64)), np.log(np.array(errors, dtype=np.float64)), 1
    )
    return float(slope)


def true_derivative(f: Expression, x: str, at: float, scheme: Scheme) -> Real:
    """Return the derivative that the scheme estimates, with 50 digits. Raises MathsError for none."""
    to_numpy(f, (x,))  # refuses other letters with a sentence of its own
    found = expand(f, x, at, scheme.derivative)
    return exact_value(number(found.derivative_at_point(scheme.derivative)), {}, _DIGITS)


def _estimate(f: Expression, x: str, at: float, step: Fraction, scheme: Scheme) -> Real:
    try:
        rise = sum(
            weight * exact_value(f.substitute({x: number(at) + k * step}), {}, _DIGITS)
            for k, weight in scheme.weights.items()
        )
    except ArithmeticError as error:
        raise MathsError(
            f"{f} has no value {float(step)} beside {x} = {at}.", "Measure further away from the gap."
        ) from error
    below = scheme.divisor * step**scheme.derivative
    return rise * below.denominator / below.numerator
