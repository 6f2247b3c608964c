"""Addresses of the files that the front-end build wrote."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage


class BuiltFiles(StaticFilesStorage):
    """Add a mark of the content to each address, so that browsers may keep a file for as long as they like.

    Fonts keep their plain address: the style sheet names them so too, and a page must not fetch them twice.
    So does a file that is not there, so that pages can be tested before anything is built.
    """

    def url(self, name: str | None) -> str:
        address = super().url(name)
        file = Path(
            f"{settings.STATIC_ROOT}/{name}"
        )  # as plain text: a template's marked string makes no path
        if file.suffix == ".woff2" or not file.is_file():
            return address
        return f"{address}?v={_mark(file, file.stat().st_mtime_ns)}"


@lru_cache(maxsize=64)
def _mark(file: Path, changed: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]
