"""Runs cells of learner code one after another and says what happened. Runs only inside a confined child."""

import ast
import io
import re
import types
from functools import cache
from typing import Any

from .magic import parse

MOST_PRINTED = 64 * 1024
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
MAY_TAKE_LONG = (ast.Call, ast.Await, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


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

    After an error only imports, definitions and assignments are still run: a function that stands below a
    broken plot is found, with the numbers it uses.
    """
    try:
        tree = _tree_of(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return describe(error, label)
    failure: dict[str, Any] | None = None
    for statement in tree.body:
        of_use = defines(statement) or (isinstance(statement, ASSIGNMENTS) and not only_definitions)
        if (only_definitions or failure) and not of_use:
            continue
        try:
            exec(compile(ast.Module([statement], []), label, "exec"), namespace)
        except BaseException as error:  # SystemExit and KeyboardInterrupt are only errors of this cell
            failure = failure or describe(error, label)
    return failure


@cache
def _tree_of(source: str) -> ast.Module:
    """Read a cell once, though it is looked at twice: to run it, and for functions not written yet."""
    return parse(source, "cell")


def defines(statement: ast.stmt) -> bool:
    """Whether a statement defines something (or takes it back) and does no work: a function, a constant; or a
    condition or a ``try`` with nothing but such inside.
    """
    if isinstance(statement, ASSIGNMENTS):
        return isinstance(statement.value, ast.Lambda) or _is_quick(statement)
    if isinstance(statement, ast.If):
        return _is_quick(statement.test) and all(map(defines, [*statement.body, *statement.orelse]))
    if isinstance(statement, ast.Try):
        handled = [inner for handler in statement.handlers for inner in handler.body]
        inside = [*statement.body, *handled, *statement.orelse, *statement.finalbody]
        return all(map(defines, inside))
    return isinstance(statement, (*DEFINITIONS, ast.Delete, ast.Pass))


def _is_quick(node: ast.AST) -> bool:
    return not any(isinstance(part, MAY_TAKE_LONG) for part in ast.walk(node))


def unwritten(sources: list[str], names: list[str]) -> list[str]:
    """Return the functions whose last definition has no code yet: nothing but a docstring, ``...`` or
    ``pass``.
    """
    empty: dict[str, bool] = {}
    defined = re.compile(rf"\bdef\s+(?:{'|'.join(map(re.escape, names))})\b")
    for source in filter(defined.search, sources):  # reading the others again would take a millisecond
        try:
            tree = _tree_of(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in names:
                empty[node.name] = all(_says_nothing(statement) for statement in node.body)
    return [name for name in names if empty.get(name)]


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Raise) and statement.exc is not None:
        return "NotImplementedError" in ast.dump(statement.exc)
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
