"""``upslope outline``: every item of the course, in order."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from typing import Any

from upslope.cli.course_folder import course_folder
from upslope.course import ContentError, default_course_path, load_course
from upslope.course.outline import outline


def run(arguments: Sequence[str]) -> int:
    """Print the outline as a table, or as one JSON list."""
    parser = ArgumentParser(prog="upslope outline", description="List every item of the course, in order.")
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON list")
    chosen = parser.parse_args(arguments)
    try:
        items = outline(load_course(chosen.course or default_course_path()))
    except ContentError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    print(json.dumps(items, ensure_ascii=False, indent=1) if chosen.json else _table(items))
    return 0


def _table(items: Sequence[Mapping[str, Any]]) -> str:
    lines: list[str] = []
    width = max(len(item["id"]) for item in items)
    module = None
    for item in items:
        if item["module"] != module:
            module = item["module"]
            lines += ["", module] if lines else [module]
        lines.append(f"  {item['id']:{width}}  {item['kind']:11}  {item['status']:6}  {item['title']}")
    ready = sum(item["status"] == "ready" for item in items)
    return "\n".join([*lines, "", f"{len(items)} items, {ready} ready."])
