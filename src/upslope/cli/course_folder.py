"""The course that a command is given, and the labs in it."""

from argparse import ArgumentTypeError
from pathlib import Path

from upslope.course import Course, Item


def course_folder(text: str) -> Path:
    """Return the folder named on the command line."""
    path = Path(text)
    if path.is_file():
        raise ArgumentTypeError(f"{text} is a file; name the folder that holds course.toml.")
    return path


def labs_of(course: Course) -> list[Item]:
    """Return the labs that have a notebook; a playground has none."""
    return [item for item in course.items if item.has_notebook]
