"""Cutting a typed text into numbers, names, functions and signs.

Letters are cut by the longest name that is known at each place, so ``2xsinx`` and, with the variables a and
c, ``ac`` are read without spaces. Pasted LaTeX and numpy are cut into the same pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from upslope.maths import unreadable
from upslope.maths.errors import UnreadableMaths
from upslope.maths.expression import Constant, Expression, Number, Symbol
from upslope.maths.functions import FUNCTIONS, GREEK

Kind: TypeAlias = Literal["number", "name", "function", "sign", "open", "close", "bar", "frac", "end"]

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: its kind, how it was typed, where it starts, and the leaf it stands for."""

    kind: Kind
    text: str
    offset: int
    leaf: Expression | None = None


@dataclass(frozen=True)
class Vocabulary:
    """Every name that can be read: declared variables, and functions and constants under all spellings."""

    variables: tuple[str, ...]
    leaves: dict[str, Expression]
    functions: dict[str, str]
    pattern: re.Pattern[str]
    any_case: re.Pattern[str]


_LETTER_OF = GREEK | {"pi": "π"}
_NAME_OF = {letter: name for name, letter in _LETTER_OF.items()}
_SIGNS = (
    dict.fromkeys("*×·⋅∙∗•", "*")
    | dict.fromkeys("-−–—", "-")
    | dict.fromkeys("/÷∕", "/")
    | {"+": "+", "^": "^"}
)
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˣⁿ", "0123456789+-()xn", strict=True))
_NUMBER = re.compile(r"[0-9]+\.[0-9]+|\.[0-9]+|[0-9]+")
_SKIP = re.compile(
    r"\s+|\$+|\\(?:left|right|[bB]igg?[lr]?|mathrm|operatorname|text|displaystyle|quad)(?![a-zA-Z])|\\[,;:! ]"
    r"|(?:np|numpy|math)\.(?=[a-zA-Z])"
)
_FRAC = re.compile(r"\\[dt]?frac(?![a-zA-Z])")
_FRAC_DIGITS = re.compile(r"\s*([0-9])\s*([0-9])")
_LATEX_SIGNS = re.compile(r"\\(cdot|times|ast|div)(?![a-zA-Z])")
_BAR = re.compile(r"\\[lr]?vert(?![a-zA-Z])|\|")
_WORD = re.compile(r"[^\W\d_]+")


def vocabulary(variables: tuple[str, ...]) -> Vocabulary:
    """Return the names that can be read with these variables; a variable's name wins over a function's."""
    functions = {spelling: row.name for row in FUNCTIONS.values() for spelling in (row.name, *row.spellings)}
    leaves: dict[str, Expression] = {"pi": Constant("pi"), "π": Constant("pi"), "e": Constant("e")}
    for name in variables:
        leaves[name] = Symbol(name)
        leaves[_LETTER_OF.get(name, name)] = Symbol(name)
        leaves[_NAME_OF.get(name, name)] = Symbol(name)
    functions = {spelling: name for spelling, name in functions.items() if spelling not in leaves}
    longest_first = sorted((*leaves, *functions), key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in longest_first)
    return Vocabulary(variables, leaves, functions, re.compile(pattern), re.compile(pattern, re.IGNORECASE))


def tokens(text: str, words: Vocabulary) -> list[Token]:
    """Cut the whole text; the last token is of kind "end". Raises UnreadableMaths at an unknown piece."""
    found: list[Token] = []
    position = 0
    while position < len(text):
        skipped = _SKIP.match(text, position)
        if skipped:
            position = skipped.end()
            continue
        for token, end in _pieces_at(text, position, words):
            found.append(token)
            position = end
    found.append(Token("end", "", len(text)))
    return found


def _pieces_at(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    """Yield the token (or the few tokens that belong together) at this place, each with where it ends."""
    character = text[position]
    number = _NUMBER.match(text, position)
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
    elif character in _RAISED:
        yield from _raised(text, position, words)
    else:
        yield from _latex_or_name_at(text, position, words)


def _latex_or_name_at(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    bar, frac = _BAR.match(text, position), _FRAC.match(text, position)
    sign = _LATEX_SIGNS.match(text, position)
    if bar:
        yield Token("bar", "|", position), bar.end()
    elif frac:
        yield Token("frac", frac[0], position), frac.end()
        digits = _FRAC_DIGITS.match(text, frac.end())
        if digits:
            yield _digit(text, digits.start(1)), digits.end(1)
            yield _digit(text, digits.start(2)), digits.end(2)
    elif sign:
        yield Token("sign", "/" if sign[1] == "div" else "*", position), sign.end()
    elif text[position] == "\\":
        yield _name(text, position + 1, words)
    else:
        yield _name(text, position, words)


def _number(match: re.Match[str]) -> Token:
    text = match[0]
    if len(text) > LONGEST_NUMBER:
        raise unreadable.long_number(len(text), LONGEST_NUMBER, match.start())
    places = len(text.partition(".")[2])
    return Token("number", text, match.start(), Number(Fraction(text), places))


def _digit(text: str, position: int) -> Token:
    return Token("number", text[position], position, Number(Fraction(text[position])))


def _raised(text: str, position: int, words: Vocabulary) -> Iterator[tuple[Token, int]]:
    """Superscript characters are read as ``^(…)``; each token points to the character it came from."""
    end = position
    while end < len(text) and text[end] in _RAISED:
        end += 1
    plain = "".join(_RAISED[character] for character in text[position:end])
    yield Token("sign", "^", position), end
    yield Token("open", "(", position), end
    for token in tokens(plain, words)[:-1]:
        yield Token(token.kind, token.text, position + token.offset, token.leaf), end
    yield Token("close", ")", end - 1), end


def _name(text: str, position: int, words: Vocabulary) -> tuple[Token, int]:
    known = _known_name(text, position, words)
    if known is None:
        raise _unknown(text, position, words)
    end = position + len(known)
    if known in words.leaves:
        return Token("name", text[position:end], position, words.leaves[known]), end
    return Token("function", words.functions[known], position), end


def _known_name(text: str, position: int, words: Vocabulary) -> str | None:
    """Return the longest known name here; a capital (phones like them) passes where nothing else fits."""
    exact = words.pattern.match(text, position)
    if exact:
        return exact[0]
    folded = words.any_case.match(text, position)
    lowered = folded[0].lower() if folded else ""
    return lowered if lowered in words.leaves or lowered in words.functions else None


def _unknown(text: str, position: int, words: Vocabulary) -> UnreadableMaths:
    word = _WORD.match(text, position)
    if word is None:
        return unreadable.unknown_character(text, position)
    return unreadable.unknown_letters(word[0], position, words.variables)
