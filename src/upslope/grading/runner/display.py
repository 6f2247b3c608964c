"""Runs one cell of an interactive session and collects what it shows: text, pictures, rich values, an
error.
"""

import ast
import importlib
import io
import signal
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from .array_tables import table_of
from .cells import Printed, describe
from .frames import Frame
from .magic import parse

MOST_TEXT = 64 * 1024
LARGEST_PICTURE = 3 * 1024 * 1024
MOST_OUTPUTS = 40
Outputs = list[tuple[str, str]]


def run(source: str, label: str, namespace: dict[str, Any], printed: Printed) -> Frame:
    """Run a cell; return its outputs in order, and the error that ended it, if one did."""
    outputs: Outputs = []

    def show(*values: object) -> None:
        _flush(outputs, printed)
        for value in values:
            outputs.append(_rich(value))

    namespace["display"] = show
    plots = _plots_shown_by(lambda: _pictures(outputs, printed))
    failure = None
    try:
        # Only a running cell can be interrupted: at any other moment half a frame would be lost.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _run_statements(source, label, namespace, show)
    except BaseException as error:  # every error of a cell is shown to its author
        failure = describe(error, label)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _flush(outputs, printed)
    try:
        plots()
    except BaseException as error:  # a figure that cannot be drawn fails only now
        failure = failure or describe(error, label)
    return _frame(outputs, failure)


def _run_statements(source: str, label: str, namespace: dict[str, Any], show: Callable[..., None]) -> None:
    tree = parse(source, label)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, label, "exec"), namespace)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), label, "eval"), namespace)
        if value is not None and not source.rstrip().endswith(";"):
            namespace["_"] = value
            show(value)


def _flush(outputs: Outputs, printed: Printed) -> None:
    text = printed.take()
    if text:
        outputs.append(("text", text))


def _rich(value: object) -> tuple[str, str]:
    for method, kind in (("_repr_svg_", "svg"), ("_repr_html_", "html")):
        make = getattr(value, method, None)
        shown = make() if callable(make) and not isinstance(value, type) else None
        if isinstance(shown, str):
            return kind, shown
    table = table_of(value)
    if table is not None:
        return "html", table
    with np.printoptions(precision=6, threshold=200):
        return "text", repr(value)[:MOST_TEXT]


def _plots_shown_by(show: Callable[[], None]) -> Callable[[], None]:
    """Make ``plt.show()`` put the pictures where they belong in the output; return what shows those left
    over.
    """
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return lambda: None
    # pyplot's own would look for a window
    pyplot.show = lambda *_, **__: show()  # type: ignore[attr-defined]  # a module takes any attribute
    return show


def warm_up() -> None:
    """Draw one picture for nobody: what plotting loads late is then loaded once, not in every session."""
    outputs: Outputs = []
    importlib.import_module("matplotlib.pyplot").plot([0, 1])
    _pictures(outputs, Printed())


def _pictures(outputs: Outputs, printed: Printed) -> None:
    pyplot: Any = sys.modules["matplotlib.pyplot"]
    _flush(outputs, printed)
    try:
        for number in pyplot.get_fignums():
            target = io.StringIO()
            pyplot.figure(number).savefig(target, format="svg", bbox_inches="tight", metadata={"Date": None})
            picture = target.getvalue()
            outputs.append(("svg", picture[picture.index("<svg") :]))
    finally:
        pyplot.close("all")


def _frame(outputs: Outputs, failure: dict[str, Any] | None) -> Frame:
    kinds, arrays, room = [], [], 7 * 1024 * 1024
    for kind, text in outputs[:MOST_OUTPUTS]:
        data = text.encode("utf-8", "replace")
        if len(data) > min(LARGEST_PICTURE, room):
            kind, data = "text", b"[This output was too large to show.]"
        room -= len(data)
        kinds.append(kind)
        arrays.append(np.frombuffer(data, "u1"))
    return Frame({"kinds": kinds, "error": failure}, tuple(arrays))
