"""Grades notebooks: reads one, has it run in a sandbox, and lets the judge mark its functions."""

import dataclasses
import stat
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.judging.judge import judge, right_ones
from upslope.grading.judging.running import Run
from upslope.grading.judging.silence import silenced, silenced_lab
from upslope.grading.lab import Lab
from upslope.grading.lab_checks import FunctionCheck
from upslope.grading.notebooks.notebook import LARGEST_NOTEBOOK, LearnerCode, read_notebook
from upslope.grading.results import FunctionResult, LabResult
from upslope.grading.sandbox import Sandbox


def grade_notebook(
    notebook: Path | str | bytes,
    lab: Lab,
    sandbox: Sandbox,
    *,
    functions: Collection[str] | None = None,
    rng: np.random.Generator | None = None,
) -> LabResult:
    """Return the marks of a notebook: a path (``.ipynb`` or ``.py``), or the text of an ``.ipynb``.

    ``functions`` names those to judge; None is all of them. Every grading draws fresh
    arguments from ``rng``. Raises SandboxFailed if no learner code can be run at all.
    """
    name = str(notebook) if isinstance(notebook, Path) else "notebook"
    checks = [check for check in lab.checks if functions is None or check.name in functions]
    most = float(len(checks))
    try:
        code = _read_file(notebook) if isinstance(notebook, Path) else read_notebook(notebook)
        run, results = _judged(
            silenced(code, lab), silenced_lab(lab), checks, sandbox, rng or np.random.default_rng()
        )
    except UnreadableNotebook as problem:
        return LabResult(name, lab.id, 0.0, most, {}, str(problem))
    score = float(sum(result.passed for result in results.values()))
    if not run.loaded.functions:
        return LabResult(name, lab.id, 0.0, most, results, _nothing_found(lab, run))
    return LabResult(name, lab.id, score, most, _with_notes(results, run))


def _judged(
    code: LearnerCode,
    lab: Lab,
    checks: Sequence[FunctionCheck],
    sandbox: Sandbox,
    rng: np.random.Generator,
) -> tuple[Run, dict[str, FunctionResult]]:
    """Judge the functions as they are defined. Only where one is not right yet, run all of the notebook and
    judge that one again: it may need what a cell works out, and its learner wants to hear what went wrong.
    """
    right: dict[str, FunctionResult] = {}
    with suppress(UnreadableNotebook), Run.of_definitions(code, lab, sandbox) as run:
        right = right_ones(checks, run, rng)
        if len(right) == len(checks):
            return run, right
    with Run(code, lab, sandbox) as run:
        results = judge([check for check in checks if check.name not in right], run, rng) | right
    return run, {check.name: results[check.name] for check in checks}


def _read_file(path: Path) -> LearnerCode:
    name = path.name or str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device would keep the whole batch waiting
            raise UnreadableNotebook(
                f"{name} is not a file. Name the notebook itself: a file that ends in .ipynb."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_NOTEBOOK + 1)
    except OSError as problem:
        raise UnreadableNotebook(f"{name} cannot be opened: {problem.strerror}.") from None
    if len(data) > LARGEST_NOTEBOOK:
        raise UnreadableNotebook(f"{name} is larger than 10 MB. Clear its outputs, save, and send it again.")
    return read_notebook(data, is_script=path.suffix == ".py")


def _nothing_found(lab: Lab, run: Run) -> str:
    *others, last = lab.functions
    names = f"{', '.join(others)} and {last}" if others else last
    return " ".join([f"None of the functions of this lab ({names}) is in this notebook.", *run.notes[:2]])


def _with_notes(results: dict[str, FunctionResult], run: Run) -> dict[str, FunctionResult]:
    """Tell once, at the first function, of cells that never ended or could not be read, where no mark was
    lost.
    """
    told = [note for note in run.remarkable if not any(note in result.message for result in results.values())]
    if not told:
        return results
    first = next(iter(results))
    message = f"{results[first].message} By the way: {' '.join(told[:2])}"
    return {**results, first: dataclasses.replace(results[first], message=message)}
