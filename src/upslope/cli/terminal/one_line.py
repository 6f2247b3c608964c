"""Maths in one line of text, for sentences: ``x²``, ``(x + 1)/x``, ``√(x + 1)``, ``[1, 2; 3, 4]``."""

import re

from upslope.cli.terminal.latex_pieces import (
    Brackets,
    Fraction,
    Grid,
    Piece,
    Root,
    Row,
    Script,
    Text,
    read_latex,
)

_RAISED = dict(zip("0123456789+−()abcdeiknstuvwxyzT ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉⁱᵏⁿˢᵗᵘᵛʷˣʸᶻᵀ ", strict=True))
_LOWERED = dict(zip("0123456789+−()nxijk ", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙₓᵢⱼₖ ", strict=True))
_ROOTS = {"": "√", "3": "∛", "4": "∜"}
_SCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉⁱᵏⁿˢᵗᵘᵛʷˣʸᶻᵀ₀₁₂₃₄₅₆₇₈₉₊₋ₙₓᵢⱼₖ]*"
_ONE_FACTOR = re.compile(rf"√?([\d.]+|∂?[^\W\d]*|[(\[|][^()\[\]|]*[)\]|]){_SCRIPTS}|…")
_FORMULA = re.compile(r"\$([^$]+)\$")


def in_one_line(latex: str) -> str:
    """Return a formula as one line of text."""
    return row_in_one_line(read_latex(latex)).strip()


def sentence(markdown: str) -> str:
    """Return a sentence with formulas in dollars and Markdown's stars as plain text."""
    text = _FORMULA.sub(lambda formula: in_one_line(formula[1]), markdown)
    return re.sub(r"\*\*?(\w[^*]*)\*\*?", r"\1", text)


def row_in_one_line(row: Row) -> str:
    """Return the pieces of a formula as one line of text."""
    return "".join(_piece(piece) for piece in row)


def scripted(inside: str, raised: bool) -> str | None:
    """Return small raised or lowered characters; None where there are none for some of them."""
    small = _RAISED if raised else _LOWERED
    return "".join(small[character] for character in inside) if set(inside) <= set(small) else None


def _piece(piece: Piece) -> str:
    match piece:
        case Text(text=text):
            return text
        case Fraction(above=above, below=below):
            return f"{_factor(above)}/{_factor(below)}"
        case Root(index=index, inside=inside):
            shown = row_in_one_line(inside)
            return _ROOTS.get(index, f"{index}√") + (shown if shown.isalnum() else f"({shown})")
        case Script(inside=inside, raised=raised):
            return _script(row_in_one_line(inside), raised)
        case Brackets(opening=opening, inside=inside, closing=closing):
            return opening + row_in_one_line(inside) + closing
        case Grid(rows=rows, bracketed=True):
            return f"[{'; '.join(', '.join(map(row_in_one_line, row)) for row in rows)}]"
        case Grid(rows=rows):
            return ", ".join(" ".join(map(row_in_one_line, row)).strip() for row in rows)


def _factor(row: Row) -> str:
    shown = row_in_one_line(row).strip()
    return shown if _ONE_FACTOR.fullmatch(shown) else f"({shown})"


def _script(inside: str, raised: bool) -> str:
    small = scripted(inside, raised)
    if small is not None:
        return small
    sign = "^" if raised else "_"
    return f"{sign}{inside}" if inside.isalnum() else f"{sign}({inside})"
