"""Whether anybody else is at the database: what replaces all of it must be alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from upslope.web.serving.data_folder import CannotServe, claimed


@contextmanager
def by_nobody_else() -> Iterator[None]:
    """Hold the database for this process alone. Raises CannotServe if a server or a worker is at it."""
    if connection.vendor == "sqlite":
        with claimed(settings.DATA) as is_ours:
            if not is_ours:
                raise CannotServe(f"The course in {settings.DATA} is being served. Stop it first.")
            yield
        return
    others = _other_connections()
    if others:
        raise CannotServe(
            f"{others} connection{'s' if others > 1 else ''} of Upslope to this database still stand. Stop "
            "the server and all workers first."
        )
    yield


def _other_connections() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name = 'upslope' AND pid <> pg_backend_pid()"
        )
        return int(cursor.fetchone()[0])
