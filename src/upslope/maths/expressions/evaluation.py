"""Numbers from trees: with numpy arrays, or with any other arithmetic that brings its own operations."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import inf
from operator import add, mul
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Unworked,
)
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.matrix import Matrix, has_matrix, multiplied_out
from upslope.maths.expressions.statement import Equation, System


@dataclass(frozen=True)
class Arithmetic:
    """How one kind of number is made and worked with."""

    number: Callable[[Fraction], Any]
    constants: Mapping[str, Any]
    divide: Callable[[Any, Any], Any]
    power: Callable[[Any, Any], Any]
    functions: Mapping[str, Callable[[Any], Any]]


def work_out(expression: Expression, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    """Return the value of the tree, each symbol at its value; KeyError for a symbol without one."""
    return _WORK[type(expression)](expression, values, arithmetic)


def to_numpy(
    expression: Expression, variables: tuple[str, ...] = ("x",)
) -> Callable[..., NDArray[np.float64]]:
    """Return a function of numpy arrays, one argument per name in ``variables``, in that order.

    The arguments are broadcast together and the result has their common shape; for a matrix of r rows and c
    columns the shape (..., r, c). Where the expression has no real value the result is NaN or infinite;
    nothing is raised then and nothing warned. Raises MathsError for a symbol that is not among ``variables``
    and for matrices whose shapes do not fit.
    """
    _every_symbol_known(expression, variables)
    if has_matrix(expression):
        return _entrywise(multiplied_out(expression), variables)

    def function(*arguments: ArrayLike) -> NDArray[np.float64]:
        arrays = np.broadcast_arrays(*(np.asarray(argument, dtype=np.float64) for argument in arguments))
        shape = arrays[0].shape if arrays else ()
        with np.errstate(all="ignore"):
            result = work_out(expression, dict(zip(variables, arrays, strict=True)), NUMPY)
        return np.array(np.broadcast_to(result, shape), dtype=np.float64)

    return function


def _entrywise(whole: Expression, variables: tuple[str, ...]) -> Callable[..., NDArray[np.float64]]:
    entries = [to_numpy(entry, variables) for entry in whole.children]
    rows, columns = whole.shape if isinstance(whole, Matrix) else (1, 1)

    def function(*arguments: ArrayLike) -> NDArray[np.float64]:
        stacked = np.stack([entry(*arguments) for entry in entries], axis=-1)
        return stacked.reshape((*stacked.shape[:-1], rows, columns))

    return function


def evaluate(expression: Expression, values: Mapping[str, float]) -> float:
    """Return the value at one point; NaN or infinite where there is no real value.

    Raises MathsError when a symbol of the expression has no value.
    """
    _every_symbol_known(expression, tuple(values))
    with np.errstate(all="ignore"):
        return float(work_out(expression, {name: np.float64(value) for name, value in values.items()}, NUMPY))


def _every_symbol_known(expression: Expression, names: tuple[str, ...]) -> None:
    missing = sorted(expression.variables.difference(names))
    if missing:
        raise MathsError(
            f"{expression} has no value while {', '.join(missing)} is open.", "Give it a value too."
        )


def _double(value: Fraction) -> np.float64:
    try:
        return np.float64(float(value))
    except OverflowError:
        return np.float64(inf)


def _sum(node: Sum, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    return reduce(add, [work_out(term, values, arithmetic) for term in node.terms])


def _product(node: Product, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    return reduce(mul, [work_out(factor, values, arithmetic) for factor in node.factors])


def _quotient(node: Quotient, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    above = work_out(node.numerator, values, arithmetic)
    return arithmetic.divide(above, work_out(node.denominator, values, arithmetic))


def _power(node: Power, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    base = work_out(node.base, values, arithmetic)
    return arithmetic.power(base, work_out(node.exponent, values, arithmetic))


def _negative(node: Negative, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    return -work_out(node.argument, values, arithmetic)


def _call(node: Call, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    return arithmetic.functions[node.name](work_out(node.argument, values, arithmetic))


def _unworked(node: Unworked, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    raise MathsError(f"{node} has not been worked out yet.", "Work it out before asking for its value.")


def _without_a_number(node: Expression, values: Mapping[str, Any], arithmetic: Arithmetic) -> Any:
    raise MathsError(f"{node} is not a single number.", "Ask for the value of its parts one by one.")


NUMPY = Arithmetic(
    number=_double,
    constants={"pi": np.float64(np.pi), "e": np.float64(np.e)},
    divide=np.divide,
    power=np.power,
    functions={name: function.numpy for name, function in FUNCTIONS.items()},
)
"""Double precision, scalars and arrays alike. Used under ``np.errstate(all="ignore")``."""

_WORK: dict[type[Expression], Callable[[Any, Mapping[str, Any], Arithmetic], Any]] = {
    Number: lambda node, _values, arithmetic: arithmetic.number(node.value),
    Symbol: lambda node, values, _arithmetic: values[node.name],
    Constant: lambda node, _values, arithmetic: arithmetic.constants[node.name],
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Negative: _negative,
    Call: _call,
    Unworked: _unworked,
    Matrix: _without_a_number,
    Equation: _without_a_number,
    System: _without_a_number,
}
