"""The findings of ``upslope check``, for people and for tools."""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from upslope.course.lint.rule import Finding
from upslope.course.lint.runner import Report

FIELDS = ("rule", "severity", "path", "line", "what", "remedy")
"""What tools may rely on; docs/authors/check.md says what each one is."""


def as_json(findings: Sequence[Finding]) -> str:
    """Return one JSON list with a table for each finding."""
    plain = [{name: getattr(finding, name) for name in FIELDS} for finding in findings]
    return json.dumps(plain, ensure_ascii=False, indent=1, default=str)


def as_text(report: Report, seeds: int, seconds: float) -> str:
    """Return the findings file by file, a blank line between files, and what was done in the last line."""
    blocks = [
        "\n".join(map(_told, found)) for _, found in groupby(report.findings, lambda finding: finding.path)
    ]
    return "\n\n".join([*blocks, f"{_verdict(report.findings)}\n{_work(report, seeds, seconds)}"])


def _told(finding: Finding) -> str:
    here = Path.cwd()
    path = finding.path.relative_to(here) if finding.path.is_relative_to(here) else finding.path
    return f"{path}:{finding.line}: {finding.severity}: {finding.what}\n    {finding.remedy} [{finding.rule}]"


def _verdict(findings: Sequence[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    mend = f"To mend: {errors}." if errors else "Nothing to mend."
    return f"{mend} Worth a look: {len(findings) - errors}." if len(findings) > errors else mend


def _work(report: Report, seeds: int, seconds: float) -> str:
    questions = f"{report.questions} question{'' if report.questions == 1 else 's'}"
    known = f", {report.remembered} things known from before" if report.remembered else ""
    return f"{questions} on {seeds} seeds in {seconds:.1f} s{known}."
