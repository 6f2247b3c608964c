"""Loads an author's question.py by its path, after checking what it imports."""

import ast
import importlib.util
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import numpy as np

from upslope.course.errors import ContentError
from upslope.course.source import read_text
from upslope.questions.variant import Draw

Generate = Callable[[np.random.Generator], Draw]
ALLOWED = ("upslope.questions", "upslope.maths", "numpy", "fractions", "math", "collections.abc")
ALLOWED_BELOW = ("numpy.", "upslope.questions.misconceptions")


class _FreshLoader(SourceFileLoader):
    """Compiles every time: a byte-code file is not refreshed by two edits within one second."""

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.get_data(self.path), self.path)


def load_generate(path: Path) -> Generate:
    """Return the ``generate`` function of a question.py. Raises ContentError."""
    _check_imports(path)
    name = "upslope_question_" + "_".join(path.parts[-4:-1]).replace("-", "_")
    spec = importlib.util.spec_from_loader(name, _FreshLoader(name, str(path)))
    if spec is None or spec.loader is None:
        raise ContentError(path, 1, "Python cannot load this file.", "Check its name.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ContentError(
            path, _failing_line(error, path), f"It fails while loading: {_told(error)}", "Mend it."
        ) from error
    generate = getattr(module, "generate", None)
    if not callable(generate):
        raise ContentError(path, 1, "There is no function generate.", "Write: def generate(rng) -> Draw.")
    return generate  # type: ignore[no-any-return]  # an author's module has no types at hand


def run_generate(generate: Generate, seed: int, path: Path) -> Draw:
    """Return the draw for ``seed``.

    Raises ContentError when the author's code fails or returns something else.
    """
    try:
        draw = generate(np.random.default_rng(seed))
    except Exception as error:
        line = _failing_line(error, path)
        raise ContentError(
            path, line, f"With seed {seed} it fails: {_told(error)}", "Draw so that it cannot."
        ) from error
    if not isinstance(draw, Draw):
        raise ContentError(path, 1, f"generate returned {draw!r}.", "Return Draw({…}, (part, …)).")
    return draw


def _check_imports(path: Path) -> None:
    try:
        tree = ast.parse(read_text(path))
    except SyntaxError as error:
        raise ContentError(
            path, error.lineno or 1, f"This is not Python: {error.msg}.", "Mend the line."
        ) from None
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _imported(node):
                if name not in ALLOWED and not name.startswith(ALLOWED_BELOW):
                    what, remedy = (
                        f"A question may not import {name!r}.",
                        f"It may import {', '.join(ALLOWED)}.",
                    )
                    raise ContentError(path, node.lineno, what, remedy)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return ["." * node.level + (node.module or "")]


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(".") + "."


def _failing_line(error: BaseException, path: Path) -> int:
    """Return the last line of ``path`` that the error passed through; 1 if none."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
