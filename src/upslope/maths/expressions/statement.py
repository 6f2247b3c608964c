"""What a derivation says rather than computes: an equation, or several that hold together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from upslope.maths.expressions.expression import Expression, Operand, number

Relation: TypeAlias = Literal["=", "≈", "<", "≤", ">", "≥", "≠"]


@dataclass(frozen=True, slots=True)
class Equation(Expression):
    """One expression set against another. It has no value; whether it holds depends on its letters."""

    left: Expression
    right: Expression
    relation: Relation = "="
    is_scalar: ClassVar[bool] = False

    @property
    def children(self) -> tuple[Expression, ...]:
        """Both sides."""
        return (self.left, self.right)

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return the same relation between two other sides."""
        return Equation(children[0], children[1], self.relation)

    def __str__(self) -> str:
        return f"{self.left} {self.relation} {self.right}"


@dataclass(frozen=True, slots=True)
class System(Expression):
    """Equations (or other expressions) one below the other, all holding together."""

    rows: tuple[Expression, ...]
    is_scalar: ClassVar[bool] = False

    @property
    def children(self) -> tuple[Expression, ...]:
        """The rows, from the top."""
        return self.rows

    def rebuild(self, children: tuple[Expression, ...]) -> Expression:
        """Return a system of other rows."""
        return System(children)

    def __str__(self) -> str:
        return "; ".join(map(str, self.rows))


def equation(left: Operand, right: Operand, relation: Relation = "=") -> Equation:
    """Return the statement that two sides stand in the relation."""
    return Equation(number(left), number(right), relation)


def system(rows: Iterable[Expression]) -> Expression:
    """Return the rows as a system; one row alone as itself. Raises ValueError for none."""
    collected = tuple(rows)
    if not collected:
        raise ValueError("A system needs at least one row.")
    return System(collected) if len(collected) > 1 else collected[0]
