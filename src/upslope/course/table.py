"""Takes values out of an author's TOML table; complains of missing, mistyped and unknown ones."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError


class Table:
    """A TOML table being read: remembers which keys were asked for, so that misspelt ones are found."""

    def __init__(self, data: Mapping[str, Any], path: Path, line: int, what: str) -> None:
        self.data = data
        self.path = path
        self.line = line
        self.what = what
        self._asked: set[str] = set()

    def complain(self, what: str, remedy: str) -> ContentError:
        """Return the error for this place."""
        return ContentError(self.path, self.line, what, remedy)

    def has(self, name: str) -> bool:
        """Whether the table has ``name``; it then counts as known."""
        self._asked.add(name)
        return name in self.data

    def text(self, name: str, default: str | None = None) -> str:
        """Return a non-empty text. Raises ContentError."""
        value = self._value(name, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self._mistyped(name, value, 'a text, for example "slope"')
        return value

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number of 0 or more. Raises ContentError."""
        value = self._value(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._mistyped(name, value, "a whole number, 0 or more")
        return value

    def number(self, name: str, default: float | None = None) -> float:
        """Return a number. Raises ContentError."""
        value = self._value(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._mistyped(name, value, "a number")
        return float(value)

    def flag(self, name: str) -> bool:
        """Return true or false, which is what it is when nothing is said. Raises ContentError."""
        value = self._value(name, False)
        if not isinstance(value, bool):
            raise self._mistyped(name, value, "true or false")
        return value

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of different texts. Raises ContentError."""
        value = self.repeated_texts(name, default)
        twice = next((entry for entry in value if value.count(entry) > 1), None)
        if twice is not None:
            raise self.complain(f"In {self.what}, {name} names {twice!r} twice.", "Keep it once.")
        return tuple(value)

    def repeated_texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts, of which two may be the same. Raises ContentError."""
        value = self._value(name, default)
        if not isinstance(value, list | tuple) or not all(isinstance(entry, str) for entry in value):
            raise self._mistyped(name, value, 'a list of texts, for example ["slope", "secant"]')
        return tuple(value)

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return a list of numbers. Raises ContentError."""
        value = self._value(name, None)
        if not isinstance(value, list) or not all(
            isinstance(entry, int | float) and not isinstance(entry, bool) for entry in value
        ):
            raise self._mistyped(name, value, "a list of numbers, for example [0.5, 1]")
        return tuple(map(float, value))

    def mapping(self, name: str) -> dict[str, str]:
        """Return a table of texts. Raises ContentError."""
        return self._checked_mapping(name, self._value(name, None))

    def mappings(self, name: str) -> list[dict[str, str]]:
        """Return a list of tables of texts. Raises ContentError."""
        return [self._checked_mapping(name, entry) for entry in self.tables(name)]

    def _checked_mapping(self, name: str, value: object) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
            raise self._mistyped(name, value, 'a table of texts, for example { x = "t^2", y = "3t" }')
        return value

    def tables(self, name: str) -> list[dict[str, Any]]:
        """Return a list of tables. Raises ContentError."""
        value = self._value(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self._mistyped(name, value, f"a list of tables, [[{name}]]")
        return value

    def finish(self) -> None:
        """Raise ContentError if the table has a key that was never asked for."""
        for name in self.data:
            if name not in self._asked:
                close = get_close_matches(name, self._asked, 1)
                remedy = (
                    f"Did you mean {close[0]!r}?"
                    if close
                    else f"It can have: {', '.join(sorted(self._asked))}."
                )
                raise self.complain(f"Nothing in {self.what} is called {name!r}.", remedy)

    def _value(self, name: str, default: Any) -> Any:
        self._asked.add(name)
        if name in self.data:
            return self.data[name]
        if default is None:
            raise self.complain(
                f"{self.what[0].upper()}{self.what[1:]} has no {name}.", f"Add {name} = … to it."
            )
        return default

    def _mistyped(self, name: str, value: object, wanted: str) -> ContentError:
        return self.complain(f"In {self.what}, {name} is {value!r}.", f"It must be {wanted}.")
