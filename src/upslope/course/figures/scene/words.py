"""Texts in which numbers live: ``"slope {slope}"``, ``"at {x0 + h:3}"``."""

import re

from upslope.course.figures.scene.primitives import Live, Words
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table

IN_BRACES = re.compile(r"\{([^{}]*)\}")
USUAL_DIGITS, MOST_DIGITS = 2, 9


def read_words(text: str, table: Table, key: str, vocabulary: Vocabulary) -> Words:
    """Return the pieces of a text. Raises ContentError for braces that hold no formula."""
    pieces: list[str | Live] = []
    for place, piece in enumerate(IN_BRACES.split(text)):
        if place % 2:
            pieces.append(_live(piece, table, key, vocabulary))
        elif piece:
            pieces.append(piece)
    if any("{" in piece or "}" in piece for piece in pieces if isinstance(piece, str)):
        raise table.complain(
            f"In {table.what}, {key} has a brace that is alone: {text!r}.", "Write {name} or {name:decimals}."
        )
    return tuple(pieces)


def _live(inside: str, table: Table, key: str, vocabulary: Vocabulary) -> Live:
    formula, colon, digits = inside.partition(":")
    if colon and (not digits.strip().isdecimal() or int(digits) > MOST_DIGITS):
        raise table.complain(
            f"In {table.what}, {key} asks for {digits.strip()!r} decimals in {{{inside}}}.",
            f"Write how many, from 0 to {MOST_DIGITS}: {{{formula}:3}}.",
        )
    return Live(vocabulary.formula(formula, table, key), int(digits) if colon else USUAL_DIGITS)
