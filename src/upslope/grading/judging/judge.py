"""The judge: compares what functions returned with what is right, and names the mistake if it knows it.

Learner code never runs in this process, and nothing that is compared here ever goes to the process where it
runs. All calls of all functions are made in one exchange; only functions that turned out wrong are asked
again, at the point their learner may try at home.
"""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

import numpy as np

from upslope.grading.judging import sentences
from upslope.grading.judging.explanation import explained
from upslope.grading.judging.running import Run
from upslope.grading.judging.trials import Trial, draw_trials, in_one_exchange, with_replies
from upslope.grading.judging.verdicts import Verdict, unreached, verdict_on
from upslope.grading.judging.where_instead import notes_on_missing
from upslope.grading.lab_checks import FunctionCheck
from upslope.grading.results import FunctionResult

DEFINED = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)|^(\w+)\s*=\s*lambda\b", re.MULTILINE)


def judge(checks: Sequence[FunctionCheck], run: Run, rng: np.random.Generator) -> dict[str, FunctionResult]:
    """Return the marks of the functions of a notebook that was run, from fresh arguments drawn from
    ``rng``.
    """
    best = {name: _best(verdicts) for name, verdicts in _verdicts(checks, run, rng).items()}
    results = explained([verdict for verdict in best.values() if not verdict.passed], run, rng)
    results |= {name: verdict.result() for name, verdict in best.items() if verdict.passed}
    return {check.name: results.get(check.name) or _not_there(check, run) for check in checks}


def right_ones(
    checks: Sequence[FunctionCheck], run: Run, rng: np.random.Generator
) -> dict[str, FunctionResult]:
    """Return the marks of those functions that are right; of the others nothing is found out."""
    passed = {
        name: next((verdict for verdict in verdicts if verdict.passed), None)
        for name, verdicts in _verdicts(checks, run, rng).items()
    }
    return {name: verdict.result() for name, verdict in passed.items() if verdict is not None}


def _verdicts(
    checks: Sequence[FunctionCheck], run: Run, rng: np.random.Generator
) -> dict[str, list[Verdict]]:
    """Every function that is there, judged as it stands and, if it uses others, apart from them."""
    there = [check for check in checks if check.name in run.loaded.functions - run.loaded.unwritten]
    trials = [trial for drawn in draw_trials(there, rng) for trial in _and_apart(drawn, rng)]
    outcomes = in_one_exchange(run, [(trial.check.name, trial.calls()) for trial in trials])
    verdicts: dict[str, list[Verdict]] = {}
    for trial, outcome in zip(trials, outcomes, strict=True):
        verdicts.setdefault(trial.check.name, []).append(verdict_on(trial, outcome, run.code))
    return verdicts


def _and_apart(trial: Trial, rng: np.random.Generator) -> list[Trial]:
    apart = with_replies(trial, rng)
    return [trial] if apart is None else [trial, apart]


def _best(verdicts: list[Verdict]) -> Verdict:
    """Of a function judged as it stands and apart from those it uses: what serves the learner best."""
    as_it_stands, *apart = verdicts
    for verdict in apart:
        if not as_it_stands.passed and (verdict.passed or (verdict.diagnosis and not as_it_stands.diagnosis)):
            return verdict
    return as_it_stands


def _not_there(check: FunctionCheck, run: Run) -> FunctionResult:
    name = check.name
    checks = unreached(check, there=False)
    if name in run.loaded.functions:
        return FunctionResult(False, sentences.unwritten(name), checks=checks)
    notes = notes_on_missing(name, run.code, run.loaded.errors, run.notes)
    return FunctionResult(False, sentences.missing(name, list(notes), _nearby(name, run)), checks=checks)


def _nearby(name: str, run: Run) -> str | None:
    """A function of the notebook with almost this name that is none of those wanted."""
    found = {a or b for cell in run.code.cells for a, b in DEFINED.findall(cell.source)}
    others = found - run.loaded.functions - {name}
    return _same_but_for_case(name, others) or next(iter(get_close_matches(name, others, 1, 0.8)), None)


def _same_but_for_case(name: str, others: Collection[str]) -> str | None:
    bare = name.replace("_", "").lower()
    return next((other for other in sorted(others) if other.replace("_", "").lower() == bare), None)
