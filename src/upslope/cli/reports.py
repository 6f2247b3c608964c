"""``upslope reports``: what learners found wrong with questions, for their author."""

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from upslope.cli.kept_work import open_work, read_arguments


def run(arguments: Sequence[str]) -> int:
    """Print every report, the oldest first; return 1 if there is no such data folder or course."""
    chosen = read_arguments("reports", "List the problems learners have reported.", arguments)
    if not open_work(chosen):
        return 1
    reports = import_module("upslope.web.practice.reports").reports_for_author()
    course = f" --course {chosen.course}" if chosen.course else ""
    print(json.dumps(reports, ensure_ascii=False, indent=1) if chosen.json else _as_text(reports, course))
    return 0


def _as_text(reports: Sequence[Mapping[str, Any]], course: str) -> str:
    blocks = ["\n".join(_lines(report, course)) for report in reports]
    count = f"{len(reports)} report{'' if len(reports) == 1 else 's'}."
    return "\n\n".join([*blocks, count])


def _lines(report: Mapping[str, Any], course: str) -> list[str]:
    answers = [f"  {name} = {answer!r}" for name, answer in report["answers"].items()]
    remarks = [f"  {part['name']}: {_remark(part)}" for part in report["feedback"]]
    page = [f"  {name}: {value}" for name, value in report["page"].items() if value]
    return [
        f"{report['created'][:16].replace('T', ' ')}  {report['kind_in_words']}",
        *(f"  {line}" for line in report["text"].splitlines()),
        f"upslope variant {report['question_id']} --seed {report['seed']}{course}",
        *(["in the fields:", *answers] if any(report["answers"].values()) else []),
        *(["last said:", *remarks] if remarks else []),
        *(["seen with:", *page] if page else []),
    ]


def _remark(part: Mapping[str, Any]) -> str:
    return f"{part['fraction']:g} {part['sentence']}".strip()
