"""Calls of an author's functions in a formula: ``f(x0)``, ``f''(2 a)``, ``g_xy(u, v)``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

PLACEHOLDER = "ƒ"
"""Stands, with a number, for a call while the rest of the formula is read; nobody types it."""

MOST_CALLS = 12
_PRIMES = str.maketrans({"′": "'", "’": "'", "″": "''"})


@dataclass(frozen=True)
class Call:
    """``primes`` are ``''``, ``letters`` what stands behind ``_``; the arguments are still text."""

    name: str
    primes: str
    letters: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        behind = f"_{self.letters}" if self.letters else self.primes
        return f"{self.name}{behind}({', '.join(self.arguments)})"


def take_calls(text: str, functions: Iterable[str]) -> tuple[str, tuple[Call, ...]]:
    """Return the formula with ``(ƒ0)``, ``(ƒ1)`` … in place of its outermost calls, and the calls.

    Raises ValueError with a sentence for brackets that do not close and for too many calls.
    """
    names = "|".join(re.escape(name) for name in sorted(functions, key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\W\d])(?P<name>{names})(?:(?P<primes>'+)|_(?P<letters>\w+))?\s*\(")
    calls: list[Call] = []
    text, rest = text.translate(_PRIMES), ""
    while found := pattern.search(text):
        arguments, end = _arguments(text, found.end())
        # A number behind a gap multiplies; right behind a bracket it might be meant as a power.
        times = "*" if re.match(r"\s+[\d.]", text[end:]) else ""
        rest += f"{text[: found.start()]} ({PLACEHOLDER}{len(calls)}){times}"
        calls.append(Call(found["name"], found["primes"] or "", found["letters"] or "", arguments))
        text = text[end:]
    if len(calls) > MOST_CALLS:
        raise ValueError(f"it calls functions {len(calls)} times; {MOST_CALLS} calls are the most.")
    return rest + text, tuple(calls)


def _arguments(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return what stands between brackets that are already open, parted by commas, and where they close."""
    depth, cuts = 1, [start]
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            edges = [*cuts, place + 1]
            pieces = [text[a : b - 1].strip() for a, b in pairwise(edges)]
            return tuple(pieces), place + 1
        if depth == 1 and text[place] == ",":
            cuts.append(place + 1)
    raise ValueError("a bracket is opened and never closed.")
