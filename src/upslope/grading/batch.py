"""Many notebooks at once: graded side by side, one bad one never stopping the rest, and none graded twice."""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import LARGEST_NOTEBOOK
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox


@dataclass(frozen=True)
class Graded:
    """A notebook's result, with what it was worked out from: its file's hash, and the lab's version.

    ``file`` is None for what cannot be opened or is no file.
    """

    result: LabResult
    file: str | None
    lab_version: str

    def line(self) -> str:
        """Return the line of JSON that a file of results keeps."""
        known = {"file": self.file, "lab_version": self.lab_version}
        return json.dumps({**self.result.to_json(), **known}, ensure_ascii=False)


def notebooks_in(paths: Iterable[Path]) -> list[Path]:
    """Return ``paths`` with every folder replaced by the notebooks anywhere in it, in order of their names.

    Hidden folders (the checkpoints of Jupyter) are passed over. A folder without any stays, and is told
    when it is graded.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(_inside(path)) if os.path.isdir(path) else []
        found += inside or [path]
    return found


def _inside(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if name.endswith(".ipynb") and name[0] != ".")


def lab_version(lab: Lab) -> str:
    """Return a hash of everything a verdict depends on besides the notebook: the lab's folder, and us."""
    hashed = hashlib.sha256(version("upslope").encode())
    for path in sorted(lab.path.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            hashed.update(f"\n{path.relative_to(lab.path)} {path.stat().st_size}\n".encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


def file_hash(path: Path) -> str | None:
    """Return a hash of what a file holds; None for what cannot be opened, is no file, or is too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST_NOTEBOOK + 1)
    except (OSError, ValueError):
        return None
    return hashlib.sha256(data).hexdigest()[:16] if len(data) <= LARGEST_NOTEBOOK else None


def kept_results(lines: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Return the last whole result of each notebook in a file of results. A line that was cut off, or is
    something else, is passed over.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for line in lines:
        try:
            kept = json.loads(line)
            found[kept["notebook"]] = kept
        except (ValueError, TypeError, KeyError, RecursionError):
            continue
    return found


def is_current(kept: Mapping[str, Any] | None, file: str | None, lab: Lab, now: str) -> bool:
    """Whether a kept result is of the same file and the same version of the same lab."""
    if kept is None or file is None:
        return False
    return (kept.get("file"), kept.get("lab"), kept.get("lab_version")) == (file, lab.id, now)


class Batch:
    """Notebooks being graded in ``jobs`` threads; the work itself is done in the children of the sandbox.

    Going through it gives the results in the order of ``paths``. ``stop`` lets those in hand come to their
    end and begins no more; ``finished`` gives what is done and was not given yet.
    """

    def __init__(self, paths: Iterable[Path], lab: Lab, sandbox: Sandbox, jobs: int) -> None:
        self._lab, self._sandbox = lab, sandbox
        self._version = lab_version(lab)
        self._pool = ThreadPoolExecutor(jobs, "grading")
        self._waiting: list[Future[Graded]] = [self._pool.submit(self._grade, path) for path in paths]
        self._waiting.reverse()  # the next one is at the end, where it is cheap to take

    def __iter__(self) -> Iterator[Graded]:
        while self._waiting:
            graded = self._waiting[-1].result()
            self._waiting.pop()
            yield graded
        self._pool.shutdown()

    def stop(self) -> None:
        """Begin no more; return when those in hand are done."""
        self._pool.shutdown(cancel_futures=True)

    def finished(self) -> Iterator[Graded]:
        """After ``stop``: the results that are there and were not given yet, in order."""
        while self._waiting:
            future = self._waiting.pop()
            if future.done() and not future.cancelled() and not future.exception():
                yield future.result()

    def _grade(self, path: Path) -> Graded:
        file = file_hash(path)
        try:
            result = grade_notebook(path, self._lab, self._sandbox)
        except SandboxFailed:  # nothing more can be graded: the batch ends here
            raise
        except Exception as error:  # a mistake of ours must not cost the other learners their marks
            file = None  # and this one is tried again next time
            result = LabResult(str(path), self._lab.id, 0.0, float(len(self._lab.checks)), {}, _ours(error))
        return Graded(result, file, self._version)


def _ours(error: Exception) -> str:
    return (
        f"Upslope itself failed at this notebook ({type(error).__name__}: {error}), so it has no marks yet. "
        "That is not the learner's fault: please report it, with the notebook."
    )
