"""Each test gets a database of its own on a real PostgreSQL."""

from tests.support.postgres import cluster, database

__all__ = ["cluster", "database"]
