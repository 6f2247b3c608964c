"""What is said about functions that are wrong: the mistake, its link in the chain, a point to try at home.

For this they are called once more: at the point for home, and with one argument changed at a time. The given
functions they stand on are looked at, too.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np

from upslope.grading.judging import sentences
from upslope.grading.judging.cases import Diagnosis
from upslope.grading.judging.running import Run
from upslope.grading.judging.trials import answers_of, draw_trials, in_one_exchange
from upslope.grading.judging.try_at_home import try_at_home
from upslope.grading.judging.verdicts import Verdict, verdict_on
from upslope.grading.lab_checks import FunctionCheck
from upslope.grading.results import BrokenChain, FunctionResult, TryAtHome
from upslope.grading.sandbox.child import Call, Group


def explained(wrong: Sequence[Verdict], run: Run, rng: np.random.Generator) -> dict[str, FunctionResult]:
    """Return the results of functions that did not pass, with all that can be said to help."""
    spoilt = _spoilt([verdict.trial.check for verdict in wrong], run, rng)
    asked = [verdict for verdict in wrong if verdict.trouble is None]
    groups = [(verdict.trial.check.name, _questions(verdict, rng)) for verdict in asked]
    outcomes = dict(zip((name for name, _ in groups), in_one_exchange(run, groups), strict=True))
    return {
        verdict.trial.check.name: _explained(verdict, outcomes.get(verdict.trial.check.name), spoilt)
        for verdict in wrong
    }


def _questions(verdict: Verdict, rng: np.random.Generator) -> list[Call]:
    """The first call with each of its arguments changed in turn, and the call at the point for home."""
    first, home = verdict.trial.calls()[0], verdict.trial.check.home
    calls = [
        dataclasses.replace(
            first, arguments=[_moved(one, rng) if n == k else one for n, one in enumerate(first.arguments)]
        )
        for k in range(len(first.arguments))
    ]
    at_home = [] if home is None else [Call(home.scene.arguments, given=home.scene.given)]
    return [*calls, *at_home]


def _moved(argument: Any, rng: np.random.Generator) -> Any:
    moved = argument * rng.uniform(0.7, 1.3, np.shape(argument))
    return moved if isinstance(argument, np.ndarray) else float(moved)


def _spoilt(checks: Sequence[FunctionCheck], run: Run, rng: np.random.Generator) -> frozenset[str]:
    """The given functions that wrong ones stand on and that a notebook has replaced by something else."""
    stood_on = {given.name: given for check in checks for given in check.stands_on}
    trials = draw_trials(list(stood_on.values()), rng)
    outcomes = in_one_exchange(run, [(trial.check.name, trial.calls()) for trial in trials])
    verdicts = [verdict_on(trial, outcome, run.code) for trial, outcome in zip(trials, outcomes, strict=True)]
    return frozenset(verdict.trial.check.name for verdict in verdicts if not verdict.passed)


def _explained(verdict: Verdict, outcome: Group | None, spoilt: frozenset[str]) -> FunctionResult:
    check, result = verdict.trial.check, verdict.result()
    said = [result.message, *(sentences.spoilt(g.name) for g in check.stands_on if g.name in spoilt)]
    answers = answers_of(outcome) if isinstance(outcome, tuple) else []
    diagnosis = verdict.diagnosis or (_unused(verdict, answers) if answers else None)
    return dataclasses.replace(
        result,
        message=" ".join(said),
        diagnosis=diagnosis.sentence if diagnosis else None,
        chain=_broken_chain(check, diagnosis),
        try_at_home=_at_home(check, answers),
    )


def _unused(verdict: Verdict, answers: Sequence[object]) -> Diagnosis | None:
    """An argument may have no say at all: then the function uses a name of the notebook in its place."""
    before = verdict.answers[0]
    if (
        not isinstance(before, np.ndarray)
        or before.dtype.kind not in "fiu"
        or not np.all(np.isfinite(before))
    ):
        return None
    arguments = len(verdict.trial.scenes[0].arguments)
    idle = [n for n, answer in enumerate(answers[:arguments]) if _equal(answer, before)]
    return Diagnosis(sentences.unused(idle, arguments)) if idle else None


def _equal(one: object, other: np.ndarray) -> bool:
    return isinstance(one, np.ndarray) and one.shape == other.shape and bool(np.all(one == other))


def _broken_chain(check: FunctionCheck, diagnosis: Diagnosis | None) -> BrokenChain | None:
    if check.chain is None or diagnosis is None or not diagnosis.broken:
        return None
    return dataclasses.replace(check.chain, broken=diagnosis.broken)


def _at_home(check: FunctionCheck, answers: Sequence[object]) -> TryAtHome | None:
    return try_at_home(check.home, answers[-1]) if check.home and answers else None
