"""Cutting a typed or pasted matrix into the texts of its entries; what they mean is read one by one.

Rows as ``[1, 2; 3, 4]``, ``[[1, 2], [3, 4]]``, ``array([[1, 2], [3, 4]])``, as numpy prints them, in LaTeX,
or copied from a spreadsheet. An entry in double quotes may hold anything: ``["3,5", 2]`` has two. The field
in the browser cuts pasted text in the same way (``frontend/elements/matrix-answer/matrix-text.ts``).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NUMBER = r"[-+−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_NUMBERS = re.compile(rf"\s*{_NUMBER}(?:\s+{_NUMBER})*\s*")
_WRAPPERS = (
    re.compile(
        r"(?:(?:np|numpy|sympy|sp)\.)?(?:array|[mM]atrix)\s*\((?P<inside>.*?)(?:,\s*dtype\s*=\s*[\w.]+\s*)?,?\s*\)",
        re.DOTALL,
    ),
    re.compile(
        r"[\s$]*(?:\\left\s*[\[(.|])?\s*\\begin\s*\{(?P<name>[a-zA-Z]*matrix\*?|array)\}(?:\s*\{[lcr|\s]*\})?"
        r"(?P<inside>.*?)(?:\\\\\s*)?\\end\s*\{(?P=name)\}\s*(?:\\right\s*[\]).|])?[\s$]*",
        re.DOTALL,
    ),
)
_ROW_ENDS = re.compile(r";|\\\\(?:\[[0-9.]+[a-z]{2}\])?|\r?\n")
_LINE_ENDS = re.compile(r"\r?\n")
_ENTRY_ENDS = re.compile(r"[,&]")
_TABS = re.compile(r"\t")
_WORD = re.compile(r"\S+")
_EITHER_END = re.compile(r"[,;]")
_BETWEEN_BRACKETS = re.compile(r"[\s,;]*")
_OPENING = "([{"
_CLOSING = {")": "(", "]": "[", "}": "{"}

Span = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """The text of one entry, without spaces around it, and where it begins in the whole text."""

    text: str
    offset: int


Rows = tuple[tuple[Cell, ...], ...]


def cells_of(text: str) -> Rows:
    """Return the entries, row by row; rows may differ in length, and entries may be empty.

    A text without any separator is one entry, whatever it holds.
    """
    typed = _Typed(text, _pairs(text))
    span = _unwrapped(text)
    if text.find("\t", *span) >= 0 and text[span[0]] != "[":
        return typed.grid(typed.split(span, _LINE_ENDS), _TABS)
    inside = typed.within_brackets(span)
    rows = typed.rows_in_brackets(inside) or typed.split(inside, _ROW_ENDS)
    has_commas = any(len(typed.split(row, _ENTRY_ENDS)) > 1 for row in rows)
    if not has_commas and all(_NUMBERS.fullmatch(text, *row) for row in rows):
        return tuple(
            tuple(Cell(word[0], word.start()) for word in _WORD.finditer(text, *row)) for row in rows
        )
    return typed.grid(rows, _ENTRY_ENDS)


@dataclass(frozen=True)
class _Typed:
    """The text, and for every bracket and quote that is closed the place of its closing one."""

    text: str
    pairs: Mapping[int, int]

    def split(self, span: Span, ends: re.Pattern[str]) -> list[Span]:
        """The pieces between ends that stand outside all brackets and quotes."""
        pieces: list[Span] = []
        start = position = span[0]
        while position < span[1]:
            found = ends.match(self.text, position, span[1])
            if found:
                pieces.append((start, position))
                start = position = found.end()
            else:
                position = self.pairs.get(position, position) + 1
        return [*pieces, (start, span[1])]

    def grid(self, rows: Iterable[Span], ends: re.Pattern[str]) -> Rows:
        """The cells of rows whose entries have these ends."""
        return tuple(tuple(_cell(self.text, entry) for entry in self.split(row, ends)) for row in rows)

    def within_brackets(self, span: Span) -> Span:
        """The inside of the square brackets, or of the round ones with separators, that hold all of it."""
        start, inside = span[0], (span[0] + 1, span[1] - 1)
        if self.pairs.get(start) != inside[1]:
            return span
        is_vector = self.text[start] == "[" or len(self.split(inside, _EITHER_END)) > 1
        return inside if is_vector and self.text[start] in "[(" else span

    def rows_in_brackets(self, span: Span) -> list[Span]:
        """The insides of square brackets that stand side by side and fill the span, if such there are."""
        rows = []
        position, end = _trimmed(self.text, span)
        while position < end:
            if self.text[position] != "[" or position not in self.pairs:
                return []
            rows.append((position + 1, self.pairs[position]))
            between = _BETWEEN_BRACKETS.match(self.text, rows[-1][1] + 1, end)
            position = between.end() if between else end
        return rows


def _pairs(text: str) -> dict[int, int]:
    """Brackets and quotes that are closed, opening → closing; one that is not closed stands for itself."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    quote = None
    for position, character in enumerate(text):
        if character == '"':
            if quote is not None:
                found[quote] = position
            quote = position if quote is None else None
        elif quote is None and character in _OPENING:
            waiting.append(position)
        elif quote is None and character in _CLOSING:
            partners = [index for index, place in enumerate(waiting) if text[place] == _CLOSING[character]]
            if partners:
                found[waiting[partners[-1]]] = position
                del waiting[partners[-1] :]
    return found


def _unwrapped(text: str) -> Span:
    """The text without spaces around it, and without ``array(…)`` or the LaTeX around its rows."""
    span = _trimmed(text, (0, len(text)))
    for wrapper in _WRAPPERS:
        wrapped = wrapper.fullmatch(text, *span)
        if wrapped:
            return _trimmed(text, wrapped.span("inside"))
    return span


def _cell(text: str, span: Span) -> Cell:
    start, end = _trimmed(text, span)
    if end - start > 1 and text[start] == text[end - 1] == '"':
        return Cell(text[start + 1 : end - 1].replace('""', '"'), start + 1)
    return Cell(text[start:end], start)


def _trimmed(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, max(start, start + len(piece.strip()))
