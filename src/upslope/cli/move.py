"""``upslope move``: from SQLite in a data folder to PostgreSQL."""

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from upslope.cli.class_server import FORM, read_database
from upslope.cli.kept_work import DATABASE
from upslope.web.serving.data_folder import CannotServe


def run(arguments: Sequence[str]) -> int:
    """Move; return 2 if that cannot be. The SQLite file stays as it is."""
    parser = ArgumentParser(
        prog="upslope move",
        description="Move everything from SQLite to PostgreSQL. Stop the server first; the file stays.",
    )
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, metavar="DIR", help="a data folder"
    )
    parser.add_argument(
        "--to",
        dest="target",
        metavar="URL",
        default=os.environ.get("UPSLOPE_DATABASE", ""),
        help=f"{FORM} (default: $UPSLOPE_DATABASE)",
    )
    parser.add_argument("--replace", action="store_true", help="even if the database is not empty")
    chosen = parser.parse_args(arguments)
    folder = chosen.source.expanduser().absolute()
    try:
        if not (folder / DATABASE).is_file():
            raise CannotServe(f"{folder} holds no work. Name the data folder of `upslope run` or `serve`.")
        if not read_database(chosen.target):
            raise CannotServe(f"Say where to move it with --to {FORM}.")
    except CannotServe as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return _move(folder, chosen.target, ["--replace"] if chosen.replace else [])


def _move(folder: Path, target: str, more: list[str]) -> int:
    """Back up here and restore there, each in a process of its own: a process knows one database."""
    with TemporaryDirectory(dir=folder, prefix="moving-") as between:
        file = str(Path(between) / "everything.backup")
        return _upslope(["backup", file], folder, "") or _upslope(["restore", file, *more], folder, target)


def _upslope(words: list[str], folder: Path, database: str) -> int:
    """Run one command. The database's password goes by the environment, which no list of processes shows."""
    command = [sys.executable, "-m", "upslope.cli", *words, "--data", str(folder)]
    return subprocess.run(command, env={**os.environ, "UPSLOPE_DATABASE": database}, check=False).returncode
