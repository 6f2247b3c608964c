"""The command ``upslope``. Only the module of the command asked for is imported, so that help stays quick."""

import sys
from argparse import REMAINDER, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

COMMANDS = {
    "run": "serve the course to one learner, on this machine",
    "serve": "serve the course to a class, with accounts",
    "worker": "mark what a class hands in, on any machine",
    "operator": "make the first account of a class's server",
    "lti": "let a learning platform (Moodle, Canvas …) send people and take marks",
    "digest": "mail a class what is new in its discussions, once a day",
    "backup": "write everything that is kept into one file",
    "restore": "bring back what a backup holds",
    "move": "move what is kept from SQLite to PostgreSQL",
    "outline": "list every item of the course",
    "new": "write a course, a lesson, a quiz, a question or a lab to start from",
    "preview": "see a course while you write it; pages follow each save",
    "variant": "show one instance of a question, with its answers and known mistakes",
    "check": "check a course: its files, and every question on many seeds",
    "reports": "list the problems that learners have reported",
    "reviews": "list what learners think of the course",
    "explain": "work a derivative, a Taylor polynomial … step by step",
    "grade": "grade notebooks of a lab",
    "lab": "write the notebook of a lab, to work in or solved",
    "mark": "mark typed answers, one JSON line each",
    "sandbox": "say how well learner code is shut in on this machine",
    "version": "print the version",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if all is good, 1 if something was found, 2 if it was not understood."""
    parser = ArgumentParser(
        prog="upslope",
        description="Calculus for machine learning, from the first slope up.",
        epilog="commands:\n" + "\n".join(f"  {name:9} {what}" for name, what in COMMANDS.items()),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of the commands below")
    parser.add_argument(
        "arguments", nargs=REMAINDER, metavar="…", help="`upslope COMMAND --help` says what it takes"
    )
    _never_fail_to_print()
    chosen = parser.parse_args(arguments)
    try:
        command = import_module(f"upslope.cli.{chosen.command}")
        return int(command.run(chosen.arguments))
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 1
    except BrokenPipeError:  # the reader, `head` for instance, has seen enough
        sys.stderr.close()
        return 0


def _never_fail_to_print() -> None:
    """A file name or a terminal that does not know a character shows it escaped, and the command goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
