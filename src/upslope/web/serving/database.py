"""Bringing a database to the shape this version needs, with nobody else at it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from upslope.web.serving.data_folder import CannotServe
from upslope.web.serving.file_locks import lock

LOCK = 0x75_70_73_6C_6F_70_65  # any number that no other program locks: "upslope"


def bring_up_to_date() -> None:
    """Apply the migrations that are missing. Looking is quick, so it is done at every start.

    Several machines may start in one moment: one applies them, the others wait.

    Raises:
        CannotServe: the database cannot be reached, or a newer program has changed it.
    """
    reach()
    executor = MigrationExecutor(connection)
    _refuse_newer(executor)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with nobody_else():
            try:
                call_command("migrate", verbosity=0, interactive=False)  # it looks again
            except OperationalError as failure:
                raise CannotServe(_not_brought_up(failure)) from failure


def _not_brought_up(failure: OperationalError) -> str:
    return (
        f"{described()} could not be brought up to date ({failure}). What was done so far is kept, and the "
        "next start goes on from there. Look for room on the disk, and for another program that holds it."
    )


def reach() -> None:
    """Connect to the database. Raises CannotServe, with what to check, where that cannot be."""
    try:
        connection.ensure_connection()
    except OperationalError as failure:
        raise CannotServe(unreachable(failure)) from failure


def described() -> str:
    """Return which database this is, without its password."""
    here = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        return f"SQLite in {here['NAME']}"
    host = here["HOST"] or here["OPTIONS"].get("host", "") or "this machine"
    port = f":{here['PORT']}" if here["PORT"] else ""
    return f"PostgreSQL, {here['NAME']} on {host}{port}"


def unreachable(failure: OperationalError) -> str:
    """Return a sentence for a database that cannot be opened."""
    reason = re.sub(r"\s+", " ", str(failure)).strip().rstrip(".")
    return (
        f"The database cannot be reached: {described()} ({reason}). Check that it runs, that this machine "
        "may connect to it, and that the name and the password in --database or UPSLOPE_DATABASE are right."
    )


@contextmanager
def nobody_else() -> Iterator[None]:
    """Hold a lock that all machines of this database share. It ends with the process, however that ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    else:
        with (Path(str(settings.DATABASES["default"]["NAME"])).parent / "migrating").open("a") as file:
            lock(file)
            yield


def _refuse_newer(executor: MigrationExecutor) -> None:
    ours = {config.label for config in apps.get_app_configs()}
    unknown = sorted(
        f"{app} {name}"
        for app, name in executor.loader.applied_migrations
        if app in ours and (app, name) not in executor.loader.disk_migrations
    )
    if unknown:
        raise CannotServe(
            f"A newer Upslope than this one has changed the database (it knows {unknown[-1]}; this one does "
            "not). Install that version, or restore a backup of before."
        )
