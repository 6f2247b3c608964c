"""``upslope new``: a course, an item or a question to start from."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from upslope.cli.course_folder import course_folder
from upslope.course import ContentError
from upslope.course.starters import start_course, start_item, start_question

_EXAMPLES = """examples:
  upslope new course my-course --title "Slopes for cooks"
  upslope new lesson my-course first-module/boiling --title "How fast it boils"
  upslope new quiz my-course first-module/practice
  upslope new question my-course first-module/practice/cooling --answer number
  upslope new lab my-course first-module/measuring
"""


def run(arguments: Sequence[str]) -> int:
    """Write the files; return 1 where that cannot be."""
    parser = ArgumentParser(
        prog="upslope new",
        description="Write something to start from. What it writes passes `upslope check`.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    _add_course(kinds.add_parser("course", help="a course folder with one lesson"))
    for kind in ("lesson", "quiz", "lab"):
        _add_item(kinds.add_parser(kind, help=f"a {kind} in a course"))
    _add_question(kinds.add_parser("question", help="a question of a quiz or a lesson"))
    chosen = parser.parse_args(arguments)
    try:
        written: list[Path] = chosen.write(chosen)
    except (ContentError, ValueError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    print("\n".join(["Written:", *(f"  {path}" for path in written), "", *_next_steps(chosen)]))
    return 0


def _add_course(parser: ArgumentParser) -> None:
    parser.add_argument("course", type=Path, metavar="FOLDER", help="where to put it: a new folder")
    parser.add_argument("--title", help="what learners read (default: from the folder's name)")
    parser.set_defaults(write=_write_course)


def _add_item(parser: ArgumentParser) -> None:
    parser.add_argument("course", type=course_folder, metavar="COURSE", help="the course folder")
    parser.add_argument("id", metavar="MODULE/ITEM", help="its id, for ever; a new module is made")
    parser.add_argument("--title", help="what learners read (default: from the id)")
    parser.set_defaults(write=_write_item)


def _add_question(parser: ArgumentParser) -> None:
    parser.add_argument("course", type=course_folder, metavar="COURSE", help="the course folder")
    parser.add_argument("id", metavar="MODULE/ITEM/QUESTION", help="its id, for ever")
    parser.add_argument(
        "--answer", default="expression", metavar="TYPE", help="the kind of answer it starts with"
    )
    parser.set_defaults(write=_write_question)


def _write_course(chosen: Namespace) -> list[Path]:
    return start_course(chosen.course, _title(chosen, chosen.course.name))


def _write_question(chosen: Namespace) -> list[Path]:
    return start_question(chosen.course, chosen.id, chosen.answer)


def _write_item(chosen: Namespace) -> list[Path]:
    return start_item(chosen.course, chosen.id, chosen.kind, _title(chosen, chosen.id.rpartition("/")[2]))


def _title(chosen: Namespace, name: str) -> str:
    return str(chosen.title or name.replace("-", " ").capitalize())


def _next_steps(chosen: Namespace) -> list[str]:
    where = str(chosen.course)
    if chosen.kind != "question":
        return [f"See it:    upslope preview {where}", f"Check it:  upslope check {where}"]
    name = chosen.id.rpartition("/")[2]
    in_lesson = (chosen.course / chosen.id.rpartition("/")[0] / "lesson.md").is_file()
    place = [f"Put it into the lesson where it belongs:\n\n```checkpoint\n{name}\n```\n"] if in_lesson else []
    return [
        *place,
        f"See it:    upslope preview {where}",
        f"Read it:   upslope variant {chosen.id} --course {where}",
        f"Prove it:  upslope check {where} --only {chosen.id}",
    ]
