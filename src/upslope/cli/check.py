"""``upslope check``: everything an author should mend."""

import dataclasses
import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from upslope.cli.course_folder import course_folder, labs_of
from upslope.course import ContentError, Course, default_course_path, load_course
from upslope.course.lint.rule import Finding
from upslope.course.lint.runner import check_course
from upslope.grading.lab import load_lab

SEEDS = 200


def run(arguments: Sequence[str]) -> int:
    """Check a course; return 1 if anything in it cannot stay as it is."""
    parser = ArgumentParser(
        prog="upslope check", description="Check a course's files, and prove every question."
    )
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument(
        "--seeds", type=int, default=SEEDS, metavar="N", help="variants of each question (default: 200)"
    )
    parser.add_argument("--only", metavar="ID", help="only what has an id that begins so, as in module/item")
    parser.add_argument("--json", action="store_true", help="one JSON list of findings")
    chosen = parser.parse_args(arguments)
    if chosen.seeds < 1:
        parser.error(f"--seeds is {chosen.seeds}; a question needs at least one.")
    findings = _findings(chosen.course or default_course_path(), chosen.seeds, chosen.only)
    print(_as_json(findings) if chosen.json else _as_text(findings))
    return int(any(finding.severity == "error" for finding in findings))


def _findings(folder: Path, seeds: int, only: str | None) -> list[Finding]:
    try:
        course = load_course(folder)
        progress = _show_progress if sys.stderr.isatty() else None
        return _nothing_meant(course, only) or [
            *check_course(course, seeds, only, progress),
            *_lab_findings(course, only),
        ]
    except ContentError as problem:  # without a table of contents there is nothing else to look at
        return [_finding(problem)]
    finally:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")


def _nothing_meant(course: Course, only: str | None) -> list[Finding]:
    """A mistyped id would otherwise look like a course without a fault."""
    ids = [item.full_id for item in course.items]
    if only is None or any(name.startswith(only) or only.startswith(name) for name in ids):
        return []
    what, remedy = f"No item has an id that begins with {only!r}.", "`upslope outline` lists the ids."
    return [Finding("error", course.path / "course.toml", 1, what, remedy)]


def _lab_findings(course: Course, only: str | None) -> list[Finding]:
    found: list[Finding] = []
    for item in labs_of(course):
        if item.path is None or not item.full_id.startswith(only or ""):
            continue
        try:
            load_lab(item.path)
        except ContentError as problem:
            found.append(_finding(problem))
    return found


def _finding(problem: ContentError) -> Finding:
    return Finding("error", problem.path, problem.line, problem.what, problem.remedy)


def _show_progress(done: int, number: int, name: str) -> None:
    sys.stderr.write(f"\r\x1b[K{done + 1}/{number} {name}")
    sys.stderr.flush()


def _as_json(findings: Sequence[Finding]) -> str:
    plain = [{**dataclasses.asdict(finding), "path": str(finding.path)} for finding in findings]
    return json.dumps(plain, ensure_ascii=False, indent=1)


def _as_text(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing to mend."
    lines: list[str] = []
    for finding in findings:
        lines += [
            f"{finding.path}:{finding.line}: {finding.severity}: {finding.what}",
            f"    {finding.remedy}",
        ]
    errors = sum(finding.severity == "error" for finding in findings)
    return "\n".join([*lines, "", f"To mend: {errors}. Worth a look: {len(findings) - errors}."])
