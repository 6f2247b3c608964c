"""Where a walk down χ² begins: the first guess at the parameters, checked against model and data."""

from collections.abc import Mapping
from math import isfinite
from numbers import Real

import numpy as np
from numpy.typing import ArrayLike

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.regression.chi_squared import ChiSquared, chi_squared
from upslope.maths.regression.tangent_model import Tangent, tangent


def first_guess(
    model: Expression,
    x: ArrayLike,
    y: ArrayLike,
    start: Mapping[str, float],
    sigma: ArrayLike | None = None,
) -> tuple[ChiSquared, Tangent]:
    """Return χ² as a function of the parameters named in ``start``, and the tangent of the model there.

    Raises MathsError where ``chi_squared`` does, for fewer points than parameters, a start that is no number,
    and one where the model has no value or no slope at some data point.
    """
    names, values = _read(start)
    misfit = chi_squared(model, names, x, y, sigma)
    if len(misfit.points) < len(names):
        points = "1 point" if len(misfit.points) == 1 else f"{len(misfit.points)} points"
        raise MathsError(
            f"{len(names)} parameters cannot be told from {points}.",
            "Give at least as many points as parameters.",
        )
    here = tangent(misfit, np.array(values))
    if not here.has_value:
        raise _without_value(misfit, here)
    return misfit, here


def _read(start: object) -> tuple[tuple[str, ...], list[float]]:
    if not isinstance(start, Mapping) or not start:
        raise MathsError(
            f"{start!r} gives no parameter a value to start from.",
            'Name every parameter with a first guess, such as {"a": 1, "b": 0.5}.',
        )
    for name, value in start.items():
        if not _is_finite(value):
            raise MathsError(
                f"The start {name} = {value} is no number to start from.",
                "Plot the data and give a rough value: a first guess is enough.",
            )
    return tuple(start), [float(value) for value in start.values()]


def _is_finite(value: object) -> bool:
    try:
        return isinstance(value, Real) and isfinite(value)
    except OverflowError:
        return False


def _without_value(misfit: ChiSquared, here: Tangent) -> MathsError:
    missing = ~(np.isfinite(here.residuals) & np.isfinite(here.slopes).all(axis=1))
    given = ", ".join(
        f"{name} = {value:g}" for name, value in zip(misfit.parameters, here.point, strict=True)
    )
    if not missing.any():
        return MathsError(
            f"At the start ({given}) the model is too large to work with.", "Start nearer to the data."
        )
    return MathsError(
        f"At the start ({given}) the model has no value or no slope at "
        f"{misfit.variable} = {misfit.points.x[missing][0]:g}.",
        "Start where it has one, or leave that point out.",
    )
