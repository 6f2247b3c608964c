"""``upslope serve``: the course for a class, with accounts."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from tempfile import mkdtemp
from typing import Any

from upslope.cli.class_server import (
    add_course,
    cores,
    prepare,
    read_base_url,
    read_count,
    read_listen,
    server_parser,
)
from upslope.course import ContentError
from upslope.web.serving.data_folder import CannotServe


def run(arguments: Sequence[str]) -> int:
    """Serve until SIGTERM or Ctrl-C; return 2 if that cannot be."""
    parser = server_parser("serve", "Serve the course to a class, with accounts.")
    add_course(parser)
    parser.add_argument(
        "--base-url",
        metavar="URL",
        default=os.environ.get("UPSLOPE_BASE_URL", ""),
        help="where browsers find the site: https://upslope.example.org (default: $UPSLOPE_BASE_URL)",
    )
    parser.add_argument(
        "--listen", default="127.0.0.1:8477", metavar="HOST:PORT", help="default: %(default)s"
    )
    parser.add_argument(
        "--workers", default=str(cores()), metavar="N", help="web processes (default: as many as cores)"
    )
    parser.add_argument("--threads", default="8", metavar="N", help="requests a process answers at once (8)")
    parser.add_argument(
        "--jobs",
        default="2",
        metavar="N",
        help="submissions marked at once here; 0 with `upslope worker` (2)",
    )
    chosen = parser.parse_args(arguments)
    try:
        host, port = read_listen(chosen.listen)
        plan: dict[str, Any] = {
            "host": host,
            "port": port,
            "workers": read_count("--workers", chosen.workers, 1),
            "threads": read_count("--threads", chosen.threads, 1),
            "jobs": read_count("--jobs", chosen.jobs, 0),
        }
        os.environ["UPSLOPE_BASE_URL"] = read_base_url(chosen.base_url)
        os.environ["UPSLOPE_LOGS"] = "json"
        os.environ["UPSLOPE_LAB_SESSIONS"] = f"{mkdtemp(prefix='upslope-')}/lab-sessions"
        _refuse_windows()
        prepare(chosen)
        # Only now: it stands on gunicorn, which Windows has not, and on models, which want the settings.
        import_module("upslope.web.serving.production").serve(**plan)
    except (CannotServe, ContentError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return 0


def _refuse_windows() -> None:
    if sys.platform == "win32":
        raise CannotServe("A class cannot be served from Windows; use Linux, or a container.")
