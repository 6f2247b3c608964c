"""Reverse-mode automatic differentiation of numpy arrays, in two screens.

A ``Variable`` is an array that remembers how it was made. ``backward`` walks that memory from the result to
the start and multiplies slopes on the way: the chain rule, done by the program that computed the value.

    w = Variable(0.5); y = tanh(w * 3.0); y.backward(); w.slope     # dy/dw

Source: Goodfellow, Bengio and Courville, Deep Learning, section 6.5; Griewank and Walther, Evaluating
Derivatives, second edition, chapter 3.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Pull: TypeAlias = Callable[[Array], Array]


class Variable:
    """An array, its slope (of the result that ``backward`` was called on), and what it was made from."""

    __array_ufunc__ = None  # numpy leaves `array * variable` to us

    def __init__(self, value: ArrayLike, *made_from: tuple["Variable", Pull]) -> None:
        self.value: Array = np.asarray(value, dtype=np.float64)
        self.slope: Array = np.zeros_like(self.value)
        self._made_from = made_from

    def backward(self) -> None:
        """Set ``slope`` of everything this was made from to the derivative of (the sum of) this."""
        order = _in_order_of_making(self)
        for variable in order:
            variable.slope = np.zeros_like(variable.value)
        self.slope = np.ones_like(self.value)
        for variable in reversed(order):
            for source, pull in variable._made_from:
                # A variable that is used twice gets slope along both ways; numpy may have stretched it.
                source.slope = source.slope + _shrunk(pull(variable.slope), source.value.shape)

    def __add__(self, other: Any) -> "Variable":
        other = _variable(other)
        return Variable(self.value + other.value, (self, lambda slope: slope), (other, lambda slope: slope))

    def __mul__(self, other: Any) -> "Variable":
        a, b = self, _variable(other)
        return Variable(
            a.value * b.value, (a, lambda slope: slope * b.value), (b, lambda slope: slope * a.value)
        )

    def __matmul__(self, other: Any) -> "Variable":
        a, b = self, _variable(other)
        if a.value.ndim != 2 or b.value.ndim != 2:
            shapes = f"{a.value.shape} and {b.value.shape}"
            raise ValueError(f"Shapes {shapes} cannot be multiplied with @: both need rows and columns.")
        return Variable(
            a.value @ b.value, (a, lambda slope: slope @ b.value.T), (b, lambda slope: a.value.T @ slope)
        )

    def __pow__(self, exponent: float) -> "Variable":
        return Variable(
            self.value**exponent, (self, lambda slope: slope * exponent * self.value ** (exponent - 1))
        )

    def __neg__(self) -> "Variable":
        return self * -1.0

    def __sub__(self, other: Any) -> "Variable":
        return self + -_variable(other)

    def __truediv__(self, other: Any) -> "Variable":
        return self * _variable(other) ** -1.0

    def __rsub__(self, other: Any) -> "Variable":
        return _variable(other) - self

    def __rtruediv__(self, other: Any) -> "Variable":
        return _variable(other) / self

    def __rmatmul__(self, other: Any) -> "Variable":
        return _variable(other) @ self

    __radd__, __rmul__ = __add__, __mul__


def exp(x: Variable) -> Variable:
    """Return e to the power of every entry."""
    value = np.exp(x.value)
    return Variable(value, (x, lambda slope: slope * value))


def log(x: Variable) -> Variable:
    """Return the natural logarithm of every entry."""
    return Variable(np.log(x.value), (x, lambda slope: slope / x.value))


def tanh(x: Variable) -> Variable:
    """Return the hyperbolic tangent of every entry; its slope is 1 − tanh²."""
    value = np.tanh(x.value)
    return Variable(value, (x, lambda slope: slope * (1 - value**2)))


def total(x: Variable) -> Variable:
    """Return the sum of all entries, a scalar."""
    return Variable(x.value.sum(), (x, lambda slope: np.broadcast_to(slope, x.value.shape)))


def _variable(value: Any) -> Variable:
    return value if isinstance(value, Variable) else Variable(value)


def _in_order_of_making(result: Variable) -> list[Variable]:
    """Everything the result was made from, each before what was made of it; the result comes last."""
    order: list[Variable] = []
    seen: set[int] = set()
    waiting: list[tuple[Variable, bool]] = [(result, False)]
    while waiting:
        variable, sources_done = waiting.pop()
        if sources_done:
            order.append(variable)
        elif id(variable) not in seen:
            seen.add(id(variable))
            waiting.append((variable, True))
            waiting.extend((source, False) for source, _ in variable._made_from)
    return order


def _shrunk(slope: Array, shape: tuple[int, ...]) -> Array:
    """Add up a slope over the axes along which numpy repeated the value."""
    slope = slope.sum(axis=tuple(range(slope.ndim - len(shape))))
    repeated = tuple(axis for axis, size in enumerate(shape) if size == 1 and slope.shape[axis] > 1)
    return slope.sum(axis=repeated, keepdims=True) if repeated else slope
