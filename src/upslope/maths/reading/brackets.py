"""Brackets, and what commas, semicolons and rows within them make: vectors and matrices."""

from collections.abc import Callable
from typing import TypeAlias

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.expression import Call, Expression
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.reading import unreadable
from upslope.maths.reading.cursor import Cursor
from upslope.maths.reading.limits import DEEPEST
from upslope.maths.reading.tokens import Token

Row: TypeAlias = list[Expression]
ReadEntry: TypeAlias = Callable[[Cursor], Expression]

MATCHING = {"(": ")", "[": "]", "{": "}", "|": "|"}
_SEPARATORS = ("comma", "semicolon")


def group(at: Cursor, read_entry: ReadEntry) -> Expression:
    """Read a pair of brackets, or of bars for the absolute value; with commas or rows, a matrix."""
    opening = _open(at)
    if opening.text == "[" and at.next.text == "[" and _is_row_in_brackets(at):
        return _matrix(at, _rows_in_brackets(at, read_entry, opening), opening)
    if opening.text in ("|", "{"):
        inside = read_entry(at)
        _close(at, opening)
        return Call("abs", inside) if opening.text == "|" else inside
    rows = _rows(at, read_entry, opening)
    _close(at, opening)
    is_bracket = len(rows) == 1 and len(rows[0][1]) == 1 and not opening.text.startswith("\\")
    return rows[0][1][0] if is_bracket else _matrix(at, rows, opening)


def _open(at: Cursor) -> Token:
    opening = at.take()
    at.into_bracket(opening)
    return opening


def _close(at: Cursor, opening: Token) -> None:
    at.enclosing.pop()
    wanted = MATCHING.get(opening.text) or opening.text.replace("begin", "end")
    if at.next.text != wanted:
        raise _not_closed(at, opening, wanted)
    at.take()


def _not_closed(at: Cursor, opening: Token, wanted: str) -> UnreadableMaths:
    if at.next.kind == "close":
        return unreadable.wrongly_closed(opening.text, at.next.text, wanted, at.next.offset)
    if at.next.kind in _SEPARATORS:
        return unreadable.unknown_character(at.text, at.next.offset)
    return unreadable.never_closed(opening.text, wanted, opening.offset)


def _rows(at: Cursor, read_entry: ReadEntry, opening: Token) -> list[tuple[int, Row]]:
    """Entries with commas between them, and rows of entries with semicolons; each row with its offset."""
    rows = [(at.next.offset, _row(at, read_entry))]
    while at.next.kind == "semicolon":
        at.take()
        if _ends_latex(at, opening):
            break
        rows.append((at.next.offset, _row(at, read_entry)))
    return rows


def _ends_latex(at: Cursor, opening: Token) -> bool:
    """Whether no row follows: LaTeX may end its last row as it ends the others."""
    return at.next.kind == "close" and opening.text.startswith("\\")


def _row(at: Cursor, read_entry: ReadEntry) -> Row:
    row = [read_entry(at)]
    while at.next.kind == "comma":
        at.take()
        row.append(read_entry(at))
    return row


def _is_row_in_brackets(at: Cursor) -> bool:
    """Whether the square bracket that is next holds a row: ``[[1, 2], …``, not ``[[x + 1]*2]``."""
    depth = 0
    for index in range(at.position, len(at.pieces)):
        depth += {"open": 1, "close": -1}.get(at.pieces[index].kind, 0)
        if depth == 0:
            after = at.pieces[index + 1]
            return after.kind in _SEPARATORS or after.text == "]"
        if depth > DEEPEST:
            return False
    return False


def _rows_in_brackets(at: Cursor, read_entry: ReadEntry, opening: Token) -> list[tuple[int, Row]]:
    """The rows of a matrix as numpy writes it, each in brackets of its own."""
    rows = [_row_in_brackets(at, read_entry)]
    while at.next.kind in _SEPARATORS:
        at.take()
        rows.append(_row_in_brackets(at, read_entry))
    _close(at, opening)
    return rows


def _row_in_brackets(at: Cursor, read_entry: ReadEntry) -> tuple[int, Row]:
    if at.next.text != "[":
        raise unreadable.missing_row(at.next.offset)
    opening = _open(at)
    row = _row(at, read_entry)
    _close(at, opening)
    return opening.offset, row


def _matrix(at: Cursor, rows: list[tuple[int, Row]], opening: Token) -> Expression:
    width = len(rows[0][1])
    for offset, row in rows:
        if len(row) != width:
            raise unreadable.unequal_rows(width, len(row), offset)
    found = Matrix(tuple(tuple(row) for _, row in rows))
    at.origin[id(found)] = opening.offset
    at.first_matrix = opening.offset if at.first_matrix is None else at.first_matrix
    return found
