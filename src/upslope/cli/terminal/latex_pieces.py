"""Reading the LaTeX that the maths core writes, as pieces to be set in a terminal.

It is no TeX: what it does not know stays as it was typed.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from upslope.maths.expressions.functions import FUNCTIONS

SIGNS = {
    "cdot": "·",
    "times": "×",
    "partial": "∂",
    "nabla": "∇",
    "Delta": "Δ",
    "approx": "≈",
    "Rightarrow": "⇒",
    "to": "→",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "pm": "±",
    "infty": "∞",
    "sum": "Σ",
    "dots": "…",
    "ldots": "…",
    "cdots": "⋯",
    "in": "∈",
    "lVert": "‖",
    "rVert": "‖",
    "lvert": "|",
    "rvert": "|",
    "top": "T",
    "quad": "  ",
    "allowbreak": "",
    "qquad": "    ",
    "odot": "⊙",
    "circ": "∘",
    "ell": "ℓ",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    ",": "",
    ";": " ",
    ":": " ",
    "!": "",
    " ": " ",
    "|": "‖",
    "{": "{",
    "}": "}",
    "%": "%",
}
_GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi "
    "varphi chi psi omega Sigma Omega Lambda Gamma"
)
SIGNS |= dict(zip(_GREEK.split(), "αβγδεεζηθκλμνξπρστφφχψωΣΩΛΓ", strict=True))
_FUNCTIONS = frozenset(name for row in FUNCTIONS.values() for name in (row.name, *row.spellings)) | {"lim"}
_STICKY = "∂∇Δ‖"  # these hold the letter that follows
_WRAPPERS = frozenset(
    {"mathrm", "operatorname", "text", "mathbf", "boldsymbol", "mathit", "hat", "bar", "vec", "displaystyle"}
)
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Text:
    """Characters as they are."""

    text: str


@dataclass(frozen=True)
class Fraction:
    """One row of pieces over another."""

    above: "Row"
    below: "Row"


@dataclass(frozen=True)
class Root:
    """A root; ``index`` is 3 for a cube root, "" for a square root."""

    index: str
    inside: "Row"


@dataclass(frozen=True)
class Script:
    """What is raised (or lowered) behind the piece before it."""

    inside: "Row"
    raised: bool


@dataclass(frozen=True)
class Brackets:
    """A pair of brackets that grows with what it holds."""

    opening: str
    inside: "Row"
    closing: str


@dataclass(frozen=True)
class Grid:
    """Rows of cells: a matrix where ``bracketed``, otherwise lines that stand below each other."""

    rows: tuple[tuple["Row", ...], ...]
    bracketed: bool


Piece: TypeAlias = Text | Fraction | Root | Script | Brackets | Grid
Row: TypeAlias = tuple[Piece, ...]


def read_latex(latex: str) -> Row:
    """Return the pieces of a formula, from left to right. Anything can be read; nothing is raised."""
    return _Reader(_TOKEN.findall(latex)).row()


class _Reader:
    """Where reading has got to."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.position = 0

    def next(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def take(self) -> str:
        token = self.next()
        self.position += 1
        return token

    def row(self, *ends: str) -> Row:
        """Read up to one of the end tokens, which is left where it is."""
        pieces: list[Piece] = []
        while self.next() and self.next() not in ends:
            piece = self.piece()
            if isinstance(piece, Text) and pieces and isinstance(pieces[-1], Text):
                before = pieces.pop()
                assert isinstance(before, Text)
                piece = Text(_joined(before.text, piece.text))
            pieces.append(piece)
        return tuple(pieces)

    def group(self) -> Row:
        """Read what stands in braces, or the one token that stands without."""
        while self.next().isspace():
            self.take()
        if self.next() != "{":
            return (self.piece(),)
        self.take()
        inside = self.row("}")
        self.take()
        return inside

    def piece(self) -> Piece:
        token = self.take()
        if not token:
            return Text("")
        if token == "{":
            inside = self.row("}")
            self.take()
            return inside[0] if len(inside) == 1 else Brackets("", inside, "")
        if token in "^_":
            return Script(self.group(), raised=token == "^")
        if token.startswith("\\"):
            return self.command(token[1:])
        return Text(" " if token.isspace() else {"-": "−", "*": "·"}.get(token, token))

    def command(self, name: str) -> Piece:
        if name in ("frac", "dfrac", "tfrac"):
            return Fraction(self.group(), self.group())
        if name == "sqrt":
            return Root(self.root_index(), self.group())
        if name == "left":
            return self.brackets()
        if name == "begin":
            return self.grid()
        if name in _WRAPPERS:
            inside = self.group()
            return inside[0] if len(inside) == 1 else Brackets("", inside, "")
        return Text(SIGNS.get(name, name))

    def root_index(self) -> str:
        if self.next() != "[":
            return ""
        start = self.position + 1
        while self.take() not in ("]", ""):
            pass
        return "".join(self.tokens[start : self.position - 1])

    def brackets(self) -> Piece:
        opening = self.take()
        inside = self.row("\\right")
        self.take()
        closing = self.take()
        return Brackets(_delimiter(opening), inside, _delimiter(closing))

    def grid(self) -> Piece:
        name = _plain(self.group())
        if name == "array":
            self.group()
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        while True:
            cells.append(_trimmed(self.row("&", "\\\\", "\\end")))
            end = self.take()
            if end != "&":
                rows.append(tuple(cells))
                cells = []
            if end in ("\\end", ""):
                self.group()
                return Grid(tuple(rows), bracketed="matrix" in name)


def _joined(before: str, after: str) -> str:
    if after == " " and (before.endswith(" ") or before[-1:] in _STICKY):
        return before
    if after == "‖":
        before = before.removesuffix(" ")
    return f"{before} {after}" if after in _FUNCTIONS and before[-1:].isalnum() else before + after


def _delimiter(token: str) -> str:
    if token.startswith("\\"):
        return SIGNS.get(token[1:], token[1:])
    return "" if token == "." else token


def _plain(row: Row) -> str:
    return "".join(piece.text for piece in row if isinstance(piece, Text))


def _trimmed(row: Row) -> Row:
    """The row without spaces at its two ends."""
    pieces = list(row)
    if pieces and isinstance(pieces[0], Text):
        pieces[0] = Text(pieces[0].text.lstrip())
    if pieces and isinstance(pieces[-1], Text):
        pieces[-1] = Text(pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece != Text(""))
