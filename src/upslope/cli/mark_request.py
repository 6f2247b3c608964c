"""One line of ``upslope mark`` as a request that has been checked, field by field."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from upslope.maths import Expression, MathsError, letters_of, symbol
from upslope.maths.equality.equality import CONSTANT_LETTERS
from upslope.maths.equality.equivalence import UpTo
from upslope.maths.equality.forms import FORMS, Form
from upslope.maths.equality.sampling import Box, check_box
from upslope.maths.expressions.matrix import shape_of
from upslope.maths.reading.parser import parse

LONGEST_LINE = 65536
_UP_TO: tuple[UpTo, ...] = get_args(UpTo)
_Choice = TypeVar("_Choice", bound=str)


class Unmarkable(Exception):
    """A line that cannot be marked: whose fault it is, and a sentence on it."""

    def __init__(self, message: str, blame: Literal["key", "line"] = "line") -> None:
        super().__init__(message)
        self.message = message
        self.blame = blame


@dataclass(frozen=True)
class Request:
    """A key that has been read, an answer that has not, and how they are to be compared."""

    key: Expression
    answer: str
    variables: tuple[str, ...]
    domain: Box
    up_to: UpTo | None
    form: Form | None


def read_request(line: bytes) -> Request:
    """Return what a line asks for. Raises Unmarkable, and nothing else."""
    fields = _fields(line)
    key_text, answer = _text(fields, "key"), _text(fields, "answer")
    domain = _domain(fields.get("domain"))
    up_to = _choice(fields, "up_to", _UP_TO)
    declared = _names(fields.get("variables"))
    key = _key(key_text, letters_of(key_text) if declared is None else declared)
    variables = tuple(sorted(key.variables.union(domain))) or ("x",) if declared is None else declared
    if up_to == "constant":
        variables = (*variables, *(name for name in CONSTANT_LETTERS if name not in variables))
    return Request(key, answer, variables, domain, up_to, _choice(fields, "form", FORMS))


def _fields(line: bytes) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        raise Unmarkable(f"This line is longer than {LONGEST_LINE} bytes.")
    if not line.strip():
        raise Unmarkable("This line is empty.")
    try:
        fields = json.loads(line.decode("utf-8-sig").rstrip())
    except UnicodeDecodeError as error:
        raise Unmarkable(f"This line is not UTF-8: see its byte {error.start}.") from error
    except RecursionError as error:
        raise Unmarkable("This line is nested too deeply.") from error
    except json.JSONDecodeError as error:
        raise Unmarkable(f"This line is not JSON: {error.msg} (character {error.pos}).") from error
    except ValueError as error:  # a number of thousands of digits
        raise Unmarkable("This line has a number with too many digits.") from error
    if not isinstance(fields, dict):
        raise Unmarkable('This line is JSON, but no object: write {"key": "2x", "answer": "x + x"}.')
    return fields


def _text(fields: Mapping[str, Any], name: str) -> str:
    if name not in fields:
        raise Unmarkable(f"This line has no {name!r}.")
    if not isinstance(fields[name], str):
        raise Unmarkable(f"{name!r} must be text in quotation marks.")
    return str(fields[name])


def _choice(fields: Mapping[str, Any], name: str, choices: tuple[_Choice, ...]) -> _Choice | None:
    given = fields.get(name)
    if given is None:
        return None
    chosen = next((choice for choice in choices if choice == given), None)
    if chosen is None:
        raise Unmarkable(f"{name!r} must be one of {', '.join(map(json.dumps, choices))}.")
    return chosen


def _names(given: Any) -> tuple[str, ...] | None:
    if given is None:
        return None
    if not isinstance(given, list) or not all(isinstance(name, str) for name in given):
        raise Unmarkable('\'variables\' must be a list of names, such as ["x", "y"].')
    return tuple(_checked(symbol, name).name for name in dict.fromkeys(given))


def _domain(given: Any) -> Box:
    if given is None:
        return {}
    if not isinstance(given, dict) or not all(map(_is_interval, given.values())):
        raise Unmarkable("'domain' must give two numbers for each letter, such as {\"x\": [0, 5]}.")
    try:
        box = {_checked(symbol, name).name: (float(low), float(high)) for name, (low, high) in given.items()}
    except OverflowError as error:
        raise Unmarkable("'domain' has a number that is far too big.") from error
    _checked(check_box, box)
    return box


def _is_interval(given: Any) -> bool:
    return isinstance(given, list) and len(given) == 2 and all(type(end) in (int, float) for end in given)


_Given = TypeVar("_Given")
_Found = TypeVar("_Found")


def _checked(check: Callable[[_Given], _Found], given: _Given) -> _Found:
    try:
        return check(given)
    except ValueError as error:
        raise Unmarkable(str(error)) from error


def _key(text: str, variables: tuple[str, ...]) -> Expression:
    try:
        key = parse(text, variables)
        shape_of(key)
    except MathsError as error:
        raise Unmarkable(f"The key cannot be read: {error}", blame="key") from error
    return key
