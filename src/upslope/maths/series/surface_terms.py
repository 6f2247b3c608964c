"""The terms of a Taylor polynomial of two variables, in matrix form and multiplied out."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from math import factorial, prod

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.expression import (
    Expression,
    Product,
    Symbol,
    number,
    product_of,
    replace,
    sum_of,
)
from upslope.maths.expressions.matrix import column_vector, row_vector
from upslope.maths.expressions.statement import Equation
from upslope.maths.series.ascending import in_a_row, times, way_from
from upslope.maths.series.expansion import is_exact, readable
from upslope.maths.simplification.tidy import tidied


@dataclass(frozen=True)
class SurfaceTerms:
    """A point, the value there, and the exact derivatives there, one matrix for each order from 1 on.

    They are the Jacobian (1×2), the Hessian (2×2) and the row of third derivatives xxx, xxy, xyy, yyy (1×4).
    """

    point: Mapping[str, Expression]
    value: Expression
    derivatives: tuple[Expression, ...]

    @property
    def polynomial(self) -> Expression:
        """Everything multiplied out, but for powers of the ways from the point; terms that are 0 left out."""
        orders = range(1, len(self.derivatives) + 1)
        return in_a_row(readable(self.value), (term for order in orders for term in self.of_order(order)))

    def of_order(self, order: int) -> tuple[Expression, ...]:
        """Return the terms of one order that are not 0."""
        entries = self.derivatives[order - 1].children
        upper = (entries[0], entries[1], entries[3]) if order == 2 else entries
        chosen = combinations_with_replacement(self.point, order)
        return tuple(self._term(*pair) for pair in zip(upper, chosen, strict=True) if pair[0] != number(0))

    def _term(self, derivative: Expression, chosen: tuple[str, ...]) -> Expression:
        # 1/n! for every order in which the variables can be taken: 1/2 of f_xx, but 2/2 of f_xy.
        coefficient = tidied(derivative / prod(factorial(chosen.count(name)) for name in self.point))
        free = (name for name in ("h", "k", "p", "q") if name not in derivative.variables)
        letters = {name: Symbol(letter) for name, letter in zip(self.point, free, strict=False)}
        powers = tidied(product_of(tuple(letters[name] for name in chosen)))
        term = times(readable(coefficient), powers)
        return replace(term, {letters[name]: way_from(name, at) for name, at in self.point.items()})

    def put_together(self, f: Expression) -> tuple[Step, ...]:
        """Return the steps to the matrix form, and from there to the polynomial."""
        ways = [way_from(name, at) for name, at in self.point.items()]
        shown = [each.rebuild(tuple(map(readable, each.children))) for each in self.derivatives]
        parts: list[Expression] = [Product((shown[0], column_vector(ways)))]
        if len(shown) > 1:
            half = number(Fraction(1, 2))
            parts.append(Product((half, row_vector(ways), shown[1], column_vector(ways))))
        third = self.of_order(3) if len(shown) > 2 else ()
        whole = Equation(f, in_a_row(readable(self.value), (*parts, *third)), "≈")
        why = " ".join(_WHY_TOGETHER[: len(shown)])
        return (
            Step("put together", f, whole, why, link="⇒"),
            Step("multiply out", f, self.polynomial, _WHY_OUT, tuple(map(self._part, (1, 2), parts)), "≈"),
        )

    def _part(self, order: int, product: Expression) -> Step:
        exact = all(map(is_exact, self.derivatives[order - 1].children))
        end = sum_of(self.of_order(order))
        rule, why = _PARTS[order - 1]
        return Step(rule, product, end, why, link="=" if exact else "≈")


_PARTS = (
    ("the tilt", "Row times column: each slope times the way in its direction."),
    (
        "the bend",
        "Row times matrix times column: every pair of ways times its second derivative, and half of it all.",
    ),
)
_WHY_TOGETHER = (
    "Start at the height of the point, and tilt: the row of slopes times the column of the ways from it.",
    "Then bend: half of row of ways times Hessian times column of ways.",
    r"Last the third order: of every third derivative $\frac{1}{6}$, and three times that for a mixed one, "
    "because it can be taken in three orders.",
)
_WHY_OUT = "Multiply out the matrices. The ways from the point stay in their brackets; what is $0$ drops out."
