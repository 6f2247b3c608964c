"""``upslope check``: everything an author should mend."""

import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool

from platformdirs import user_cache_path

from upslope.cli.course_folder import course_folder, labs_of
from upslope.cli.findings import as_json, as_text
from upslope.course import ContentError, Course, default_course_path, load_course
from upslope.course.lint.memory import Memory
from upslope.course.lint.rule import Finding, not_readable
from upslope.course.lint.runner import Check, Report, run_check, stands_in
from upslope.course.lint.workers import Workers, usual_jobs
from upslope.course.schema import walk_questions
from upslope.grading.code_answers.code_proofs import prove_code_answers
from upslope.grading.lab import load_lab

SEEDS = 200


def run(arguments: Sequence[str]) -> int:
    """Check a course; return 1 if anything in it cannot stay as it is."""
    chosen = _parser().parse_args(arguments)
    began = time.monotonic()
    try:
        report = _report(chosen)
    except BrokenProcessPool:
        sys.stderr.write(
            "A process of the check was ended from outside; memory may have run out. Try --jobs 1.\n"
        )
        return 1
    finally:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
    seconds = time.monotonic() - began
    print(as_json(report.findings) if chosen.json else as_text(report, chosen.seeds, seconds))
    return int(any(finding.severity == "error" for finding in report.findings))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="upslope check", description="Check a course's files, and prove every question."
    )
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument(
        "--seeds",
        type=_one_or_more,
        default=SEEDS,
        metavar="N",
        help="variants of each question (default: 200)",
    )
    parser.add_argument("--only", metavar="ID", help="only this module, item or question, as in module/item")
    parser.add_argument("--json", action="store_true", help="one JSON list of findings")
    parser.add_argument("--fresh", action="store_true", help="check everything, changed or not")
    parser.add_argument(
        "--jobs", type=_one_or_more, default=usual_jobs(), metavar="N", help="processes (default: one a core)"
    )
    return parser


def _one_or_more(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more.")
    return int(text)


def _report(chosen: Namespace) -> Report:
    try:
        course = load_course(chosen.course or default_course_path())
    except ContentError as problem:  # without a table of contents there is nothing else to look at
        return Report((not_readable(problem, "format"),), 0, 0)
    missed = _nothing_meant(course, chosen.only)
    if missed:
        return Report((missed,), 0, 0)
    prove_code_answers()
    memory = None if chosen.fresh else Memory(user_cache_path("upslope", appauthor=False) / "check")
    check = Check(course, chosen.seeds, chosen.only, memory, Workers(chosen.jobs, prove_code_answers))
    report = run_check(check, _show_progress if sys.stderr.isatty() else None)
    findings = (*report.findings, *_lab_findings(course, chosen.only))
    return Report(findings, report.questions, report.remembered)


def _nothing_meant(course: Course, only: str | None) -> Finding | None:
    """A mistyped id would otherwise look like a course without a fault."""
    names = (*(item.full_id for item in course.items), *walk_questions(course))
    if only is None or any(stands_in(name, only) for name in names):
        return None
    what, remedy = f"Nothing in the course has the id {only!r}.", "`upslope outline` lists the ids."
    return Finding("error", course.path / "course.toml", 1, what, remedy, "format")


def _lab_findings(course: Course, only: str | None) -> list[Finding]:
    found: list[Finding] = []
    for item in labs_of(course):
        if item.path is None or (only and not stands_in(item.full_id, only)):
            continue
        try:
            load_lab(item.path)
        except ContentError as problem:
            found.append(not_readable(problem, "labs"))
    return found


def _show_progress(done: int, number: int, name: str) -> None:
    sys.stderr.write(f"\r\x1b[K{done + 1}/{number} {name}")
    sys.stderr.flush()
