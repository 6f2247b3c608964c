"""Data for the browser inside a page."""

import json
from collections.abc import Mapping
from typing import Any


def data_block(data: Mapping[str, Any]) -> str:
    """Return a JSON block; no character in it can end the block early. Raises ValueError for nan."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return '<script type="application/json">' + text.replace("<", r"\u003c") + "</script>"
