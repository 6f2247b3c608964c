"""``upslope grade``: marks for notebooks of a lab."""

import contextlib
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from upslope.cli.course_folder import course_folder
from upslope.cli.grade_progress import Progress
from upslope.cli.named_lab import named_lab
from upslope.cli.results_file import NotResults, append_to, read_results
from upslope.course import ContentError
from upslope.course.lint.workers import usual_jobs
from upslope.grading.batch import Batch, Graded, file_hash, is_current, lab_version, notebooks_in
from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox

FULL, FEWER, ERROR = "with full marks", "with fewer", "that could not be graded"


def run(arguments: Sequence[str]) -> int:
    """Grade each notebook; return 1 if one has an error or misses a mark."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        lab = named_lab(parser, chosen.lab, chosen.course)
        return _grade(lab, chosen)
    except (SandboxFailed, ContentError, NotResults) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="upslope grade", description="Grade notebooks of a lab, each in a sandbox of its own."
    )
    parser.add_argument("lab", metavar="LAB", help="the lab's id, as in fitting-heights")
    parser.add_argument(
        "notebooks",
        nargs="+",
        type=Path,
        metavar="NOTEBOOK",
        help="an .ipynb file, a .py script, or a folder with notebooks in it",
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON for each notebook")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="add the lines of JSON to this file; notebooks that are in it, unchanged, are not graded again",
    )
    parser.add_argument(
        "--jobs", type=_one_or_more, default=usual_jobs(), metavar="N", help="at once (default: one a core)"
    )
    parser.add_argument(
        "--progress", action="store_true", help="say how far it is, also where nobody sits at a terminal"
    )
    parser.add_argument(
        "--course", type=course_folder, metavar="DIR", help="a course folder (default: our own)"
    )
    return parser


def _one_or_more(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more.")
    return int(text)


def _grade(lab: Lab, chosen: Namespace) -> int:
    paths = notebooks_in(chosen.notebooks)
    kept = read_results(chosen.output) if chosen.output else {}
    now = lab_version(lab)
    ready = {str(path) for path in paths if is_current(kept.get(str(path)), file_hash(path), lab, now)}
    waiting = [path for path in paths if str(path) not in ready]
    full = all(_is_full(kept[name]) for name in ready)
    if ready:
        sys.stderr.write(f"{_notebooks(len(ready))} in {chosen.output} and unchanged: not graded again.\n")
    with contextlib.ExitStack() as stack:
        show = _printer(chosen)
        if chosen.output:
            file = stack.enter_context(append_to(chosen.output))
            show = _writer(file.write, file.flush)
        sandbox = stack.enter_context(Sandbox())
        graded = _grade_all(Batch(waiting, lab, sandbox, chosen.jobs), len(waiting), show, chosen)
    if chosen.output:
        sys.stderr.write(_summary(graded, chosen.output))
    return 0 if full and graded[FULL] == len(waiting) else 1


def _is_full(kept: Mapping[str, Any]) -> bool:
    return kept.get("error") is None and kept.get("score") == kept.get("max_score")


def _grade_all(batch: Batch, total: int, show: Callable[[Graded], None], chosen: Namespace) -> Counter[str]:
    """Show each result as it comes, in order; return how many came to which end. Ctrl-C lets the notebooks in
    hand come to theirs.
    """
    told = total and (chosen.progress or (sys.stderr.isatty() and total > 1))
    progress = Progress(total, sys.stderr) if told else None
    ends: Counter[str] = Counter()
    try:
        for graded in batch:
            if progress and not chosen.output:
                progress.clear()
            show(graded)
            ends[_end_of(graded.result)] += 1
            if progress:
                progress.step()
    except KeyboardInterrupt:
        sys.stderr.write("\nThe notebooks in hand are graded to their end.\n")
        batch.stop()
        for graded in batch.finished():
            show(graded)
        raise
    finally:
        batch.stop()
        if progress:
            progress.end()
    return ends


def _end_of(result: LabResult) -> str:
    if result.error is not None:
        return ERROR
    return FULL if result.score == result.max_score else FEWER


def _summary(ends: Counter[str], output: Path) -> str:
    counted = [f"{ends[end]} {end}" for end in (FULL, FEWER, ERROR) if ends[end]]
    return f"New in {output}: {', '.join(counted)}.\n" if counted else ""


def _printer(chosen: Namespace) -> Callable[[Graded], None]:
    shown = _as_json if chosen.json else _as_text
    return lambda graded: print(shown(graded.result), flush=True)


def _writer(write: Callable[[str], object], flush: Callable[[], object]) -> Callable[[Graded], None]:
    def show(graded: Graded) -> None:
        write(graded.line() + "\n")
        flush()

    return show


def _notebooks(count: int) -> str:
    return "1 notebook is" if count == 1 else f"{count} notebooks are"


def _as_json(result: LabResult) -> str:
    return json.dumps(result.to_json(), ensure_ascii=False)


def _as_text(result: LabResult) -> str:
    lines = [f"{result.notebook}: {result.score:g} of {result.max_score:g}"]
    if result.error:
        lines.append(f"  {result.error}")
    width = max((len(name) for name in result.functions), default=0)
    for name, function in result.functions.items():
        lines.append(f"  {'passed' if function.passed else 'missed'}  {name:{width}}  {function.message}")
        if function.diagnosis:
            lines.append(f"  {'':6}  {'':{width}}  {function.diagnosis}")
    return "\n".join(lines)
