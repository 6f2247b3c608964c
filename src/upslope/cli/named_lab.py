"""The lab that a command is about."""

from argparse import ArgumentParser
from pathlib import Path

from upslope.cli.course_folder import labs_of
from upslope.course import default_course_path, load_course
from upslope.grading.lab import Lab, load_lab


def named_lab(parser: ArgumentParser, name: str, course: Path | None) -> Lab:
    """Return the lab with this id, with or without its module in front. Ends the program, with the ids there
    are, if there is none; raises ContentError if it cannot be read.
    """
    labs = labs_of(load_course(course or default_course_path()))
    item = next((lab for lab in labs if name in (lab.id, lab.full_id)), None)
    if item is None or item.path is None:
        names = ", ".join(lab.id for lab in labs)
        parser.error(f"there is no lab {name!r} that can be graded. There is: {names or 'none yet'}.")
    return load_lab(item.path)
