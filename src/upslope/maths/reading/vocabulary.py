"""Every name that can be read with certain variables: theirs, and those of functions and constants."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from upslope.maths.expressions.expression import Constant, Expression, Symbol
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.special_names import greek_spellings, spelled


@dataclass(frozen=True)
class Vocabulary:
    """Plain words by their spellings, and names with an index, a layer or a fraction line by patterns."""

    variables: tuple[str, ...]
    leaves: dict[str, Expression]
    functions: dict[str, str]
    special: tuple[str, ...]

    @cached_property
    def plain_words(self) -> re.Pattern[str]:
        """Matches the longest plain word."""
        return re.compile(self._plain_text)

    @cached_property
    def special_names(self) -> re.Pattern[str]:
        """Matches a special name; the number of its group is its place in ``special``, counted from 1."""
        return re.compile(self._special_text)

    @cached_property
    def in_any_case(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Both patterns, small and capital letters alike: plain words, then special names."""
        return re.compile(self._plain_text, re.IGNORECASE), re.compile(self._special_text, re.IGNORECASE)

    @property
    def _plain_text(self) -> str:
        return _longest_first((*self.leaves, *self.functions))

    @property
    def _special_text(self) -> str:
        patterns = (spelled(name, self.variables) for name in self.special)
        return "|".join(f"({pattern})" for pattern in patterns) or r"(?!)"

    def plain_at(self, text: str, position: int) -> str | None:
        """Return the longest plain word here."""
        exact = self.plain_words.match(text, position)
        return exact[0] if exact else None

    def plain_in_any_case_at(self, text: str, position: int) -> str | None:
        """The same, with capitals for small letters: phones like to begin with one."""
        folded = self.in_any_case[0].match(text, position)
        lowered = folded[0].lower() if folded else ""
        return lowered if lowered in self.leaves or lowered in self.functions else None

    def special_at(self, text: str, position: int) -> tuple[str, int] | None:
        """Return the special name that is typed here in one of its ways, and where it ends."""
        if not self.special:
            return None
        return self._named(self.special_names.match(text, position))

    def special_in_any_case_at(self, text: str, position: int) -> tuple[str, int] | None:
        """The same, with capitals for small letters."""
        return self._named(self.in_any_case[1].match(text, position)) if self.special else None

    def _named(self, found: re.Match[str] | None) -> tuple[str, int] | None:
        return (self.special[(found.lastindex or 1) - 1], found.end()) if found else None


def _longest_first(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=256)
def vocabulary(variables: tuple[str, ...]) -> Vocabulary:
    """Return the names that can be read with these variables; a variable's name wins over a function's."""
    functions = {spelling: row.name for row in FUNCTIONS.values() for spelling in (row.name, *row.spellings)}
    leaves: dict[str, Expression] = {"pi": Constant("pi"), "π": Constant("pi"), "e": Constant("e")}
    special = []
    for name in variables:
        if spelled(name, variables) is None:
            leaves |= dict.fromkeys(greek_spellings(name), Symbol(name))
        else:
            special.append(name)
    # A name declared as it is typed wins over another that may be spelled so: sigma and σ can be two.
    leaves |= {name: Symbol(name) for name in variables if name in leaves}
    functions = {spelling: name for spelling, name in functions.items() if spelling not in leaves}
    return Vocabulary(variables, leaves, functions, tuple(sorted(special, key=len, reverse=True)))
