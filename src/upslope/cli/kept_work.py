"""For commands that read what learners left: the data folder they name, brought up to date."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from upslope.cli.course_folder import course_folder
from upslope.cli.run import own_folder, set_up_django
from upslope.course import ContentError

DATABASE = "upslope.sqlite3"


def read_arguments(command: str, description: str, arguments: Sequence[str]) -> Namespace:
    """Return what was asked for: a course, a data folder, and whether as JSON."""
    parser = ArgumentParser(prog=f"upslope {command}", description=description)
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the work is kept")
    parser.add_argument("--json", action="store_true", help="one JSON list")
    return parser.parse_args(arguments)


def open_work(chosen: Namespace) -> bool:
    """Make the models of the chosen data folder ready; say why and return False where that cannot be."""
    try:
        folder = (chosen.data or own_folder(chosen.course, "courses")).expanduser().absolute()
    except ContentError as problem:
        sys.stderr.write(f"{problem}\n")
        return False
    if not (folder / DATABASE).is_file():
        sys.stderr.write(f"{folder} holds no work. Name the folder of `upslope run` with --data.\n")
        return False
    set_up_django(folder, chosen.course)
    import_module("upslope.web.serving.database").bring_up_to_date()
    return True
