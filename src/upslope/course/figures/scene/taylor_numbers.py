"""The coefficients of a power series as numbers of a scene, each a short formula of those before it.

Derivatives of ever higher order would double in length each time. Working with whole series costs the square
of the order, and leaves the point of expansion open: see ``upslope.maths.series.power_series``.
"""

from collections.abc import Callable
from fractions import Fraction

from upslope.course.figures.scene.calls import PLACEHOLDER
from upslope.course.figures.scene.quantities import Quantity
from upslope.maths import Expression, number
from upslope.maths.expressions.evaluation import Arithmetic
from upslope.maths.expressions.expression import (
    PI,
    Call,
    E,
    Negative,
    Number,
    Power,
    Product,
    Sum,
    Symbol,
    product_of,
    sum_of,
)
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.series.exact_coefficients import series_of
from upslope.maths.series.power_series import Ring

Coefficient = Fraction | Expression
_ONE, _ZERO = number(1), number(0)


def taylor_numbers(
    name: str, body: Expression, x: str, about: Expression, order: int
) -> tuple[Quantity, ...]:
    """Return numbers ``name_0`` … with the values f⁽ᵏ⁾(a)/k!, and before them those that they are made from.

    Raises ArithmeticError where a constant has no value, such as 1/0.
    """
    made = _Made(name)
    functions = {each: _function(each) for each in FUNCTIONS}
    base = Arithmetic(_same, {"pi": PI, "e": E}, _quotient, _power, functions)
    (series,) = series_of((body,), x, about, Ring(order, base, _whole, made.settle))
    found = [Quantity(f"{name}_{k}", number(series.coefficient(k))) for k in range(order + 1)]
    return (*made.quantities, *found)


class _Made:
    """Gives every formula that is more than a number or a name a name of its own, once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._names: dict[Expression, str] = {}

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers in the order in which they were met."""
        return tuple(Quantity(name, tree) for tree, name in self._names.items())

    def settle(self, value: Coefficient) -> Coefficient:
        """Return a name for a formula; numbers and names stay."""
        if isinstance(value, Fraction):
            return value
        tree = _plain(value)
        if isinstance(tree, Number):
            return tree.value
        if isinstance(tree, Symbol):
            return tree
        return Symbol(self._names.setdefault(tree, f"{PLACEHOLDER}{self._name}{len(self._names)}"))


def _plain(tree: Expression) -> Expression:
    """Return the tree without factors 1 and terms 0, of which series have many."""
    children = tuple(_plain(child) for child in tree.children)
    if isinstance(tree, Product):
        return _ZERO if _ZERO in children else product_of(tuple(each for each in children if each != _ONE))
    if isinstance(tree, Sum):
        return sum_of(tuple(each for each in children if each not in (_ZERO, Negative(_ZERO))))
    return tree.rebuild(children) if children else tree


def _same(value: Fraction) -> Coefficient:
    return value


def _whole(value: Coefficient) -> int | None:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else None


def _quotient(above: Coefficient, below: Coefficient) -> Coefficient:
    return above / below


def _power(base: Coefficient, exponent: Coefficient) -> Coefficient:
    return Power(number(base), number(exponent))


def _function(name: str) -> Callable[[Coefficient], Coefficient]:
    return lambda value: Call(name, number(value))
