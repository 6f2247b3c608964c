"""Expressions as immutable trees.

A tree keeps the form it was given: ``x*x`` stays a product, ``3/2*x`` stays a quotient times ``x``. Numbers
in a tree are never negative and never fractions (``-2`` is ``Negative``, ``1/2`` is a ``Quotient``), so that
every tree has exactly one spelling: ``parse(str(tree))`` gives the same tree.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Rational
from typing import Any, ClassVar, Literal, TypeAlias

from upslope.maths.expressions.special_names import anatomy

_ENDS_IN_D = re.compile(r"(?<!\w)d\w+$")

Operand: TypeAlias = "Expression | int | Fraction | float"


class Expression:
    """The trunk of every node: operators that build larger trees. Nothing is simplified on the way."""

    __slots__ = ()
    # Matrices and statements are trees too, but have no single number as their value.
    is_scalar: ClassVar[bool] = True
    # Without this, numpy would take `np.int64(2) * x` for a product of arrays.
    __array_ufunc__: ClassVar[None] = None

    @property
    def children(self) -> tuple["Expression", ...]:
        """The expressions directly below this one, left to right."""
        return ()

    def rebuild(self, children: tuple["Expression", ...]) -> "Expression":
        """Return this node with other children."""
        return self

    @property
    def variables(self) -> frozenset[str]:
        """The names of all symbols in the tree."""
        return frozenset(node.name for node in walk(self) if isinstance(node, Symbol))

    def substitute(self, values: Mapping[str, Operand]) -> "Expression":
        """Return the tree with symbols replaced, by name."""
        return replace(self, {Symbol(name): number(value) for name, value in values.items()})

    def __add__(self, other: Operand) -> "Expression":
        return Sum((*_terms(self), *_terms(number(other))))

    def __radd__(self, other: Operand) -> "Expression":
        return number(other) + self

    def __sub__(self, other: Operand) -> "Expression":
        return Sum((*_terms(self), Negative(number(other))))

    def __rsub__(self, other: Operand) -> "Expression":
        return number(other) - self

    def __mul__(self, other: Operand) -> "Expression":
        return Product((*_factors(self), *_factors(number(other))))

    def __rmul__(self, other: Operand) -> "Expression":
        return number(other) * self

    def __truediv__(self, other: Operand) -> "Expression":
        return Quotient(self, number(other))

    def __rtruediv__(self, other: Operand) -> "Expression":
        return number(other) / self

    def __pow__(self, other: Operand) -> "Expression":
        return Power(self, number(other))

    def __rpow__(self, other: Operand) -> "Expression":
        return number(other) ** self

    def __neg__(self) -> "Expression":
        return Negative(self)


@dataclass(frozen=True, slots=True)
class Number(Expression):
    """A number that is not negative: whole, or a decimal written with ``places`` digits after the point."""

    value: Fraction
    places: int = 0

    def __str__(self) -> str:
        digits = str(int(self.value * 10**self.places)).rjust(self.places + 1, "0")
        return f"{digits[: -self.places]}.{digits[-self.places :]}" if self.places else digits


@dataclass(frozen=True, slots=True)
class Symbol(Expression):
    """A letter or a name that can take any value."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """One of the two numbers with a letter of their own: ``pi`` and ``e``."""

    name: Literal["pi", "e"]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """Two or more terms added; a term that is taken away is ``Negative``."""

    terms: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The terms."""
        return self.terms

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a sum of other terms."""
        return Sum(children)

    def __str__(self) -> str:
        text = _within(self.terms[0], Sum)
        for term in self.terms[1:]:
            if isinstance(term, Negative):
                text += " - " + _within(term.argument, Sum, Negative)
            else:
                text += " + " + _within(term, Sum)
        return text


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """Two or more factors multiplied."""

    factors: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a product of other factors."""
        return Product(children)

    def __str__(self) -> str:
        first = _within(self.factors[0], Sum, Negative, Product)
        rest = (_within(factor, Sum, Negative, Product, Quotient) for factor in self.factors[1:])
        return "*".join((first, *rest))


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """One expression divided by another."""

    numerator: Expression
    denominator: Expression

    @property
    def children(self) -> tuple[Expression, ...]:
        """Numerator and denominator."""
        return (self.numerator, self.denominator)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a quotient of two other expressions."""
        return Quotient(*children)

    def __str__(self) -> str:
        above = _name_within("/", self.numerator, Sum, Negative)
        below = _name_within("/", self.denominator, Sum, Negative, Product, Quotient)
        # Where df and dt are two symbols, df/dt would be read as the name of a derivative, if there is one.
        apart = below.startswith("d") and _ENDS_IN_D.search(above)
        return f"{above}/({below})" if apart else f"{above}/{below}"


@dataclass(frozen=True, slots=True)
class Power(Expression):
    """A base raised to an exponent."""

    base: Expression
    exponent: Expression

    @property
    def children(self) -> tuple[Expression, ...]:
        """Base and exponent."""
        return (self.base, self.exponent)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a power of another base and exponent."""
        return Power(*children)

    def __str__(self) -> str:
        base = _name_within("/^", self.base, Sum, Negative, Product, Quotient, Power)
        return f"{base}^{_within(self.exponent, Sum, Negative, Product, Quotient)}"


@dataclass(frozen=True, slots=True)
class Negative(Expression):
    """An expression with a minus sign before it."""

    argument: Expression

    @property
    def children(self) -> tuple[Expression, ...]:
        """What the sign stands before."""
        return (self.argument,)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return the negative of another expression."""
        return Negative(*children)

    def __str__(self) -> str:
        return "-" + _within(self.argument, Sum, Negative)


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """A named function of one argument; the names are those of ``upslope.maths.expressions.functions``."""

    name: str
    argument: Expression

    @property
    def children(self) -> tuple[Expression, ...]:
        """The argument."""
        return (self.argument,)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return the same function of another argument."""
        return Call(self.name, *children)

    def __str__(self) -> str:
        return f"{self.name}({self.argument})"


@dataclass(frozen=True, slots=True)
class Unworked(Expression):
    """A derivative or a limit that a worked derivation has still to do. It has no value, only a look.

    A "derivative" counts other letters as constants and is written with d; a "partial" is the same with ∂.
    """

    operation: Literal["derivative", "partial", "limit"]
    body: Expression
    variable: str

    @property
    def children(self) -> tuple[Expression, ...]:
        """What the operation acts on."""
        return (self.body,)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return the same operation on another expression."""
        return Unworked(self.operation, children[0], self.variable)

    def __str__(self) -> str:
        return f"{self.operation}[{self.variable}]({self.body})"


PI = Constant("pi")
E = Constant("e")


def symbol(name: str) -> Symbol:
    """Return the symbol with this name.

    A name is letters and digits, a letter first, with an index behind _ (``x``, ``mu``, ``x_1``); a layer in
    raised brackets may stand between them (``a^(1)``, ``w^(L-1)_2``). Two of these with d or ∂ are the name
    of a derivative (``df/dt``, ``∂C/∂w^(1)``). Raises ValueError for other names.
    """
    if anatomy(name) is None:
        raise ValueError(
            f"{name!r} cannot be a variable's name: use letters, digits and _, a letter first. "
            "Names like a^(1), df/dt and ∂f/∂x are fine too."
        )
    return Symbol(name)


def number(value: Operand) -> Expression:
    """Return a number as a tree; a tree is returned as it is.

    Whole numbers, Fractions and floats (as the decimal they print as) are accepted; others raise TypeError,
    and infinities ValueError.
    """
    if isinstance(value, Expression):
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"{value!r} cannot stand in an expression: use a finite number.")
        return decimal(Fraction(Decimal(repr(float(value)))))
    if not isinstance(value, Rational):
        raise TypeError(f"{value!r} is neither a number nor an expression.")
    above = Number(Fraction(abs(int(value.numerator))))
    below = Number(Fraction(int(value.denominator)))
    size = above if below.value == 1 else Quotient(above, below)
    return Negative(size) if value < 0 else size


def decimal(value: Fraction) -> Expression:
    """Return a fraction whose denominator has only the prime factors 2 and 5 as a decimal number."""
    places = next(count for count in range(2000) if (value * 10**count).denominator == 1)
    size = Number(abs(value), places)
    return Negative(size) if value < 0 else size


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield every node of the tree, in no promised order and without recursion."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


def replace(expression: Expression, replacements: Mapping[Any, Expression]) -> Expression:
    """Return the tree with every sub-tree that is a key of ``replacements`` replaced by its value."""
    kinds = {type(key) for key in replacements}

    def replaced(node: Expression) -> Expression:
        # Looking a node up means a walk over all of it: only kinds that can be meant are looked up.
        if type(node) in kinds and node in replacements:
            return replacements[node]
        return _with_children(node, tuple(replaced(child) for child in node.children))

    return replaced(expression)


def in_one_row(expression: Expression) -> Expression:
    """Return the tree without brackets around sums within sums and products within products."""
    children = tuple(in_one_row(child) for child in expression.children)
    if isinstance(expression, Sum):
        children = tuple(term for child in children for term in _terms(child))
    if isinstance(expression, Product):
        children = tuple(factor for child in children for factor in _factors(child))
    return _with_children(expression, children)


def _with_children(expression: Expression, children: tuple[Expression, ...]) -> Expression:
    """The node with these children: itself where they are its own, so that unchanged parts stay shared."""
    return expression if children == expression.children else expression.rebuild(children)


def product_of(factors: tuple[Expression, ...]) -> Expression:
    """Return the product; 1 for no factors, the factor itself for one."""
    return Product(factors) if len(factors) > 1 else factors[0] if factors else number(1)


def sum_of(terms: tuple[Expression, ...]) -> Expression:
    """Return the sum; 0 for no terms, the term itself for one."""
    return Sum(terms) if len(terms) > 1 else terms[0] if terms else number(0)


def _terms(expression: Expression) -> tuple[Expression, ...]:
    return expression.terms if isinstance(expression, Sum) else (expression,)


def _factors(expression: Expression) -> tuple[Expression, ...]:
    return expression.factors if isinstance(expression, Product) else (expression,)


def _within(expression: Expression, *bracketed: type[Expression]) -> str:
    return f"({expression})" if isinstance(expression, bracketed) else str(expression)


def _name_within(signs: str, expression: Expression, *bracketed: type[Expression]) -> str:
    """The same, with brackets around names that hold one of the signs: (∂f/∂x)^2 is easier to see through."""
    if isinstance(expression, Symbol) and any(sign in expression.name for sign in signs):
        return f"({expression})"
    return _within(expression, *bracketed)
