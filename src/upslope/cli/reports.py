"""``upslope reports``: what learners found wrong with questions, for their author."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from upslope.cli.course_folder import course_folder
from upslope.cli.run import own_folder, set_up_django
from upslope.course import ContentError

DATABASE = "upslope.sqlite3"


def run(arguments: Sequence[str]) -> int:
    """Print every report, the oldest first; return 1 if there is no such data folder or course."""
    parser = ArgumentParser(prog="upslope reports", description="List the problems learners have reported.")
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the work is kept")
    parser.add_argument("--json", action="store_true", help="one JSON list")
    chosen = parser.parse_args(arguments)
    try:
        folder = (chosen.data or own_folder(chosen.course, "courses")).expanduser().absolute()
    except ContentError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    if not (folder / DATABASE).is_file():
        sys.stderr.write(f"{folder} holds no work. Name the folder of `upslope run` with --data.\n")
        return 1
    reports = _reports(folder, chosen.course)
    course = f" --course {chosen.course}" if chosen.course else ""
    print(json.dumps(reports, ensure_ascii=False, indent=1) if chosen.json else _as_text(reports, course))
    return 0


def _reports(folder: Path, course: Path | None) -> list[dict[str, Any]]:
    set_up_django(folder, course)
    import_module("upslope.web.serving.database").bring_up_to_date()
    reports: list[dict[str, Any]] = import_module("upslope.web.practice.reports").reports_for_author()
    return reports


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
