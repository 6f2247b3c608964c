"""Lists and counts in sentences."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.timesince import timesince

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def listed(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; an empty list gives an empty text."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, word: str) -> str:
    """Return "no cells", "1 cell", "2 cells" for the word "cell"."""
    if number == 1:
        return f"1 {word}"
    return f"{number or 'no'} {word}s"


def ordinal(number: int) -> str:
    """Return "first" for 1, and so on up to ten; "11th" and the like beyond."""
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"{number}th"


def ago(moment: datetime) -> str:
    """Return "just now", "3 minutes ago", "2 days ago": the largest unit is enough."""
    if timezone.now() - moment < timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment, depth=1)} ago"
