"""Values of trees at many points at once, in double precision, for tests in bulk.

A derivative that is still to do is a complex step: Im f(x + ih) / h with h = 1e-30, which loses no digits
(W. Squire and G. Trapp, SIAM Review 40, 1998). It is right wherever the function is real and analytic; what
comes out doubtful is for 120 digits to decide.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

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

Values = NDArray[Any]
_STEP = 1e-30


class QuickValues:
    """The values of any expression at the points; what was worked out is remembered by the node itself."""

    def __init__(self, points: Mapping[str, Values]) -> None:
        self.points = points
        self.known: dict[int, tuple[Expression, Values]] = {}
        self.ahead: dict[str, QuickValues] = {}

    def of(self, node: Expression) -> Values:
        """The values; NaN where there is none, or where some part on the way has none: atan(1/0)."""
        if id(node) not in self.known:
            # The node is kept with its values, so that no other can come to have its id.
            self.known[id(node)] = node, self._worked_out(node)
        return self.known[id(node)][1]

    def _worked_out(self, node: Expression) -> Values:
        if isinstance(node, Unworked):
            return self._slope(node.body, node.variable)
        if isinstance(node, Symbol):
            return self.points[node.name]
        found = _combined(node, [self.of(child) for child in node.children])
        return np.where(np.isfinite(found), found, np.nan)

    def _slope(self, body: Expression, letter: str) -> Values:
        if letter not in self.ahead:
            shifted = {**self.points, letter: self.points[letter] + _STEP * 1j}
            self.ahead[letter] = QuickValues(shifted)
        slope = np.imag(self.ahead[letter].of(body)) / _STEP
        return np.where(np.isfinite(self.of(body)), slope, np.nan)


def _combined(node: Expression, parts: list[Values]) -> Values:
    match node:
        case Number(value=value):
            return np.asarray(float(value))
        case Constant(name=name):
            return np.asarray(np.pi if name == "pi" else np.e)
        case Negative():
            return np.asarray(-parts[0])
        case Call(name="abs"):
            return np.asarray(np.sign(np.real(parts[0])) * parts[0])
        case Call(name=name):
            return np.asarray(FUNCTIONS[name].numpy(parts[0]))
    return np.asarray(reduce(_OPERATIONS[type(node)], parts))


_OPERATIONS: dict[type[Expression], Any] = {
    Sum: np.add,
    Product: np.multiply,
    Quotient: np.divide,
    Power: np.power,
}
