"""``upslope worker``: mark what a class hands in, on any machine that reaches its database."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from upslope.cli.class_server import add_course, cores, prepare, read_count, server_parser
from upslope.course import ContentError
from upslope.web.serving.data_folder import CannotServe


def run(arguments: Sequence[str]) -> int:
    """Take jobs until SIGTERM or Ctrl-C; return 2 if that cannot be."""
    parser = server_parser("worker", "Mark what a class hands in. Start as many as you like, anywhere.")
    add_course(parser)
    parser.add_argument(
        "--threads", default=str(cores()), metavar="N", help="jobs at once (default: as many as cores)"
    )
    chosen = parser.parse_args(arguments)
    try:
        threads = read_count("--threads", chosen.threads, 1)
        os.environ["UPSLOPE_LOGS"] = "json"
        prepare(chosen)
        import_module("upslope.web.serving.job_process").work(threads)
    except (CannotServe, ContentError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return 0
