"""The judge: compares what a function returned with what is right, and names the mistake if it knows it.

Learner code never runs in this process, and nothing that is compared here ever goes to the process where it
runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from upslope.grading import sentences
from upslope.grading.child import Call, Raised
from upslope.grading.lab_checks import Arguments, FunctionCheck, Replies
from upslope.grading.results import FunctionResult
from upslope.grading.running import Run


@dataclass(frozen=True)
class Trial:
    """Calls of one function: their arguments, and what the functions it uses are made to return, if they
    are.
    """

    check: FunctionCheck
    calls: tuple[Arguments, ...]
    replies: tuple[Replies, ...] = ()

    def key(self, wrong: Any = None) -> list[np.ndarray]:
        """Return the right answers, or those of the faulty function ``wrong``."""
        function = wrong or self.check.reference
        used: Sequence[Mapping[str, Any]] = self.replies or [{}] * len(self.calls)
        with np.errstate(all="ignore"):
            return [
                np.asarray(function(*call, **reply)) for call, reply in zip(self.calls, used, strict=True)
            ]


def judge(check: FunctionCheck, run: Run, rng: np.random.Generator) -> FunctionResult:
    """Return the marks of one function of a notebook that was run, from fresh arguments drawn from
    ``rng``.
    """
    name = check.name
    if name not in run.loaded.functions:
        return FunctionResult(False, sentences.missing(name, run.notes))
    if name in run.loaded.unwritten:
        return FunctionResult(False, sentences.unwritten(name))
    calls = tuple(check.draw(rng) for _ in range(check.draws))
    result = _try(Trial(check, calls), run)
    if result.passed or check.replies is None:
        return result
    replies = tuple(check.replies(rng, call) for call in calls)
    apart = _try(Trial(check, calls, replies), run)
    return apart if apart.passed or (apart.diagnosis and not result.diagnosis) else result


def _try(trial: Trial, run: Run) -> FunctionResult:
    name = trial.check.name
    replies = trial.replies or ({},) * len(trial.calls)
    calls = [Call(call, replies=reply) for call, reply in zip(trial.calls, replies, strict=True)]
    (outcome,) = run.child().call_groups([(name, calls)])
    if not isinstance(outcome, tuple):
        return FunctionResult(False, sentences.of_trouble(name, outcome, run.code))
    key = trial.key()
    answers: list[np.ndarray] = []
    for answer, right in zip(outcome, key, strict=True):
        if isinstance(answer, Raised):
            return FunctionResult(False, sentences.of_trouble(name, answer, run.code))
        value = as_array(answer.value)
        problem = sentences.of_value(name, value, right)
        if problem or not isinstance(value, np.ndarray):
            return FunctionResult(False, problem or sentences.NOT_YET)
        answers.append(value)
    if _same(trial.check, answers, key):
        return FunctionResult(True, sentences.right(tuple(trial.replies[0]) if trial.replies else ()))
    return FunctionResult(False, f"{name}: {sentences.NOT_YET}", diagnose(trial, answers))


def diagnose(trial: Trial, answers: Sequence[np.ndarray]) -> str | None:
    """Return the sentence of the first fault that gives exactly these answers, or None if it is none of
    them.
    """
    for fault in trial.check.faults:
        if _same(trial.check, answers, trial.key(fault.wrong)):
            return fault.sentence
    return None


def as_array(value: object) -> object:
    """Return a list or tuple of numbers as one array; anything else as it is."""
    if isinstance(value, list | tuple) and all(
        isinstance(item, np.ndarray) and item.ndim == 0 for item in value
    ):
        return np.array([item.item() for item in value])
    return value


def _same(check: FunctionCheck, answers: Sequence[Any], keys: Sequence[np.ndarray]) -> bool:
    with np.errstate(all="ignore"):
        pairs = zip(answers, keys, strict=True)
        return all(answer.shape == key.shape and check.accepts(answer, key) for answer, key in pairs)
