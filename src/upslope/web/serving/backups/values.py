"""A field's value as JSON and back: nothing rounded, nothing guessed."""

import base64
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from upslope.web.storable import storable


def plain(value: Any) -> Any:
    """Return a value of a row as what JSON can hold. JSON fields are that already."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, timedelta):
        return [value.days, value.seconds, value.microseconds]
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def fit_for_postgres(value: Any) -> Any:
    """Return a value without the few characters that SQLite keeps and PostgreSQL does not."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [fit_for_postgres(one) for one in value]
    if isinstance(value, dict):
        return {storable(name): fit_for_postgres(one) for name, one in value.items()}
    return value


def read_back(field: "models.Field[Any, Any]", value: Any) -> Any:
    """Return what ``plain`` was given, for the field it came from."""
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    if isinstance(field, models.DurationField):
        return timedelta(*value)
    return field.to_python(value)
