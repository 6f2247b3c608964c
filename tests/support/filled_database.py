"""A row or three in every table there is, whatever tables come later, for what must keep all of them.

``python -m tests.support.filled_database [APP NAME]…`` fills the database of the environment, as it is after
these migrations, or with all of them.
"""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import django
from django.apps.registry import Apps
from django.db import connection, models, transaction

ROWS = 3
AWKWARD = "Zoë “ẋ” \u2028 \U0001f4c8 'quoted' \\ {} "
MOMENT = datetime(2026, 3, 29, 1, 30, 7, 123457, tzinfo=UTC)  # microseconds are easily lost
NESTED = {"z first": [1, 2.5, -0.1, 1e-7, None, True, "ß"], "a": {"deep": [[]]}, "": ""}
KINDS: list[tuple[Any, Any]] = [
    (models.BooleanField, lambda n: n % 2 == 0),
    (models.UUIDField, lambda n: UUID(int=(n << 64) + 7)),
    (models.DateTimeField, lambda n: MOMENT + timedelta(days=n)),
    (models.DateField, lambda n: date(2026, 2, 28) + timedelta(days=n)),
    (models.TimeField, lambda n: time(23, 59, n % 60, 999_999)),
    (models.DurationField, lambda n: timedelta(days=n, microseconds=1)),
    (models.JSONField, lambda n: {**NESTED, "number": n}),
    (models.BinaryField, lambda n: bytes([0, 255, n % 256])),
    (models.DecimalField, lambda n: Decimal(n) / 4),
    (models.FloatField, lambda n: n / 3),
    (models.IntegerField, lambda n: n % 90),
    (models.GenericIPAddressField, lambda n: f"192.0.2.{n % 250}"),
    (models.EmailField, lambda n: f"person{n}@example.org"),
    (models.SlugField, lambda n: f"slug-{n}"),
]


def fill(apps: Apps) -> None:
    """Put rows into every table, those that others refer to first."""
    done: set[Any] = set()
    waiting = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]
    with transaction.atomic():
        while waiting:
            ready = [model for model in waiting if _needs(model) <= done | {model}]
            for model in ready or waiting[:1]:
                _fill_one(model)
                done.add(model)
                waiting.remove(model)


def _needs(model: Any) -> set[Any]:
    return {field.related_model for field in model._meta.local_concrete_fields if field.is_relation}


def _fill_one(model: Any) -> None:
    if model._base_manager.exists():  # a migration has put rows there
        return
    for n in range(1, ROWS + 1):
        fields = [
            field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)
        ]
        row = model(**{field.attname: _value(field, n) for field in fields})
        row.save_base(raw=True, force_insert=True)


def _value(field: Any, n: int) -> Any:
    if field.is_relation:
        keys = list(field.related_model._base_manager.order_by("pk").values_list("pk", flat=True))
        return keys[(n - 1) % len(keys)] if keys else None
    if field.choices:
        return list(dict(field.flatchoices))[n % len(field.flatchoices)]
    if field.null and n == ROWS and not field.primary_key:
        return None
    for kind, make in KINDS:
        if isinstance(field, kind):
            return make(n)
    text = f"{n} {AWKWARD}"
    return text[: field.max_length] if field.max_length else text + "long " * 500


def main(words: Sequence[str]) -> None:
    django.setup()
    from django.apps import apps  # noqa: PLC0415  # models are there only after the set-up
    from django.core.management import call_command  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    if words:
        executor = MigrationExecutor(connection)
        fill(executor.migrate(list(zip(words[::2], words[1::2], strict=True))).apps)
    else:
        call_command("migrate", verbosity=0)
        fill(apps)
    connection.close()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upslope.web.settings")
    main(sys.argv[1:])
