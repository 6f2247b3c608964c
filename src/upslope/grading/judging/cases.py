"""A wrong function as the diagnosis sees it: what it answered, what would have been right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from upslope.grading.judging.trials import Trial
from upslope.grading.judging.value_sentences import clash_in
from upslope.grading.lab_checks import Fault
from upslope.grading.sandbox.child import Raised


@dataclass(frozen=True)
class Diagnosis:
    """What is probably wrong, in a sentence, and the links of the chain it concerns."""

    sentence: str
    broken: tuple[int, ...] = ()


@dataclass(frozen=True)
class Case:
    """What a function answered to the calls of a trial, what would have been right, and its code if known."""

    trial: Trial
    answers: tuple[object, ...]
    right: tuple[np.ndarray, ...]
    source: str = ""

    @property
    def usual(self) -> "Case":
        """The same with the calls of the usual situation alone."""
        kept = [index for index, number in enumerate(self.trial.situations) if number == 0]

        def chosen(values: Sequence[Any]) -> tuple[Any, ...]:
            return tuple(values[index] for index in kept if index < len(values))

        trial = self.trial
        alone = Trial(trial.check, chosen(trial.scenes), chosen(trial.situations), chosen(trial.replies))
        return Case(alone, chosen(self.answers), chosen(self.right), self.source)

    @property
    def arrays(self) -> list[np.ndarray] | None:
        """All answers, if every one is an array of numbers."""
        found = [answer for answer in self.answers if isinstance(answer, np.ndarray)]
        numbers = all(np.issubdtype(answer.dtype, np.number) for answer in found)
        return found if numbers and len(found) == len(self.answers) else None

    @property
    def stopped(self) -> bool:
        """Whether a call ended with an error."""
        return any(isinstance(answer, Raised) for answer in self.answers)

    @property
    def all_right(self) -> bool:
        """Whether every answer is the right one."""
        return self.arrays is not None and all(map(self.equal, self.arrays, self.right))

    def with_answers(self, answers: Sequence[np.ndarray]) -> "Case":
        """Return the case with other answers in place of the function's own."""
        return Case(self.trial, tuple(answers), self.right, self.source)

    def equal(self, answer: np.ndarray, key: np.ndarray) -> bool:
        """Whether an answer has the shape and the numbers of a key."""
        with np.errstate(all="ignore"):
            return answer.shape == key.shape and self.trial.check.accepts(answer, key)

    def fits(self, fault: Fault) -> bool:
        """Whether a fault gives every answer of the case, or stops with the same clash of shapes."""
        return all(self._fits(index, fault) for index in range(len(self.answers)))

    def believes(self, fault: Fault) -> bool:
        """Whether the code of the function, if it is known, speaks for a fault."""
        if not self.source:
            return True
        return fault.present in self.source and not (fault.absent and fault.absent in self.source)

    def _fits(self, index: int, fault: Fault) -> bool:
        answer, key = self.answers[index], self.trial.key(index, fault.wrong)
        if isinstance(key, np.ndarray):
            return isinstance(answer, np.ndarray) and self.equal(answer, key)
        clash = clash_in(str(key))
        return bool(clash) and isinstance(answer, Raised) and clash == clash_in(answer.trouble.text)
