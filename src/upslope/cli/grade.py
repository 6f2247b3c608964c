"""``upslope grade``: marks for notebooks of a lab."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from upslope.cli.course_folder import course_folder, labs_of
from upslope.course import ContentError, default_course_path, load_course
from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import load_lab
from upslope.grading.lab_grader import grade_many
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox


def run(arguments: Sequence[str]) -> int:
    """Grade each notebook; return 1 if one has an error or misses a mark."""
    parser = ArgumentParser(
        prog="upslope grade", description="Grade notebooks of a lab, each in a sandbox of its own."
    )
    parser.add_argument("lab", metavar="LAB", help="the lab's id, as in fitting-heights")
    parser.add_argument(
        "notebooks", nargs="+", type=Path, metavar="NOTEBOOK", help="an .ipynb file, or a .py script"
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON for each notebook")
    parser.add_argument(
        "--course", type=course_folder, metavar="DIR", help="a course folder (default: our own)"
    )
    chosen = parser.parse_args(arguments)
    try:
        return _grade(parser, chosen)
    except (SandboxFailed, ContentError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1


def _grade(parser: ArgumentParser, chosen: Namespace) -> int:
    labs = labs_of(load_course(chosen.course or default_course_path()))
    item = next((lab for lab in labs if chosen.lab in (lab.id, lab.full_id)), None)
    if item is None or item.path is None:
        names = ", ".join(lab.id for lab in labs)
        parser.error(f"there is no lab {chosen.lab!r} that can be graded. There is: {names or 'none yet'}.")
    show = _as_json if chosen.json else _as_text
    full = True
    lab = load_lab(item.path)
    with Sandbox() as sandbox:
        for result in grade_many(chosen.notebooks, lab, sandbox):
            print(show(result), flush=True)
            full &= result.error is None and result.score == result.max_score
    return 0 if full else 1


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
