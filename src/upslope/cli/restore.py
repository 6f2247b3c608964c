"""``upslope restore``: bring back what a backup holds, into either database."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from upslope.cli.class_server import prepare, server_parser
from upslope.cli.long_work import Progress
from upslope.web.serving.data_folder import CannotServe

NOT_EMPTY = (
    "{} is not empty: it has accounts ({}). Nothing was changed. With --replace all of it goes "
    "and the backup takes its place; a backup of it is written first."
)


def run(arguments: Sequence[str]) -> int:
    """Fill the database; return 2 if that cannot be. Stop the server and its workers first."""
    parser = server_parser(
        "restore", "Bring back what a backup holds. Stop the server and its workers before."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what `upslope backup` wrote")
    parser.add_argument("--replace", action="store_true", help="even if the database is not empty")
    chosen = parser.parse_args(arguments)
    file = chosen.file.expanduser().absolute()
    try:
        counts = _restore(chosen, file)
    except OSError as error:
        sys.stderr.write(f"{error.filename or file} cannot be read or written ({error.strerror}).\n")
        return 2
    except CannotServe as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    width = max(map(len, counts))
    for table, rows in counts.items():
        print(f"{table:{width}} {rows:>10,}")
    print(f"{sum(counts.values()):,} rows of {len(counts)} tables are there, as many as the backup has.")
    return 0


def _restore(chosen: Namespace, file: Path) -> dict[str, int]:
    folder = prepare(chosen)
    database = import_module("upslope.web.serving.database")
    reading = import_module("upslope.web.serving.backups.reading")
    in_use = import_module("upslope.web.serving.in_use")
    database.reach()
    backup = reading.Backup(file)
    with in_use.by_nobody_else(), Progress("restored") as progress:
        if not reading.is_empty():
            if not chosen.replace:
                raise CannotServe(NOT_EMPTY.format(database.described(), reading.people()))
            _keep_what_was(folder)
        counts: dict[str, int] = reading.fill_from(backup, progress.tell)
    return counts


def _keep_what_was(folder: Path) -> None:
    """Write a backup of what is about to go, beside the data."""
    import_module("upslope.web.serving.database").bring_up_to_date()
    file = folder / f"before-restore-{datetime.now():%Y-%m-%d-%H%M%S}.backup"
    import_module("upslope.web.serving.backups.writing").write_backup(file, lambda _table, _rows: None)
    print(f"What was there is kept in {file}")
