"""``upslope check``: everything an author should mend."""

import dataclasses
import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from upslope.course import ContentError, default_course_path, load_course
from upslope.course.lint.rule import Finding
from upslope.course.lint.runner import check_course

SEEDS = 200


def run(arguments: Sequence[str]) -> int:
    """Check a course; return 1 if anything in it cannot stay as it is."""
    parser = ArgumentParser(
        prog="upslope check", description="Check a course's files, and prove every question."
    )
    parser.add_argument(
        "course", nargs="?", type=Path, metavar="COURSE", help="a course folder (default: our own)"
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
        return check_course(load_course(folder), seeds, only, _show_progress if sys.stderr.isatty() else None)
    except ContentError as problem:  # without a table of contents there is nothing else to look at
        return [Finding("error", problem.path, problem.line, problem.what, problem.remedy)]
    finally:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")


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
