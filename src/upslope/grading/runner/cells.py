"""Runs cells of learner code one after another and says what happened. Runs only inside a confined child."""

import ast
import io
import re
import types
import warnings
from typing import Any

MOST_PRINTED = 64 * 1024
MAGIC = re.compile(r"^(\s*)(?:[%!?]|[A-Za-z_][\w, ]*=\s*[%!]|[\w.]+\?+\s*$).*$")
DEFINITIONS = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


class Printed(io.TextIOBase):
    """A stream that keeps the first 64 KiB written to it and forgets the rest."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.room = MOST_PRINTED

    def write(self, text: str) -> int:
        """Keep what there is room for; the whole text counts as written."""
        kept = str(text)[: self.room]
        self.room -= len(kept)
        self.pieces.append(kept)
        return len(text)

    def writable(self) -> bool:
        """Yes."""
        return True

    def take(self) -> str:
        """Return what was written since the last call, and make room again."""
        text, self.pieces, self.room = "".join(self.pieces), [], MOST_PRINTED
        return text


def run_cell(
    source: str, label: str, namespace: dict[str, Any], only_definitions: bool
) -> dict[str, Any] | None:
    """Run the statements of a cell one by one. Return None, or a description of the first error.

    After an error only imports and definitions are still run: a function that stands below a broken plot is
    found.
    """
    try:
        tree = parse(source, label)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return describe(error, label)
    failure: dict[str, Any] | None = None
    for statement in tree.body:
        if (only_definitions or failure) and not isinstance(statement, DEFINITIONS):
            continue
        try:
            exec(compile(ast.Module([statement], []), label, "exec"), namespace)
        except BaseException as error:  # SystemExit and KeyboardInterrupt are only errors of this cell
            failure = failure or describe(error, label)
    return failure


def parse(source: str, label: str) -> ast.Module:
    """Return the tree of a cell. Lines of notebook magic are blanked if the cell cannot be read with them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source, label)
        except SyntaxError:
            plain = without_magic(source)
            if plain == source:
                raise
            return ast.parse(plain, label)


def without_magic(source: str) -> str:
    """Return the cell with magic lines replaced by ``pass``; line numbers stay. A cell of another language
    is empty.
    """
    first = source.lstrip().split("\n", 1)[0]
    if first.startswith("%%") and first[2:].split(" ", 1)[0] not in {"time", "timeit", "capture", "prun"}:
        return ""
    return "\n".join(MAGIC.sub(r"\1pass", line) for line in source.split("\n"))


def unwritten(sources: list[str], names: list[str]) -> list[str]:
    """Return the functions whose last definition has no code yet: nothing but a docstring, ``...`` or
    ``pass``.
    """
    empty: dict[str, bool] = {}
    for source in sources:
        try:
            tree = parse(source, "cell")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in names:
                empty[node.name] = all(_says_nothing(statement) for statement in node.body)
    return [name for name in names if empty.get(name)]


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass)


def describe(error: BaseException, label: str = "") -> dict[str, Any]:
    """Return the kind, the text, the cell and the line of an error, all short."""
    where, line = label, getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    trace: types.TracebackType | None = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith("cell "):
            where, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    try:
        text = str(error.msg if isinstance(error, SyntaxError) else error)
    except BaseException:  # a learner's own exception class may fail while it is printed
        text = ""
    return {"kind": type(error).__name__[:80], "text": text[:300], "cell": where[:40], "line": line}
