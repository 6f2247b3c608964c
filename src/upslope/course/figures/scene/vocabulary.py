"""Every name that may stand in a scene's formulas, and the way from an author's text to a tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from upslope.course.figures.scene.calls import MOST_CALLS, PLACEHOLDER, Call, take_calls
from upslope.course.figures.scene.functions import GIVEN, Function
from upslope.course.figures.scene.panels import Panel
from upslope.course.figures.scene.rows import Rows, Sequence
from upslope.course.table import Table
from upslope.maths import Expression, MathsError, number, parse_scalar, symbol

_PLACEHOLDERS = tuple(f"{PLACEHOLDER}{index}" for index in range(MOST_CALLS))


@dataclass(frozen=True)
class Vocabulary:
    """What formulas and marks may speak about; ``state`` are the numbers that a learner moves."""

    names: tuple[str, ...]
    state: tuple[str, ...] = ()
    functions: Mapping[str, Function] = field(default_factory=lambda: dict(GIVEN))
    tables: Mapping[str, Rows | Sequence] = field(default_factory=dict)
    panels: tuple[Panel, ...] = ()
    renamed: Mapping[str, Expression] = field(default_factory=dict)

    def knowing(self, names: Iterable[str]) -> "Vocabulary":
        """Return the vocabulary with more names for numbers."""
        return replace(self, names=tuple(dict.fromkeys((*self.names, *names))))

    def running(self, *letters: str) -> tuple["Vocabulary", tuple[str, ...]]:
        """Return the vocabulary with letters that run, or are parameters, and what these are called inside.

        That is another name where the letter already means a number: in ``x + f(x)`` the body of f may speak
        of that number.
        """
        inner = tuple(PLACEHOLDER + letter if letter in self.names else letter for letter in letters)
        renamed = {old: symbol(new) for old, new in zip(letters, inner, strict=True) if old != new}
        known = self.knowing(letters)
        return replace(known, renamed={**self.renamed, **renamed}), inner

    def formula(self, value: object, table: Table, key: str) -> Expression:
        """Return the tree of an author's text or number. Raises ContentError with every name there is."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number(value)
        if not isinstance(value, str) or not value.strip():
            raise table.complain(
                f"In {table.what}, {key} is {value!r}.", f'It must be a number or a formula: {key} = "2 x".'
            )
        try:
            return self.tree(value)
        except (ValueError, MathsError) as error:
            said = error.message if isinstance(error, MathsError) else str(error)
            raise table.complain(
                f"In {table.what}, {key} = {value!r} cannot be read: {said}", self._remedy(error)
            ) from None

    def tree(self, text: str) -> Expression:
        """Return the tree of a formula. Raises ValueError and MathsError, both with a sentence."""
        rest, calls = take_calls(text, self.functions)
        tree = _parsed(rest, (*self.names, *_PLACEHOLDERS[: len(calls)]))
        worked = {name: self._called(call) for name, call in zip(_PLACEHOLDERS, calls, strict=False)}
        replaced = {**self.renamed, **worked}
        return tree.substitute(replaced) if replaced else tree

    def _called(self, call: Call) -> Expression:
        arguments = tuple(self.tree(argument) for argument in call.arguments)
        return self.functions[call.name].called(call, arguments)

    def _remedy(self, error: Exception) -> str:
        own = (f"{name}({', '.join(f.letters)})" for name, f in self.functions.items() if name not in GIVEN)
        names = f"The names here are: {', '.join((*self.names, *own)) or 'none'}."
        # The reader's own list of names is shorter than the one here, which knows of functions.
        help_of_its_own = isinstance(error, MathsError) and not error.remedy.startswith("You can use")
        return f"{error.remedy} {names}" if help_of_its_own and isinstance(error, MathsError) else names


@lru_cache(maxsize=4096)
def _parsed(text: str, names: tuple[str, ...]) -> Expression:
    """Read a text once, however often its page is rendered."""
    return parse_scalar(text, names)
