"""Which tables hold what is kept, and in which state of the migrations."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps.registry import Apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

Model = type[models.Model]
Step = tuple[str, str]
"""An app and the name of a migration of it."""


MADE_ANEW = frozenset({"search"})  # apps that fill their tables from the course, each database in its own way


def stored_models(apps: Apps) -> list[Model]:
    """Return every model with a table of its own, by name of the table; those between two models too."""
    known: Iterable[Any] = apps.get_models(include_auto_created=True)
    kept = [model for model in known if model._meta.managed and not model._meta.proxy]
    tables = {model._meta.db_table: model for model in kept if model._meta.app_label not in MADE_ANEW}
    return [tables[name] for name in sorted(tables)]


def columns(model: Model) -> "list[models.Field[Any, Any]]":
    """Return the fields that are columns of the model's own table."""
    return list(model._meta.local_concrete_fields)


def applied() -> list[Step]:
    """Return the newest migration of each app that the database has had."""
    loader = MigrationLoader(connection)
    done = set(loader.applied_migrations)
    newest = [
        step
        for step in loader.graph.nodes
        if step in done
        and not any(child.key in done and child.key[0] == step[0] for child in _after(loader, step))
    ]
    return sorted(newest)


def missing(steps: Sequence[Step]) -> list[Step]:
    """Return those migrations that this program does not know."""
    known = MigrationLoader(connection).graph.nodes
    return [step for step in steps if step not in known]


def count(model: Model) -> int:
    """Return how many rows the table has, as the database itself says."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(model._meta.db_table)}")
        return int(cursor.fetchone()[0])


def _after(loader: MigrationLoader, step: Step) -> Iterable[Any]:
    children: Iterable[Any] = loader.graph.node_map[step].children
    return children
