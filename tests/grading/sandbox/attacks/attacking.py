"""How attacks are tried: as cells of a notebook, and what came of it."""

import json
from typing import NamedTuple

import nbformat.v4 as nb

from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Loaded

SECRET = "open-sesame-4711"
SECONDS = 10.0


class Hosts(NamedTuple):
    """What attacks may find on this machine: a secret anybody may read, a folder anybody may write to."""

    secret: str
    folder: str


NO_NUMBERS = """
def dfdmu(x, mu, sig): return 0 * x
def dfdsig(x, mu, sig): return 0 * x
def steepest_step(x, y, mu, sig, aggression): return np.zeros(2)
"""
BY_HAND = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def system_call(*arguments):
    result = libc.syscall(*[ctypes.c_long(a) if isinstance(a, int) else a for a in arguments])
    if result == -1: raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""


def notebook(*sources: str) -> str:
    """Return the text of a notebook with these code cells."""
    cells = [nb.new_code_cell(source) for source in sources]
    return json.dumps(nb.new_notebook(cells=cells))


def said(sandbox: Sandbox, source: str, seconds: float = SECONDS) -> str:
    """Run a cell and return all that came out of it: its error, or how it ended."""
    with sandbox.open_child() as child:
        outcome = child.load([("cell 1", source)], [], seconds=seconds)
    if not isinstance(outcome, Loaded):
        return type(outcome).__name__
    return " ".join(f"{error.kind}: {error.text}" for error in outcome.errors)
