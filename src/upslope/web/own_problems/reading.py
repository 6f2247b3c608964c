"""A learner's texts as the table of a worked example: which letters they use, and what cannot be read."""

from collections.abc import Iterator, Mapping
from typing import Any

from upslope.course import OwnProblemChunk
from upslope.maths import UnreadableMaths, parse, parse_scalar
from upslope.maths.reading.letters import letters_of
from upslope.web.own_problems.fields import NAMES, FieldError, as_value
from upslope.web.own_problems.pieces import Piece, pieces

Spec = dict[str, Any]

_NUMBERS = ("at", "start", "step", "direction", "x", "y", "from", "to")
_WORDS = ("kind", "scheme")
_MOST_LETTERS = 3
_OWN_LETTERS = ("by", "path", "parameters", "x")


def table_of(problem: OwnProblemChunk, typed: Mapping[str, str]) -> Spec:
    """Return the example's table with what was typed in it. Raises FieldError where that cannot be read."""
    spec: Spec = dict(problem.spec)
    for key in problem.labels:
        spec[key] = as_value(key, typed[key], problem.spec[key])
    spec |= _letters(problem, spec)
    _check_places(problem, spec)
    known = _known(spec)
    for key in problem.labels:
        _check(key, typed[key], spec[key], known)
    return spec


def _letters(problem: OwnProblemChunk, spec: Spec) -> Spec:
    """The letters that the typed formulas have, where it goes without saying which they are."""
    found = letters_of(" , ".join(text for key in spec if _is_formula(key) for text in _texts(spec[key])))
    if "variables" in spec:
        given = spec["variables"]
        is_said = "constants" in spec or "variables" in problem.labels or set(found) == set(given)
        are_letters = (
            2 <= len(found) <= max(_MOST_LETTERS, len(given))
        )  # of more, some are a word nobody knows
        return {"variables": list(found)} if are_letters and not is_said else {}
    is_plain = "function" in spec and not any(key in spec for key in _OWN_LETTERS)
    return {"variable": found[0]} if is_plain and len(found) == 1 else {}


def _check_places(problem: OwnProblemChunk, spec: Spec) -> None:
    """Raise FieldError where a point does not name each variable once."""
    for key in problem.labels:
        if isinstance(spec[key], Mapping) and key in _NUMBERS and "variables" in spec:
            names = " and ".join(spec["variables"])
            if set(spec[key]) != set(spec["variables"]):
                raise FieldError(key, f"I need a number for each of {names}, and for nothing else.", "")


def _known(spec: Spec) -> tuple[str, ...]:
    """Every letter that some formula of the example may have; which one may have which, its kind knows."""
    letters = [name for key in NAMES if key in spec for name in _texts(spec[key])]
    letters += [name for value in spec.values() if isinstance(value, Mapping) for name in value]
    letters += ["t"] if "path" in spec and "parameter" not in spec else []
    letters += ["x"] if "variable" not in spec and not {"variables", "by"} & set(spec) else []
    return tuple(dict.fromkeys(letters))


def _check(key: str, text: str, value: Any, letters: tuple[str, ...]) -> None:
    """Read each formula of a field. Raises FieldError with the place in the field's text."""
    if key in (*NAMES, *_WORDS) or isinstance(value, int):
        return
    for piece in _formulas(text, value):
        try:
            read = parse if key == "matrix" else parse_scalar
            read(piece.text, () if key in _NUMBERS else letters)
        except UnreadableMaths as error:
            offset = None if error.offset is None else piece.start + error.offset
            raise FieldError(key, error.message, error.remedy, offset) from None


def _formulas(text: str, value: Any) -> Iterator[Piece]:
    if isinstance(value, str):
        yield Piece(text.strip(), len(text) - len(text.lstrip()))
        return
    for piece in pieces(text):
        yield from piece.split("=")[1 if isinstance(value, Mapping) else 0 :]


def _is_formula(key: str) -> bool:
    return key not in (*NAMES, *_NUMBERS, *_WORDS)


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return tuple(value) if isinstance(value, list | tuple) else (str(value),)
