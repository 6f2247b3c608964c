"""Writing a backup."""

import gzip
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from upslope.web.serving.backups.tables import Model, applied, columns, stored_models
from upslope.web.serving.backups.values import plain

KIND = "upslope-backup"
FORMAT = 1
SMALL_FILES = (
    "*.toml",
    "*.pem",
    "*.key",
    "secret-key",
)  # of the data folder: keys, and who may sign in where
AT_ONCE = 2000  # rows

Tell = Callable[[str, int], None]
"""Told a table and how many of its rows are done, now and then."""


def write_backup(file: Path, tell: Tell) -> dict[str, int]:
    """Write all that is kept into the file, all of it or none; return how many rows each table has.

    Only its owner may read it: it holds the secret key. Raises OSError where it cannot be written.
    """
    draft = file.with_name(f"{file.name}.{os.getpid()}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as raw, gzip.GzipFile("", "wb", 6, raw, 0) as packed:
            with one_moment():
                counts = _write_all(packed, tell)
            packed.flush()
            raw.flush()
            os.fsync(handle)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return counts


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it is at one moment, while others go on writing."""
    if connection.vendor == "sqlite":
        wrapper: Any = connection
        wrapper.ensure_connection()
        usual, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"  # takes no lock from writers
        try:
            with transaction.atomic():
                yield
        finally:
            wrapper.transaction_mode = usual
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _write_all(packed: Any, tell: Tell) -> dict[str, int]:
    def line(entry: Any) -> None:
        packed.write(json.dumps(entry, separators=(",", ":")).encode() + b"\n")

    line(
        {
            "kind": KIND,
            "format": FORMAT,
            "version": version("upslope"),
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "database": connection.vendor,
            "migrations": applied(),
            "secret_key": settings.SECRET_KEY,
            "files": _small_files(Path(settings.DATA)),
        }
    )
    counts: dict[str, int] = {}
    for model in stored_models(apps):
        name = model._meta.db_table
        line({"table": name, "columns": [field.attname for field in columns(model)]})
        counts[name] = 0
        for row in _rows(model):
            line([plain(value) for value in row])
            counts[name] += 1
            if counts[name] % AT_ONCE == 0:
                tell(name, counts[name])
        tell(name, counts[name])
    line({"end": counts})
    return counts


def _rows(model: Model) -> Iterator[tuple[Any, ...]]:
    names = [field.attname for field in columns(model)]
    rows = model._base_manager.order_by("pk").values_list(*names)
    yield from rows.iterator(chunk_size=AT_ONCE)


def _small_files(folder: Path) -> dict[str, str]:
    found = [file for pattern in SMALL_FILES for file in sorted(folder.glob(pattern)) if file.is_file()]
    return {file.name: file.read_text(encoding="utf-8") for file in found}
