"""Filling an empty database from a backup, whichever of the two it is, and whichever wrote the backup."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from upslope.web.accounts.models import User
from upslope.web.serving.backups.tables import Model, Step, columns, count, missing, stored_models
from upslope.web.serving.backups.values import fit_for_postgres, read_back
from upslope.web.serving.backups.writing import AT_ONCE, FORMAT, KIND, Tell
from upslope.web.serving.data_folder import CannotServe

DAMAGED = "{} is damaged or was not written to its end ({}). Take another backup."


class Backup:
    """A backup file that has been looked at: its head is read, and it is one that this program can use."""

    def __init__(self, file: Path) -> None:
        self.file = file
        head = next(self._lines())
        if not isinstance(head, dict) or head.get("kind") != KIND:
            raise CannotServe(f"{file} is no backup of Upslope.")
        self.head: dict[str, Any] = head
        self.steps: list[Step] = [(app, name) for app, name in head["migrations"]]
        unknown = missing(self.steps)
        if head["format"] > FORMAT or unknown:
            raise CannotServe(
                f"{file} was written by Upslope {head['version']}, which is newer than this one"
                f"{f' (it knows {unknown[-1][0]} {unknown[-1][1]})' if unknown else ''}. "
                "Install that version first."
            )

    def entries(self) -> Iterator[Any]:
        """Yield what stands behind the head: tables, rows, the end. Raises CannotServe if it is damaged."""
        lines = self._lines()
        next(lines)
        yield from lines

    def check(self) -> dict[str, int]:
        """Read all of it without using it; return how many rows each table has."""
        last: Any = None
        for entry in self.entries():
            last = entry
        if not isinstance(last, dict) or "end" not in last:
            raise CannotServe(DAMAGED.format(self.file, "its end is missing"))
        counts: dict[str, int] = last["end"]
        return counts

    def _lines(self) -> Iterator[Any]:
        try:
            with gzip.open(self.file, "rt", encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)
        except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
            raise CannotServe(f"{self.file} cannot be read ({error.strerror}).") from error
        except gzip.BadGzipFile as error:
            raise CannotServe(f"{self.file} is no backup of Upslope ({error}).") from error
        except (EOFError, zlib.error, ValueError) as error:
            raise CannotServe(DAMAGED.format(self.file, error)) from error


def is_empty() -> bool:
    """Return whether nobody has an account in this database, or it has no tables at all."""
    return User._meta.db_table not in connection.introspection.table_names() or not User.objects.exists()


def people() -> int:
    """Return how many people have an account."""
    return User.objects.count()


def fill_from(backup: Backup, tell: Tell) -> dict[str, int]:
    """Replace all that the database holds; return the counts, which were compared with the backup's.

    The tables are made as they were when the backup was written, filled, and then brought up to date.

    Raises:
        CannotServe: what was written is not what the backup says.
    """
    wanted = backup.check()
    drop_everything()
    executor = MigrationExecutor(connection)
    state = executor.migrate(backup.steps)
    models = {model._meta.db_table: model for model in stored_models(state.apps)}
    with transaction.atomic():
        for model in models.values():
            _empty(model)  # a migration may have put rows of its own there
        _insert_all(backup, models, tell)
        _set_sequences(list(models.values()))
    counts = {name: count(model) for name, model in models.items() if name in wanted}
    if counts != wanted:
        wrong = sorted(name for name in wanted if counts.get(name) != wanted[name])
        raise CannotServe(f"The backup has other counts than what was written, in {', '.join(wrong)}.")
    call_command("migrate", verbosity=0, interactive=False)
    _keep_small_files(backup.head)
    return counts


def drop_everything() -> None:
    """Drop every table of the database."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        if connection.vendor == "postgresql":
            for name in names:
                cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)} CASCADE")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
        virtual = [name for (name,) in cursor.fetchall()]  # they take the tables behind them along
        for name in [*virtual, *names]:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)}")
        cursor.execute("PRAGMA foreign_keys = ON")


def _insert_all(backup: Backup, models: dict[str, Model], tell: Tell) -> None:
    model: Model | None = None
    fields: list[Any] = []
    waiting: list[list[Any]] = []
    done = 0
    for entry in backup.entries():
        if isinstance(entry, list):
            waiting.append([read_back(field, value) for field, value in zip(fields, entry, strict=True)])
        if model is not None and waiting and (isinstance(entry, dict) or len(waiting) >= AT_ONCE):
            _insert(model, fields, waiting)
            done += len(waiting)
            waiting = []
            tell(model._meta.db_table, done)
        if isinstance(entry, dict) and "table" in entry:
            model, done = models[entry["table"]], 0
            by_name = {field.attname: field for field in columns(model)}
            fields = [by_name[name] for name in entry["columns"]]


def _insert(model: Model, fields: Sequence[Any], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows as they are: what a field sets by itself when it is saved, a date, must stay."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    if connection.vendor == "postgresql":
        rows = [[fit_for_postgres(value) for value in row] for row in rows]
    stored = [
        [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", stored)


def _empty(model: Model) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _set_sequences(models: list[Model]) -> None:
    """Let the next row of each table get a number that none has. SQLite does so by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _keep_small_files(head: dict[str, Any]) -> None:
    """Put keys back where they were, for their owner alone; the secret key wherever it came from."""
    folder = Path(settings.DATA)
    for name, text in {**head["files"], "secret-key": head["secret_key"]}.items():
        if Path(name).name != name:
            continue
        draft = folder / f"{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(text, encoding="utf-8")
        draft.replace(folder / name)
