"""Cutting a typed text into numbers, names, functions and signs.

Letters are cut by the longest name that is known at each place, so ``2xsinx`` and, with the variables a and
c, ``ac`` are read without spaces. Pasted LaTeX and numpy are cut into the same pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.expression import Expression, Number, Quotient, Symbol
from upslope.maths.expressions.special_names import RAISED
from upslope.maths.reading import unreadable
from upslope.maths.reading.vocabulary import Vocabulary

Kind: TypeAlias = Literal[
    "number", "name", "function", "root", "frac", "sign", "open", "close", "bar", "comma", "semicolon", "end"
]

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: its kind, its text in one spelling, where it starts, and the leaf it means."""

    kind: Kind
    text: str
    offset: int
    leaf: Expression | None = None


_SIGNS = (
    dict.fromkeys("*×·⋅∙∗•@", "*")
    | dict.fromkeys("-−–—", "-")
    | dict.fromkeys("/÷∕", "/")
    | {"+": "+", "^": "^"}
)
_SEPARATORS: dict[str, Kind] = {",": "comma", "&": "comma", ";": "semicolon"}
_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8)}
_NUMBER = re.compile(r"[0-9]+\.[0-9]+|\.[0-9]+|[0-9]+(?:\.(?!\w))?")
_SKIP = re.compile(
    r"[\s~$\u200b-\u200f\u2060-\u2064\ufeff]+"
    r"|\\(?:left|right|[bB]igg?[lr]?|mathrm|operatorname|text|displaystyle|q?quad)(?![a-zA-Z])|\\[,;:! ]"
    r"|(?:np|numpy)\.(?:array|matrix)(?=\s*\()|(?:np|numpy|math)\.(?=[a-zA-Z])"
)
_FRAC = re.compile(r"\\[dt]?frac(?![a-zA-Z])")
_FRAC_DIGITS = re.compile(r"\s*([0-9])\s*([0-9])")
_LATEX_SIGNS = re.compile(r"\\(cdot|times|ast|div)(?![a-zA-Z])")
_BAR = re.compile(r"\\vert(?![a-zA-Z])")
_SIDED_BAR = re.compile(r"\\(?:(left)|right)\s*(?:\||\\[lr]?vert(?![a-zA-Z]))|\\(?:(l)|r)vert(?![a-zA-Z])")
_NEW_ROW = re.compile(r"\\\\(?:\[[0-9.]+[a-z]{2}\])?")
_GRID = re.compile(r"\\(begin|end)(?![a-zA-Z])(?:\s*\{\s*([a-zA-Z*]*)\s*\}(?:\s*\{[lcr|\s]*\})?)?")
_GRIDS = frozenset({"matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array"})
_WRAPPED = re.compile(r"\\(?:operatorname|mathrm|text)\*?\s*\{\s*([a-zA-Z]+)\s*\}")
_ROOT = re.compile(r"\\sqrt\s*\[\s*([0-9]{1,3}|[a-zA-Z])\s*\]|([∛∜])|([³⁴⁵⁶⁷⁸⁹])\s*√")
_ROOT_SIGNS = {"∛": "3", "∜": "4"}
_OTHER_LOGARITHM = re.compile(r"(?i)log(?:_\s*\{?\s*\w+\s*\}?|2|1p)(?![0-9.])")
_WORD = re.compile(r"[^\W\d_]+")
# What a power can stand on: after one of these, ³√x is a power and a root.
_OPERAND_ENDS = ("number", "name", "close", "bar")


def tokens(text: str, words: Vocabulary) -> list[Token]:
    """Cut the whole text; the last token is of kind "end". Raises UnreadableMaths at an unknown piece."""
    found: list[Token] = []
    position = 0
    while position < len(text):
        whole = _special_at(text, position, words, found)
        skipped = None if whole else _SKIP.match(text, position)
        if skipped:
            position = skipped.end()
            continue
        for token, end in (whole,) if whole else _pieces_at(text, position, words):
            found.append(token)
            position = end
    found.append(Token("end", "", len(text)))
    return found


def _special_at(text: str, position: int, words: Vocabulary, before: list[Token]) -> tuple[Token, int] | None:
    """A name with an index, layer or fraction line; a root with its order; what LaTeX wraps in a command."""
    named = words.special_at(text, position)
    if named:
        return Token("name", named[0], position, Symbol(named[0])), named[1]
    if text[position] == "\\":
        bar, wrapped = _SIDED_BAR.match(text, position), _WRAPPED.match(text, position)
        if bar:
            return Token("open" if bar[1] or bar[2] else "close", "|", position), bar.end()
        if wrapped and (wrapped[1] in words.functions or wrapped[1] in words.leaves):
            return _known(wrapped[1], position, words), wrapped.end()
    elif text[position].isascii():
        return None
    return _root_at(text, position, words, before)


def _pieces_at(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    """Yield the token (or the few tokens that belong together) at this place, each with where it ends."""
    character = text[position]
    number = _NUMBER.match(text, position) if character in "0123456789." else None
    if number:
        yield _number(number), number.end()
    elif text.startswith("**", position):
        yield Token("sign", "^", position), position + 2
    elif character in _SIGNS:
        yield Token("sign", _SIGNS[character], position), position + 1
    elif character in "([{":
        yield Token("open", character, position), position + 1
    elif character in ")]}":
        yield Token("close", character, position), position + 1
    elif character in _SEPARATORS:
        yield Token(_SEPARATORS[character], character, position), position + 1
    elif character in RAISED:
        yield from _raised(text, position, words)
    elif character == "\\":
        yield from _latex_at(text, position, words)
    else:
        yield _bar_or_name_at(text, position, words)


def _bar_or_name_at(text: str, position: int, words: Vocabulary) -> tuple[Token, int]:
    if text[position] == "|":
        return Token("bar", "|", position), position + 1
    if text[position] in _FRACTIONS:
        above, below = _FRACTIONS[text[position]]
        leaf = Quotient(Number(Fraction(above)), Number(Fraction(below)))
        return Token("number", text[position], position, leaf), position + 1
    return _name(text, position, words)


def _latex_at(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    """What begins with a backslash."""
    frac, sign = _FRAC.match(text, position), _LATEX_SIGNS.match(text, position)
    bar, new_row = _BAR.match(text, position), _NEW_ROW.match(text, position)
    if frac:
        yield Token("frac", frac[0], position), frac.end()
        digits = _FRAC_DIGITS.match(text, frac.end())
        if digits:
            yield _digit(text, digits.start(1)), digits.end(1)
            yield _digit(text, digits.start(2)), digits.end(2)
    elif sign:
        yield Token("sign", "/" if sign[1] == "div" else "*", position), sign.end()
    elif bar:
        yield Token("bar", "|", position), bar.end()
    elif new_row:
        yield Token("semicolon", r"\\", position), new_row.end()
    elif text[position + 1 : position + 2] in ("{", "}"):
        kind: Kind = "open" if text[position + 1] == "{" else "close"
        yield Token(kind, text[position + 1], position), position + 2
    else:
        yield _grid_or_word_at(text, position, words)


def _grid_or_word_at(text: str, position: int, words: Vocabulary) -> tuple[Token, int]:
    grid = _GRID.match(text, position)
    if grid is None:
        return _name(text, position + 1, words)
    if grid[2] not in _GRIDS:
        raise unreadable.other_environment(grid[2] or "", position)
    kind: Kind = "open" if grid[1] == "begin" else "close"
    return Token(kind, rf"\{grid[1]}{{{grid[2]}}}", position), grid.end()


def _number(match: re.Match[str]) -> Token:
    text = match[0].rstrip(".")
    if len(text) > LONGEST_NUMBER:
        raise unreadable.long_number(len(text), LONGEST_NUMBER, match.start())
    places = len(text.partition(".")[2])
    return Token("number", text, match.start(), Number(Fraction(text if places else int(text)), places))


def _digit(text: str, position: int) -> Token:
    return Token("number", text[position], position, Number(Fraction(int(text[position]))))


def _root_at(text: str, position: int, words: Vocabulary, before: list[Token]) -> tuple[Token, int] | None:
    """A root with its order: ``∛``, ``³√`` where nothing stands before it to be raised, ``\\sqrt[3]``."""
    found = _ROOT.match(text, position)
    if found is None or (found[3] and before and before[-1].kind in _OPERAND_ENDS):
        return None
    order = found[1] or _ROOT_SIGNS.get(found[2]) or RAISED[found[3]]
    leaf = Number(Fraction(int(order))) if order.isdecimal() else words.leaves.get(order)
    if leaf is None:
        raise unreadable.unknown_letters(order, found.start(1), words.variables)
    return Token("root", order, position, leaf), found.end()


def _raised(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    """Superscript characters are read as ``^(…)``; each token points to the character it came from."""
    end = position
    while end < len(text) and text[end] in RAISED:
        end += 1
    plain = "".join(RAISED[character] for character in text[position:end])
    try:
        inside = tokens(plain, words)[:-1]
    except UnreadableMaths as error:
        raise UnreadableMaths(error.message, error.remedy, position + (error.offset or 0)) from None
    yield Token("sign", "^", position), end
    yield Token("open", "(", position), end
    for token in inside:
        yield Token(token.kind, token.text, position + token.offset, token.leaf), end
    yield Token("close", ")", end - 1), end


def _name(text: str, position: int, words: Vocabulary) -> tuple[Token, int]:
    known = words.plain_at(text, position)
    if known is None:
        named = words.special_in_any_case_at(text, position)
        if named:
            return Token("name", named[0], position, Symbol(named[0])), named[1]
        known = words.plain_in_any_case_at(text, position)
    if known is None:
        raise _unknown(text, position, words)
    if known == "log" and _OTHER_LOGARITHM.match(text, position):
        raise unreadable.other_logarithm(position)
    return _known(known, position, words), position + len(known)


def _known(word: str, position: int, words: Vocabulary) -> Token:
    if word in words.leaves:
        return Token("name", word, position, words.leaves[word])
    return Token("function", words.functions[word], position)


def _unknown(text: str, position: int, words: Vocabulary) -> UnreadableMaths:
    if text.startswith(("∂", "partial"), position):
        return unreadable.partial_sign(position, words.variables)
    if text[position : position + 1] == "_" and any("_" in name for name in words.variables):
        return unreadable.unknown_index(position, words.variables)
    word = _WORD.match(text, position)
    if word is None:
        return unreadable.unknown_character(text, position)
    return unreadable.unknown_letters(word[0], position, words.variables)
