"""Runs a learner's notebook in sandboxed children, and keeps a loaded child ready for the judge."""

from collections.abc import Collection
from types import TracebackType
from typing import Self

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.judging import sentences
from upslope.grading.lab import Lab
from upslope.grading.notebooks.notebook import LearnerCode
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Child, Died, Loaded, TimedOut

CELL_SECONDS = 2.0
SLOW_CELL_SECONDS = 20.0  # where SciPy is imported, which the lean zygote has not loaded


class Run:
    """A notebook that has been run. When its child has died, ``child()`` makes a new one and runs it again.

    A cell that never ends, or that ends Python, is cut down to its imports and definitions; if there is a
    second such cell, all are. ``cut`` names cells (by index, those given included) that are cut down from
    the start. ``notes`` are sentences about cells that went wrong. Raises UnreadableNotebook if even the
    definitions cannot be run.
    """

    def __init__(
        self,
        code: LearnerCode,
        lab: Lab,
        sandbox: Sandbox,
        cut: Collection[int] = (),
        dropped: Collection[int] = (),
    ) -> None:
        self.code = code
        self.notes: list[str] = []
        self._given = [(f"given {n}", source) for n, source in enumerate(lab.given_sources, start=1)]
        self._wanted = lab.functions
        self._sandbox = sandbox
        self._is_first_try = bool(cut)
        self._cut = set(cut)
        self._dropped = set(dropped)  # cells that do not even end when cut down to their definitions
        slow = any("scipy" in cell.source for cell in code.cells)
        self._seconds = SLOW_CELL_SECONDS if slow else CELL_SECONDS
        self._child: Child | None = None
        self.loaded = self._load()
        labels = {cell.label for cell in code.cells}
        errors = [error for error in self.loaded.errors if error.cell in labels]
        unread = [error for error in errors if error.kind in sentences.UNREADABLE]
        #: Sentences worth telling even where no mark was lost: a cell was stuck, or could not be read at all.
        self.remarkable = [*self.notes, *(sentences.of_cell(error, code) for error in unread)]
        failed = [error for error in errors if error.kind not in sentences.UNREADABLE]
        self.notes = [*self.remarkable, *(sentences.of_cell(error, code) for error in failed)]

    @classmethod
    def of_definitions(cls, code: LearnerCode, lab: Lab, sandbox: Sandbox) -> Self:
        """Run nothing of the notebook but its imports, definitions and constants, and those of the lab's own
        cells once only, though the notebook has them too.
        """
        given = set(lab.given_sources)
        numbered = list(enumerate(code.cells, start=len(lab.given_sources)))
        again = [n for n, cell in numbered if cell.source in given]
        return cls(code, lab, sandbox, [n for n, _ in numbered], again)

    def child(self) -> Child:
        """Return a child in which the notebook has been run."""
        if self._child is None or self._child.closed:
            self._load()
        if self._child is None:
            raise UnreadableNotebook("This notebook cannot be run.")
        return self._child

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self) -> Loaded:
        for _ in range(4):
            cells = self._cells()
            self._child = self._sandbox.open_child()
            outcome = self._child.load(
                cells,
                self._wanted,
                seconds=self._seconds,
                only_definitions=sorted(self._cut),
                named=not self._is_first_try,
            )
            if isinstance(outcome, Loaded):
                return outcome
            if self._is_first_try:
                break
            self._cut_down(outcome, len(cells))
        raise UnreadableNotebook(
            " ".join([*dict.fromkeys(self.notes), "Nothing could be marked. Mend that, and send it again."])
        )

    def _cells(self) -> list[tuple[str, str]]:
        cells = [*self._given, *((cell.label, cell.source) for cell in self.code.cells)]
        return [("", "") if n in self._dropped else cell for n, cell in enumerate(cells)]

    def _cut_down(self, outcome: TimedOut | Died, cells: int) -> None:
        first = len(self._given)
        index = first if outcome.index is None else max(outcome.index, first)
        everything = set(range(first, cells))
        if self._cut == everything:
            self._dropped.add(index)
        elif not self._cut:
            self._cut = {index}
        else:
            self._cut = everything
        if index - first < len(self.code.cells):
            note = sentences.of_stuck_cell(outcome, self.code.cells[index - first])
            self.notes += [] if note in self.notes else [note]
