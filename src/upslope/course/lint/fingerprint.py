"""What a check depends on, as short texts: equal ones promise an equal outcome."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from upslope.course.lint import katex
from upslope.course.schema import Course

PACKAGE = Path(__file__).resolve().parents[2]
DECISIVE = ("maths", "questions", "course", "grading")
LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "mpmath", "numpy", "contourpy")


def unit_fingerprint(course: Course, name: str, seeds: int) -> str:
    """Return the fingerprint of checking an item or a question on this many seeds with what is installed."""
    module, item, *question = name.split("/")
    folder = course.path.joinpath(module, item, *(("questions", *question) if question else ()))
    modules = {module.id for module in course.modules}
    shared = [path for path in course.path.iterdir() if path.name not in modules]
    digest = hashlib.sha256(
        f"{engine_fingerprint()} {course.path} {course.path.resolve()} {name} {seeds}".encode()
    )
    digest.update(katex.missing().encode())
    digest.update(files_fingerprint([*shared, folder]).encode())
    return digest.hexdigest()


@cache
def engine_fingerprint() -> str:
    """Return the fingerprint of the code that decides what is found: ours, and what it stands on."""
    told = [sys.version, *(f"{name} {_version(name)}" for name in LIBRARIES)]
    return files_fingerprint([PACKAGE / floor for floor in DECISIVE]) + " ".join(told)


def files_fingerprint(paths: Iterable[Path]) -> str:
    """Return the fingerprint of files and of everything in folders."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(str(file.relative_to(path.parent)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
