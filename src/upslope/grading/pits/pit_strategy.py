"""A learner's ``next_step``, run in the sandbox for walks over sandpits. No landscape ever goes in there."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.notebooks.learner_code import LearnerCode
from upslope.grading.pits import pit_sentences
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.child import Child, Loaded, Returned, TimedOut
from upslope.maths.sandpits.pit import Pit
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.walking import CannotGoOn, Walk, walk

NAME = "next_step"
DEFINITION = re.compile(rf"^[ \t]*def[ \t]+{NAME}[ \t]*\(", re.MULTILINE)
LENDS = re.compile(r"\b(?:def|class|import)\b")  # what next_step may use of a cell
LOAD_SECONDS = 2.0
STEP_SECONDS = 0.5
WALK_SECONDS = 2.0


@dataclass(frozen=True)
class PitStrategy:
    """A learner's code, and the cells that are there before it.

    Each walk has a child of its own, so nothing that a walk remembers reaches the next. In it the cell that
    defines ``next_step`` (``own``, by index) is run whole; of the other cells only their imports, functions
    and classes.
    """

    code: LearnerCode
    own: int
    given: tuple[tuple[str, str], ...]

    @property
    def source(self) -> str:
        """The cell that defines ``next_step``."""
        return self.code.cells[self.own].source

    def walk(self, pit: Pit, sandbox: Sandbox) -> Walk:
        """Walk over a pit in a fresh child. Raises SandboxFailed if none can be started."""
        with sandbox.open_child() as child:
            trouble = self._load(child)
            return walk(pit, _never(trouble) if trouble else _Steps(child, self.code))

    def _load(self, child: Child) -> str:
        """Run the cells; return a sentence if there is no ``next_step`` after that."""
        first = len(self.given)
        own = self.code.cells[self.own]
        lending = [cell for cell in self.code.cells if cell is own or LENDS.search(cell.source)]
        cells = [*self.given, *((cell.label, cell.source) for cell in lending)]
        others = [first + n for n, cell in enumerate(lending) if cell is not own]
        outcome = child.load(cells, [NAME], seconds=LOAD_SECONDS, only_definitions=others)
        if not isinstance(outcome, Loaded):
            return pit_sentences.of_loading(outcome, self.code)
        if NAME in outcome.unwritten:
            return pit_sentences.UNWRITTEN
        if NAME not in outcome.functions:
            errors = [error for error in outcome.errors if error.cell == own.label]
            return pit_sentences.of_error(errors[0], self.code) if errors else pit_sentences.MISSING
        return ""


def pit_strategy(code: LearnerCode, given: Sequence[str]) -> PitStrategy:
    """Return the strategy in a learner's code; ``given`` is the lab's own code, which is run before it.

    Raises UnreadableNotebook if no cell defines ``next_step``; where several do, the last one counts.
    """
    places = [n for n, cell in enumerate(code.cells) if DEFINITION.search(cell.source)]
    if not places:
        raise UnreadableNotebook(pit_sentences.MISSING)
    cells = tuple((f"given {n}", source) for n, source in enumerate(given, start=1))
    return PitStrategy(code, places[-1], cells)


class _Steps:
    """Asks the child for one step after another, and keeps to the time of a walk."""

    def __init__(self, child: Child, code: LearnerCode) -> None:
        self._child = child
        self._code = code
        self._end = time.monotonic() + WALK_SECONDS

    def __call__(self, f: float, J: Floats, H: Floats) -> Floats:
        left = self._end - time.monotonic()
        if left <= 0:
            raise CannotGoOn(pit_sentences.SLOW)
        outcome = self._child.call(NAME, [(f, J, H)], seconds=min(STEP_SECONDS, left))
        if isinstance(outcome, TimedOut) and outcome.seconds < STEP_SECONDS:
            raise CannotGoOn(pit_sentences.SLOW)
        if not isinstance(outcome, Returned):
            raise CannotGoOn(pit_sentences.of_trouble(outcome, self._code))
        return step_of(outcome.values[0])


def step_of(value: Any) -> Floats:
    """Return the two numbers of a step, however they were wrapped; raises CannotGoOn with a sentence."""
    numbers = value
    if isinstance(value, list | tuple):
        if not all(isinstance(item, np.ndarray) for item in value):
            raise CannotGoOn(pit_sentences.of_value(value))
        numbers = np.concatenate([item.ravel() for item in value]) if value else np.empty(0)
    if not isinstance(numbers, np.ndarray) or numbers.size != 2 or numbers.dtype.kind not in "fiu":
        raise CannotGoOn(pit_sentences.of_value(value))
    step = numbers.astype(float).ravel()
    if not np.all(np.isfinite(step)):
        raise CannotGoOn(pit_sentences.of_numbers(step))
    return step


def ran_out(sentence: str) -> bool:
    """Whether a walk broke off because the learner's code took too long: so will the next one."""
    return sentence in pit_sentences.TIMES_UP


def _never(why: str) -> Any:
    def no_step(f: float, J: Floats, H: Floats) -> Floats:
        raise CannotGoOn(why)

    return no_step
