"""Whether a picture's alternative text says something to someone who cannot see the picture."""

import re

FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|pdf)", re.IGNORECASE)
FEWEST_WORDS = 4


def flaw_of(alternative: str) -> str:
    """Return what is wrong with an alternative text, or an empty text."""
    words = alternative.split()
    if not words:
        return "is empty"
    if FILE_NAME.fullmatch(alternative.strip()):
        return f"is the name of a file, {alternative!r}"
    if len(words) < FEWEST_WORDS:
        return f"says next to nothing, {alternative!r}"
    return ""
