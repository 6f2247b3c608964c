"""Vectors and matrices as they are typed: where spaces separate entries, and whether shapes fit together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from upslope.maths.expressions.expression import Call, Expression, Negative, Product, Quotient, Sum
from upslope.maths.expressions.matrix import Matrix, Shape
from upslope.maths.reading import unreadable
from upslope.maths.reading.reading_notes import Note, spaces_in_bracket
from upslope.maths.reading.tokens import Token

_MOST_PARTS = 20_000
_ENDS = ("number", "name", "close")
_STARTS = ("name", "function", "root", "frac", "open")


@dataclass
class _Bracket:
    """What was seen so far between one pair of brackets, not counting what is in brackets within."""

    opening: int
    has_commas: bool = False
    has_rows: bool = False
    # Indices of tokens with a space before them: those that must begin an entry, those that may, and rows.
    entries: list[int] = field(default_factory=list)
    products: list[int] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    neighbours: list[int] = field(default_factory=list)


def with_commas(pieces: list[Token], text: str) -> tuple[list[Token], tuple[Note, ...]]:
    """Return the tokens with a comma for every space that separates two entries: ``[1 2; 3 4]``.

    A space separates where a number follows, which nothing multiplies from the left, and between rows as
    numpy prints them, ``[[1 2] [3 4]]``. Raises UnreadableMaths where a space can be read in two ways; where
    nothing but spaces speaks for a row, it multiplies, with a note.
    """
    if "[" not in text:
        return pieces, ()
    commas: set[int] = set()
    notes: list[Note] = []
    rows: set[int] = set()
    waiting: list[_Bracket] = []
    for index, token in enumerate(pieces):
        if waiting:
            _notice(waiting[-1], index, pieces, text)
        if token.kind == "open":
            waiting.append(_Bracket(index))
        elif token.kind == "close" and waiting:
            bracket = waiting.pop()
            if pieces[bracket.opening].text == "[":
                commas |= _separators(bracket, rows, pieces)
                rows |= {bracket.opening, index} if bracket.has_commas or bracket.entries else set()
                if bracket.products and not bracket.has_commas:
                    notes.append(spaces_in_bracket(pieces[bracket.opening].offset))
    separated: list[Token] = []
    for index, token in enumerate(pieces):
        separated += [Token("comma", ",", token.offset), token] if index in commas else [token]
    return separated, tuple(notes)


def _notice(bracket: _Bracket, index: int, pieces: list[Token], text: str) -> None:
    token, before = pieces[index], pieces[index - 1]
    if token.kind in ("comma", "semicolon"):
        bracket.has_commas |= token.kind == "comma"
        bracket.has_rows |= token.kind == "semicolon"
    elif before.kind not in _ENDS or not _space_before(token, text):
        return
    elif token.text == "[" and before.text == "]":
        bracket.neighbours.append(index)
    elif token.kind == "number":
        bracket.entries.append(index)
    elif token.kind in _STARTS:
        bracket.products.append(index)
    elif token.text in ("+", "-") and not _space_before(pieces[index + 1], text):
        bracket.signs.append(index)


def _space_before(token: Token, text: str) -> bool:
    return text[token.offset - 1 : token.offset].isspace()


def _separators(bracket: _Bracket, rows: set[int], pieces: list[Token]) -> set[int]:
    """The indices of tokens before which a comma is meant."""
    if bracket.has_commas:
        return set()
    between_rows = [index for index in bracket.neighbours if index in rows and index - 1 in rows]
    others = [index for index in bracket.neighbours if index not in between_rows]
    products = bracket.products if bracket.has_rows or bracket.entries else []
    doubtful = [*bracket.signs, *others, *products]
    if doubtful:
        raise unreadable.spaces_between_entries(pieces[min(doubtful)].offset)
    return {*bracket.entries, *between_rows}


class Extent(NamedTuple):
    """Rows and columns, both 0 for a number, and how many numbers and letters an entry holds in the end."""

    rows: int
    columns: int
    parts: int

    @property
    def shape(self) -> Shape:
        """Rows and columns."""
        return self.rows, self.columns


def check_shapes(node: Expression, origin: Mapping[int, int]) -> Extent:
    """Return the extent of what the tree comes to when its matrices are multiplied out.

    ``origin`` gives the offset in the text for the ``id`` of nodes. Raises UnreadableMaths where shapes do
    not fit, where a matrix stands inside a function, a power, a denominator or an entry, and where the
    result would fill pages: every factor can double it.
    """
    extents = [check_shapes(child, origin) for child in node.children]
    if not any(extent.rows for extent in extents):
        parts = [extent.parts for extent in extents]
        return Extent(*node.shape, max(parts)) if isinstance(node, Matrix) else Extent(0, 0, sum(parts) + 1)
    match node:
        case Sum():
            return _added(node, extents, origin)
        case Product():
            return _multiplied(node, extents, origin)
        case Negative():
            return extents[0]
        case Quotient() if not extents[1].rows:
            return extents[0]._replace(parts=extents[0].parts + extents[1].parts)
    first = next(child for child, extent in zip(node.children, extents, strict=True) if extent.rows)
    raise unreadable.matrix_inside(_place(node), _start(first, origin))


def _place(node: Expression) -> str:
    if isinstance(node, Call):
        return node.name
    if isinstance(node, Matrix):
        return "An entry of a matrix"
    return "A denominator" if isinstance(node, Quotient) else "A power"


def _added(node: Sum, extents: list[Extent], origin: Mapping[int, int]) -> Extent:
    first = extents[0]
    for term, extent in zip(node.terms, extents, strict=True):
        if extent.shape != first.shape:
            place = _start(term, origin) or _start(node, origin)
            raise unreadable.misfit("added", first.shape, extent.shape, place)
    return first._replace(parts=sum(extent.parts for extent in extents))


def _multiplied(node: Product, extents: list[Extent], origin: Mapping[int, int]) -> Extent:
    rows, columns, parts = 0, 0, 0
    for factor, extent in zip(node.factors, extents, strict=True):
        parts += extent.parts
        if not extent.rows:
            continue
        if columns not in (0, extent.rows):
            raise unreadable.misfit("multiplied", (rows, columns), extent.shape, _start(factor, origin))
        parts *= columns or 1
        rows, columns = rows or extent.rows, extent.columns
        if rows * columns * parts > _MOST_PARTS:
            raise unreadable.too_much_to_multiply(_start(factor, origin))
    return Extent(rows, columns, parts)


def _start(node: Expression, origin: Mapping[int, int]) -> int | None:
    """The offset of the first matrix in the tree, None where it has none."""
    if isinstance(node, Matrix):
        return origin.get(id(node))
    return next((start for child in node.children if (start := _start(child, origin)) is not None), None)
