"""Which keys of a worked example a learner may change: ``yours = { function = "What to make large" }``."""

from pathlib import Path
from typing import Any

from markdown_it.token import Token

from upslope.course.errors import ContentError
from upslope.course.schema import OwnProblemChunk
from upslope.course.source import parse_toml
from upslope.course.table import Table


def own_problem(token: Token, path: Path, line: int, name: str) -> OwnProblemChunk | None:
    """Return what the page asks below a worked example; None where all of it stays as it is.

    Raises ContentError for a key that is not there or cannot be typed in one line, and inside a box.
    """
    table = Table(parse_toml(token.content, path, line + 1), path, line, "this worked example")
    if not table.has("yours"):
        return None
    labels = table.mapping("yours")
    if token.level:
        raise ContentError(
            path, line, "An example with yours stands inside a box.", "Move it out of the box."
        )
    spec = {key: value for key, value in table.data.items() if key != "yours"}
    for key in labels:
        if key == "kind" or not _is_typed(spec.get(key)):
            able = ", ".join(other for other in spec if other != "kind" and _is_typed(spec[other]))
            raise table.complain(f"Nobody can type another {key!r}.", f"What can be changed: {able}.")
    return OwnProblemChunk(name, spec, labels)


def _is_typed(value: Any) -> bool:
    """Whether a person can type it: a text, a whole number, some texts, or texts with names."""
    if isinstance(value, list | dict):
        entries = value.values() if isinstance(value, dict) else value
        return bool(value) and all(isinstance(entry, str) for entry in entries)
    return isinstance(value, str | int) and not isinstance(value, bool)
