"""``upslope backup``: everything that is kept, in one file."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from upslope.cli.class_server import prepare, server_parser
from upslope.cli.long_work import Progress
from upslope.web.serving.data_folder import CannotServe


def run(arguments: Sequence[str]) -> int:
    """Write the file; return 2 if that cannot be. The site may be in use meanwhile."""
    parser = server_parser("backup", "Write everything that is kept into one file, while the site is in use.")
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it; it must not be there yet")
    chosen = parser.parse_args(arguments)
    file = chosen.file.expanduser().absolute()
    try:
        if file.exists():
            raise CannotServe(f"{file} is there already. Choose another name, or remove it first.")
        prepare(chosen)
        import_module("upslope.web.serving.database").bring_up_to_date()
        with Progress("written") as progress:
            counts = import_module("upslope.web.serving.backups.writing").write_backup(file, progress.tell)
    except OSError as error:
        sys.stderr.write(f"{file} cannot be written ({error.strerror}).\n")
        return 2
    except CannotServe as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    size = file.stat().st_size
    print(f"{sum(counts.values()):,} rows of {len(counts)} tables in {file} ({size:,} bytes).")
    print("It holds the site's secret key and everybody's work: keep it where only you can read it.")
    return 0
