"""An interactive session: the code cells of one open lab page, run in one sandboxed child that keeps its
names.
"""

import threading
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from upslope.grading.lab import Lab
from upslope.grading.runner.frames import Ended, Frame, Silence
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import MALFORMED, Child
from upslope.grading.sandbox.launch import SESSIONS

CELL_SECONDS = 30.0
START_SECONDS = 30.0
GRACE_SECONDS = 1.0
KINDS = frozenset({"text", "svg", "html"})


@dataclass(frozen=True)
class Output:
    """One thing a cell shows. ``kind`` is text, svg, html or error; it comes from learner code, so trust no
    markup.
    """

    kind: str
    data: str


@dataclass(frozen=True)
class CellResult:
    """What a cell showed, how long it took, and, if the session is over because of it, a sentence that says
    why.
    """

    outputs: tuple[Output, ...]
    seconds: float
    ended: str | None = None


class LabSession:
    """Runs cells one after another; names last from one to the next. Starts when the first cell is run.

    ``run`` is for one thread at a time; ``interrupt`` and ``close`` may come from any other. Without a
    ``sandbox``
    it starts one for itself and ends it on ``close``.
    """

    def __init__(
        self, lab: Lab, sandbox: Sandbox | None = None, *, cell_seconds: float = CELL_SECONDS
    ) -> None:
        self._lab = lab
        self._own = sandbox is None
        self._sandbox = sandbox or Sandbox(SESSIONS)
        self._cell_seconds = cell_seconds
        self._child: Child | None = None
        self._interrupted = threading.Event()
        self._lock = threading.Lock()
        self._count = 0

    def run(self, code: str, label: str = "") -> CellResult:
        """Run one cell and return what it shows. Raises SandboxFailed only if no session can be started.

        ``label`` is what errors call the cell, "cell 3"; without one, cells are counted as they are run.
        """
        with self._lock:
            self._interrupted.clear()
            child = self._child = self._ready()
            self._count += 1
            start = time.monotonic()
            try:
                child.start(code, label or f"cell {self._count}")
                outputs = _outputs_of(self._wait(child), self._cell_seconds)
                return CellResult(outputs, time.monotonic() - start)
            except Silence:
                why = (
                    f"This cell ran for {self._cell_seconds:.0f} seconds and would not stop, so it was ended."
                )
            except Ended:
                why = "Python ended while it ran this cell."
                if self._interrupted.is_set():
                    why = "The cell was stopped."
            except MALFORMED:
                why = "This cell answered in a way that cannot be shown, so it was ended."
            child.close()
            ended = f"{why} All names are gone: run the cells again from the top."
            return CellResult((Output("error", ended),), time.monotonic() - start, ended)

    def interrupt(self) -> None:
        """Stop the cell that is running, if one is; names stay unless it does not listen."""
        self._interrupted.set()
        child = self._child
        if child is not None and self._lock.locked():
            child.interrupt()

    def close(self) -> None:
        """End the session. A cell that is running ends with it."""
        child = self._child
        if child is not None:
            child.kill()
            with self._lock:  # a thread may still be reading from it
                child.close()
        if self._own:
            self._sandbox.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready(self) -> Child:
        """Return the child, started and given the lab's own cells if it is new."""
        if self._child is not None and not self._child.closed:
            return self._child
        child = self._sandbox.open_child()
        self._count = 0
        given = [(f"given {n}", source) for n, source in enumerate(self._lab.given_sources, start=1)]
        child.load(given, [], seconds=START_SECONDS)
        return child

    def _wait(self, child: Child) -> Frame:
        """Wait for the reply; when the time is up, interrupt once, and give it a moment to say so."""
        try:
            return child.finish(self._cell_seconds)
        except Silence:
            child.interrupt()
            reply = child.finish(GRACE_SECONDS)
            reply.header["late"] = True
            return reply


def _outputs_of(reply: Frame, seconds: float) -> tuple[Output, ...]:
    kinds: list[Any] = reply.header["kinds"]
    texts = [array.tobytes().decode("utf-8", "replace") for array in reply.arrays]
    outputs = [
        Output(kind if kind in KINDS else "text", text) for kind, text in zip(kinds, texts, strict=True)
    ]
    error = reply.header["error"]
    if error:
        stopped = (
            f"ran for {seconds:.0f} seconds and was stopped" if reply.header.get("late") else "was stopped"
        )
        outputs.append(Output("error", _sentence_of(error, stopped)))
    return tuple(outputs)


def _sentence_of(error: dict[str, Any], stopped: str) -> str:
    if error["kind"] == "KeyboardInterrupt":
        return f"The cell {stopped}. All names are still there."
    line = f"{str(error['cell']).capitalize()}, line {error['line']}: " if type(error["line"]) is int else ""
    return f"{line}{error['kind']}: {error['text']}" if error["text"] else f"{line}{error['kind']}"
