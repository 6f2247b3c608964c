"""What the commands of a class's server are told alike: which database, which data folder, which address."""

import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from upslope.cli.course_folder import course_folder
from upslope.cli.run import own_folder, set_up_django
from upslope.web.serving.data_folder import CannotServe, prepare_data_folder

SHORTEST_KEY = 32  # characters
FORM = "postgres://NAME:PASSWORD@HOST:5432/DATABASE"


def server_parser(command: str, description: str) -> ArgumentParser:
    """Return a parser of what each of these commands takes."""
    parser = ArgumentParser(prog=f"upslope {command}", description=description)
    parser.add_argument(
        "--database",
        metavar="URL",
        default=os.environ.get("UPSLOPE_DATABASE", ""),
        help=f"{FORM} (default: $UPSLOPE_DATABASE, which no list of processes shows; else SQLite in the "
        "data folder)",
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=os.environ.get("UPSLOPE_DATA"),
        help="the data folder (default: $UPSLOPE_DATA, else your own)",
    )
    return parser


def add_course(parser: ArgumentParser) -> None:
    """Let the command take a course."""
    parser.add_argument(
        "course", nargs="?", type=course_folder, metavar="COURSE", help="a course folder (default: our own)"
    )


def prepare(chosen: Namespace) -> Path:
    """Make the data folder, note in the environment what was chosen, and set Django up; return the folder.

    Raises:
        CannotServe: the database's address or the secret key cannot be right, or the folder not be written.
    """
    course: Path | None = getattr(chosen, "course", None)
    folder = prepare_data_folder(Path(chosen.data) if chosen.data else own_folder(course, "courses"))
    os.environ["UPSLOPE_DATABASE"] = read_database(chosen.database)
    _check_secret_key(os.environ.get("UPSLOPE_SECRET_KEY", ""))
    set_up_django(folder, course)
    return folder


def read_database(text: str) -> str:
    """Return a PostgreSQL address as it is, or "" for SQLite in the data folder. Raises CannotServe."""
    if not text:
        return ""
    shown = re.sub(r":[^:@/]*@", ":…@", text)
    try:
        parts = urlsplit(text)
        is_right = parts.scheme in ("postgres", "postgresql") and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or len(parts.path) < 2:
        raise CannotServe(
            f"The database {shown!r} cannot be read as an address. It looks like {FORM}, with special "
            "characters of the password as %40 and the like. Leave --database out for SQLite."
        )
    return text


def read_base_url(text: str) -> str:
    """Return where browsers find the site, without a slash at its end. Raises CannotServe."""
    try:
        parts = urlsplit(text)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise CannotServe(
            f"The base URL {text!r} cannot be used. It is what learners type to get here, without a path: "
            "https://upslope.example.org for instance."
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def read_listen(text: str) -> tuple[str, int]:
    """Return host and port of ``HOST:PORT``; an IPv6 host stands in brackets. Raises CannotServe."""
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]\s]+):(\d{1,5})", text)
    if found is None or not 1 <= int(found[2]) <= 65535:
        raise CannotServe(f"--listen {text!r} is no place to listen. Write 127.0.0.1:8477 for instance.")
    return found[1].strip("[]"), int(found[2])


def read_count(name: str, text: str, least: int) -> int:
    """Return a number of workers, threads or jobs. Raises CannotServe."""
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= 256:
        raise CannotServe(f"{name} {text!r} cannot be used; it is a number from {least} to 256.")
    return int(text)


def cores() -> int:
    """Return how many processors this process may use."""
    usable: Sequence[int] | set[int] = (
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )
    return len(usable)


def _check_secret_key(key: str) -> None:
    if key and len(key) < SHORTEST_KEY:
        raise CannotServe(
            f"UPSLOPE_SECRET_KEY has {len(key)} characters; who guesses it can be anybody. Take "
            f"{SHORTEST_KEY} or more at random, or unset it and one is made in the data folder."
        )
