"""A verdict on one trial: which calls were answered rightly, in which situations, and what that is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from upslope.grading.judging import sentences
from upslope.grading.judging.cases import Case, Diagnosis
from upslope.grading.judging.diagnosis import diagnose
from upslope.grading.judging.trials import Trial, answers_of
from upslope.grading.judging.value_sentences import described, of_clash, of_value
from upslope.grading.lab_checks import FunctionCheck
from upslope.grading.notebooks.function_source import source_of
from upslope.grading.notebooks.notebook import LearnerCode
from upslope.grading.results import Check, FunctionResult
from upslope.grading.sandbox.child import Answer, Group, Raised

SAME = 1e-9


@dataclass(frozen=True)
class Verdict:
    """What one trial showed. ``wrong`` says of each call what is wrong with its answer (None: nothing);
    ``trouble`` is what ended all calls at once.
    """

    trial: Trial
    answers: tuple[object, ...]
    right: tuple[np.ndarray, ...]
    wrong: tuple[str | None, ...]
    trouble: str | None = None
    changed: tuple[str, ...] = ()
    steady: bool = True
    code: LearnerCode = field(default_factory=lambda: LearnerCode(()))

    @property
    def passed(self) -> bool:
        """Whether every call was answered rightly, nothing was changed, and the answer stays the same."""
        return self.trouble is None and not any(self.wrong) and not self.changed and self.steady

    @cached_property
    def diagnosis(self) -> Diagnosis | None:
        """The mistake by name, if its numbers are known."""
        if self.trouble is not None or not any(self.wrong):
            return None
        source = source_of(self.trial.check.name, self.code)
        return diagnose(Case(self.trial, self.answers, self.right, source))

    def right_in(self, situation: int) -> bool | None:
        """Whether all calls of a situation were answered rightly; None if there was no answer at all."""
        if self.trouble is not None:
            return None
        pairs = zip(self.wrong, self.trial.situations, strict=True)
        return not any(wrong for wrong, number in pairs if number == situation)

    @property
    def message(self) -> str:
        """The first thing to say."""
        name, situations = self.trial.check.name, self.trial.check.all_situations
        if self.trouble is not None:
            return self.trouble
        if self.wrong[0] or not self.right_in(0):
            return next(wrong for wrong in self.wrong if wrong)
        for number, situation in enumerate(situations):
            if not self.right_in(number):
                first = self.wrong[self.trial.situations.index(number)] or ""
                return sentences.only_elsewhere(name, situations[0].statement, situation, first)
        if self.changed:
            return sentences.changed(name, self.changed)
        if not self.steady:
            return sentences.unsteady(name)
        return sentences.right(tuple(self.trial.replies[0]) if self.trial.replies else ())

    @property
    def checks(self) -> tuple[Check, ...]:
        """Everything that was looked at, as statements."""
        check = self.trial.check
        if self.trouble is not None:
            return unreached(check, there=True)
        shaped = _shaped(self.answers[0], self.right[0])
        rows = [
            Check(f"{check.name} is written", True),
            Check(f"returns {_needed(check, self.right[0])}", shaped),
        ]
        rows += [
            Check(f"right {situation.statement}", self.right_in(number))
            for number, situation in enumerate(check.all_situations)
        ]
        if check.watched:
            rows.append(
                Check(_leaves(check), None if isinstance(self.answers[0], Raised) else not self.changed)
            )
        return (*rows, Check("gives the same answer when called again", self.steady if shaped else None))

    def result(self) -> FunctionResult:
        """Return the verdict as plain data."""
        diagnosis = self.diagnosis
        return FunctionResult(
            self.passed, self.message, diagnosis.sentence if diagnosis else None, self.checks
        )


def unreached(check: FunctionCheck, *, there: bool) -> tuple[Check, ...]:
    """Return the statements of a function of which no answer was seen."""
    right = (f"right {situation.statement}" for situation in check.all_situations)
    leaves = [_leaves(check)] if check.watched else []
    later = ["returns an array", *right, *leaves, "gives the same answer when called again"]
    return (Check(f"{check.name} is written", there), *(Check(statement, None) for statement in later))


def verdict_on(trial: Trial, outcome: Group, code: LearnerCode) -> Verdict:
    """Compare what came back with what is right."""
    right = tuple(trial.right())
    if not isinstance(outcome, tuple):
        return Verdict(trial, (), right, (), sentences.of_trouble(trial.check.name, outcome, code))
    *answers, again = answers_of(outcome)
    wrong = [_wrong(trial, index, answer, right[index], code) for index, answer in enumerate(answers)]
    return Verdict(
        trial,
        tuple(answers),
        right,
        tuple(wrong),
        changed=_changed(outcome[0], trial.scenes[0].given),
        steady=_alike(trial, answers[0], again),
        code=code,
    )


def _wrong(trial: Trial, index: int, answer: object, key: np.ndarray, code: LearnerCode) -> str | None:
    check, sizes = trial.check, trial.scenes[index].sizes
    if isinstance(answer, Raised):
        said = sentences.of_trouble(check.name, answer, code)
        return " ".join(filter(None, [said, of_clash(answer.trouble.text, sizes)]))
    problem = of_value(check, answer, key, sizes)
    if problem or not isinstance(answer, np.ndarray):
        return problem or sentences.NOT_YET
    with np.errstate(all="ignore"):
        return None if check.accepts(answer, key) else f"{check.name}: {sentences.NOT_YET}"


def _alike(trial: Trial, first: object, again: object) -> bool:
    """Whether two answers to the same call agree; only numbers are compared."""
    if not isinstance(first, np.ndarray) or not isinstance(again, np.ndarray):
        return isinstance(first, np.ndarray) == isinstance(again, np.ndarray)
    if first.shape != again.shape or first.dtype.kind not in "fiuc" or again.dtype.kind not in "fiuc":
        return bool(first.shape == again.shape)
    with np.errstate(all="ignore"):
        return trial.check.accepts(again, first) or not bool(np.all(np.isfinite(first)))


def _changed(answer: Any, given: Mapping[str, Any]) -> tuple[str, ...]:
    """The watched names that hold something else after the call than before. A weight that was nudged and
    put back may be off by rounding.
    """
    if not isinstance(answer, Answer):
        return ()
    return tuple(name for name, now in answer.watched.items() if not _unchanged(given[name], now))


def _unchanged(before: np.ndarray, now: object) -> bool:
    if not isinstance(now, np.ndarray) or now.shape != before.shape or now.dtype.kind not in "fiu":
        return False
    return bool(np.all(np.abs(now - before) <= SAME * np.max(np.abs(before))))


def _shaped(answer: object, key: np.ndarray) -> bool | None:
    if isinstance(answer, Raised):
        return None
    return isinstance(answer, np.ndarray) and answer.shape == key.shape


def _needed(check: FunctionCheck, key: np.ndarray) -> str:
    return described(key) + (f" ({check.shape})" if check.shape else "")


def _leaves(check: FunctionCheck) -> str:
    return f"leaves {', '.join(check.watched[:-1])} and {check.watched[-1]} as they are"
