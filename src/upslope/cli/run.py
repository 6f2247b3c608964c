"""``upslope run``: the course for one learner, on this machine."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django

from upslope.cli.course_folder import course_folder
from upslope.course import ContentError, default_course_path, load_course
from upslope.web.serving.data_folder import CannotServe, prepare_data_folder, usual_data_folder


def run(arguments: Sequence[str]) -> int:
    """Serve until Ctrl-C."""
    parser = serving_parser("run", "Serve the course to one learner, on this machine.")
    return serve(parser.parse_args(arguments), "courses")


def serving_parser(command: str, description: str) -> ArgumentParser:
    """Return a parser of what a serving command takes."""
    parser = ArgumentParser(prog=f"upslope {command}", description=description)
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )
    parser.add_argument(
        "--port", type=_port, help="the port to use (default: 8477, or the next one that is free)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address, do not open it")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where to keep your work (default: your data folder)"
    )
    return parser


def serve(chosen: Namespace, shelf: str) -> int:
    """Serve what was asked for; work on a course of one's own is kept under ``shelf`` in the data folder."""
    try:
        folder = prepare_data_folder(chosen.data or own_folder(chosen.course, shelf))
        set_up_django(folder, chosen.course)
        site = import_module("upslope.web.serving.site")
        site.serve(folder, chosen.port, open_browser=not chosen.no_browser)
    except (CannotServe, ContentError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return 0


def own_folder(course: Path | None, shelf: str) -> Path:
    """Work on one course is kept apart from work on another: their ids may be the same."""
    if course is None and shelf == "courses":
        return usual_data_folder()
    return usual_data_folder() / shelf / load_course(course or default_course_path()).id


def set_up_django(folder: Path, course: Path | None) -> None:
    """Settings read the environment once, when Django is set up; models can be imported only after that."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "upslope.web.settings"
    os.environ["UPSLOPE_DATA"] = str(folder)
    if course is not None:
        os.environ["UPSLOPE_COURSE"] = str(course.resolve())
    django.setup()


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise ArgumentTypeError(f"{text!r} is not a port; a port is a number from 1 to 65535.")
    return int(text)
