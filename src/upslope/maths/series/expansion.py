"""A function expanded about a point: its coefficients, and how a person writes them."""

from dataclasses import dataclass
from math import factorial

from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import in_decimals, rounded
from upslope.maths.expressions.expression import Call, Expression, Number, Operand, Symbol, number, walk
from upslope.maths.expressions.high_precision import OutOfReachError, exact_value
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation
from upslope.maths.series.ascending import ascending, way_from
from upslope.maths.series.coefficient_rings import Exact
from upslope.maths.series.exact_coefficients import exact_coefficients, expansion_point
from upslope.maths.simplification.tidy import tidied

_MOST_SHOWN_PARTS = 16
_LARGEST_SHOWN = 10**9
_WELL_KNOWN = {"sqrt", "ln"}


@dataclass(frozen=True)
class Expansion:
    """``exact`` holds the coefficients f⁽ᵏ⁾(a)/k!, from the value of the function on."""

    expression: Expression
    x: str
    point: Expression
    exact: tuple[Exact, ...]

    @property
    def order(self) -> int:
        """The highest power that is kept."""
        return len(self.exact) - 1

    @property
    def way(self) -> Expression:
        """The way from the point, x − a."""
        return way_from(self.x, self.point)

    @property
    def place(self) -> str:
        """The point in LaTeX: ``x = 1``."""
        return to_latex(Equation(Symbol(self.x), self.point))

    @property
    def coefficients(self) -> tuple[Expression, ...]:
        """The coefficients as a person writes them: exact where that is short, else decimals of 6 digits."""
        return tuple(self.written(value) for value in self.exact)

    @property
    def polynomial(self) -> Expression:
        """The Taylor polynomial, lowest power first."""
        return self.polynomial_in(self.way)

    def polynomial_in(self, way: Expression) -> Expression:
        """Return the polynomial with another name for the way from the point, such as Δx."""
        return ascending(self.coefficients, way)

    def derivative_at_point(self, order: int) -> Exact:
        """The value of a derivative at the point; of the function itself for order 0."""
        return self.exact[order] * factorial(order)

    def written(self, value: Exact) -> Expression:
        """Return a number as a person writes it here. Raises MathsError for one too large for a decimal."""
        if is_exact(value):
            tree = tidied(number(value))
            typed_decimals = _has_decimals(self.expression) or _has_decimals(self.point)
            return in_decimals(tree) if typed_decimals else tree
        return approximate(number(value))

    def stated(self, left: Expression, value: Exact) -> Expression:
        """Return the equation of ``left`` and its value; only the value where both look the same."""
        right = self.written(value)
        return right if left == right else Equation(left, right, "=" if is_exact(value) else "≈")


def expand(expression: Expression, x: str, about: Operand, order: int) -> Expansion:
    """Return the expansion about a point. Raises MathsError where ``exact_coefficients`` does."""
    point = expansion_point(x, about)
    return Expansion(expression, x, point, exact_coefficients(expression, x, point, order))


def is_exact(value: Exact) -> bool:
    """Whether the number is written exactly: few digits, and nothing but fractions, e, π, roots and ln."""
    tree = tidied(number(value))
    if tree.variables:
        return True
    nodes = list(walk(tree))
    return len(nodes) <= _MOST_SHOWN_PARTS and all(
        (not isinstance(node, Call) or node.name in _WELL_KNOWN)
        and (not isinstance(node, Number) or node.value < _LARGEST_SHOWN)
        for node in nodes
    )


def readable(exact: Expression) -> Expression:
    """Return the value as it is where it is written exactly, else as a decimal of 6 digits."""
    return exact if is_exact(exact) else approximate(exact)


def approximate(exact: Expression) -> Expression:
    """Return the value of an expression without letters as a decimal of 6 digits. Raises MathsError."""
    try:
        return rounded(float(exact_value(exact, {}, 50)))
    except (OverflowError, ValueError, OutOfReachError) as error:
        raise MathsError(
            "One of the values is too large for me to write down.",
            "Choose a point where the function is smaller.",
        ) from error


def _has_decimals(expression: Expression) -> bool:
    return any(isinstance(node, Number) and node.places for node in walk(expression))
