"""Pieces whose last part has no brackets: what follows might have been meant to belong to that part.

In ``3/2x`` the ``2`` is such a loose end: the x might belong below the fraction line.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

LooseKind: TypeAlias = Literal["slash", "function", "root", "exponent", "signed exponent", "letter"]


@dataclass(frozen=True, slots=True)
class Loose:
    """Tokens from ``start`` up to ``end``; their last part, without brackets, begins at ``inner``."""

    kind: LooseKind
    start: int
    inner: int
    end: int


LEAVES_DOUBT: dict[str, frozenset[LooseKind]] = {
    "": frozenset({"slash", "function", "root", "exponent", "signed exponent"}),
    "*": frozenset({"function", "signed exponent"}),
    "/": frozenset({"function", "signed exponent"}),
}
"""Which loose ends leave a doubt before which sign; the empty text is a product without a sign."""
