"""Which letters a text uses, for those who write maths without saying first what its variables are."""

import re
import string

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.expression import Symbol
from upslope.maths.expressions.functions import FUNCTIONS, GREEK
from upslope.maths.reading.parser import LONGEST
from upslope.maths.reading.tokens import tokens
from upslope.maths.reading.vocabulary import vocabulary

_PLAIN = tuple(letter for letter in string.ascii_letters if letter != "e") + tuple(GREEK)
_WITH_INDEX = re.compile(r"([^\W\d_]+)_(?:\{(\w+)\}|(\w))")


def letters_of(text: str) -> tuple[str, ...]:
    """Return the names that stand for numbers in the text, sorted: single letters, Greek ones, ``x_1``.

    Functions are no letters, nor are ``e`` and ``pi``; every other letter is one of its own, so ``ab`` holds
    two. A text that cannot be read gives the letters up to where reading stops. Nothing is raised.
    """
    indexed = {f"{name}_{braced or plain}" for name, braced, plain in _WITH_INDEX.findall(text[:LONGEST])}
    indexed -= {spelling for row in FUNCTIONS.values() for spelling in row.spellings}
    try:
        pieces = tokens(text[:LONGEST], vocabulary((*_PLAIN, *sorted(indexed))))
    except UnreadableMaths as problem:
        return letters_of(text[: problem.offset]) if problem.offset else ()
    return tuple(sorted({piece.leaf.name for piece in pieces if isinstance(piece.leaf, Symbol)}))
