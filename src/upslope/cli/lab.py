"""``upslope lab``: the notebook of a lab, to work in or solved."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from upslope.cli.course_folder import course_folder
from upslope.cli.named_lab import named_lab
from upslope.course import ContentError
from upslope.grading.notebooks.notebook import as_file, build_notebook, solve_notebook

MAKERS = {"build": build_notebook, "solve": solve_notebook}


def run(arguments: Sequence[str]) -> int:
    """Write the notebook; return 1 where that cannot be."""
    parser = ArgumentParser(prog="upslope lab", description="Write the notebook of a lab.")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    _add(kinds.add_parser("build", help="the notebook a learner starts from"))
    _add(kinds.add_parser("solve", help="the notebook with the author's solutions"))
    chosen = parser.parse_args(arguments)
    try:
        lab = named_lab(parser, chosen.lab, chosen.course)
        text = as_file(MAKERS[chosen.kind](lab))
        usual = lab.id if chosen.kind == "build" else f"{lab.id}-solved"
        return _write(text, chosen, Path(f"{usual}.ipynb"))
    except ContentError as problem:
        sys.stderr.write(f"{problem}\n")
    except OSError as problem:
        sys.stderr.write(f"{problem.filename or chosen.output} cannot be written: {problem.strerror}.\n")
    return 1


def _add(parser: ArgumentParser) -> None:
    parser.add_argument("lab", metavar="LAB", help="the lab's id, as in fitting-heights")
    parser.add_argument(
        "--output", metavar="FILE", help="where to write it; - is standard output (default: LAB.ipynb, here)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there already")
    parser.add_argument(
        "--course", type=course_folder, metavar="DIR", help="a course folder (default: our own)"
    )


def _write(text: str, chosen: Namespace, usual: Path) -> int:
    if chosen.output == "-":
        sys.stdout.buffer.write(text.encode())
        return 0
    path = Path(chosen.output) if chosen.output else usual
    if os.path.isdir(path):
        path = path / usual
    try:
        with path.open("w" if chosen.overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        sys.stderr.write(
            f"{path} is there already, and somebody's work may be in it, so it was left alone. "
            "Name another file with --output, or add --overwrite to replace it.\n"
        )
        return 1
    print(path)
    return 0
