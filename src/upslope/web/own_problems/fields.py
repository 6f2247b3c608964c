"""The fields of a learner's own problem: what stands in them at first, and the table they make."""

from collections.abc import Callable, Mapping
from typing import Any

from upslope.maths import MathsError
from upslope.maths.reading.letters import letters_of
from upslope.web.own_problems.pieces import Piece, pieces

LONGEST = 300  # characters of one field
MOST_ENTRIES = 12
_HIGHEST = {"order": 8, "steps": 6}
_ANY_HIGHEST = 1000
NAMES = ("variables", "variable", "by", "parameters", "parameter", "constants")


class FieldError(MathsError):
    """What is amiss with one field, and at which character."""

    def __init__(self, key: str, message: str, remedy: str, offset: int | None = None) -> None:
        super().__init__(message, remedy)
        self.key = key
        self.offset = offset


def as_text(value: Any) -> str:
    """Return an author's value as a learner would type it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {text}" for name, text in value.items())
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)


def as_value(key: str, text: str, example: Any) -> Any:
    """Return what was typed as a value of the same make as the author's. Raises FieldError."""
    if len(text) > LONGEST:
        raise FieldError(
            key, f"This text has {len(text)} characters.", f"Up to {LONGEST} are fine; can you shorten it?"
        )
    if not text.strip():
        raise FieldError(key, "There is nothing here yet.", f"For example: {as_text(example)}")
    return _reader(example)(key, text)


def _reader(example: Any) -> Callable[[str, str], Any]:
    if isinstance(example, Mapping):
        return _mapping
    if isinstance(example, int):
        return _whole
    return _entries if isinstance(example, list | tuple) else _single


def _single(key: str, text: str) -> str:
    return _name(key, Piece(text.strip(), 0)) if key in NAMES else text.strip()


def _whole(key: str, text: str) -> int:
    highest = _HIGHEST.get(key, _ANY_HIGHEST)
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 5 and int(digits) <= highest):
        raise FieldError(key, "I need a whole number here.", f"Anything from 0 to {highest} is fine.")
    return int(digits)


def _entries(key: str, text: str) -> list[str]:
    return [_name(key, piece) if key in NAMES else piece.text for piece in _some(key, text)]


def _mapping(key: str, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for piece in _some(key, text):
        name, *value = piece.split("=")
        if not value or not value[0].text:
            raise FieldError(
                key,
                "I miss a letter, an equals sign and what it is.",
                "Write for example x = 1.",
                piece.start,
            )
        found[_name(key, name)] = value[0].text
    return found


def _some(key: str, text: str) -> tuple[Piece, ...]:
    found = pieces(text)
    if not 0 < len(found) <= MOST_ENTRIES:
        raise FieldError(
            key,
            f"I count {len(found)} entries here.",
            f"Write 1 to {MOST_ENTRIES}, with commas between them.",
        )
    return found


def _name(key: str, piece: Piece) -> str:
    if letters_of(piece.text) != (piece.text,):
        raise FieldError(
            key, "I need a single letter here.", "Any letter but e, which is a number, will do.", piece.start
        )
    return piece.text
