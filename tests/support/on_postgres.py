"""The same tests on PostgreSQL: ``pytest -p tests.support.on_postgres tests/web``.

A server from the wheel is started once, before Django reads its settings; each process of the tests makes a
database of its own there.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.db import connection

from tests.support.postgres import Cluster


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start the server and tell the settings where it is; the workers of pytest-xdist inherit that."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="upslope-postgres-"))
    folder.chmod(0o755)  # started by root, the server is another user
    (folder / "data").mkdir()
    cluster = Cluster(folder / "data")
    os.environ["UPSLOPE_DATABASE"] = cluster.new_database()
    early_config.add_cleanup(lambda: _end(cluster, folder))


@pytest.fixture(autouse=True, scope="session")
def _it_is_postgres() -> None:
    """Nothing is proved by tests that quietly ran on the file."""
    assert connection.vendor == "postgresql"


def _end(cluster: Cluster, folder: Path) -> None:
    cluster.stop()
    shutil.rmtree(folder, ignore_errors=True)
