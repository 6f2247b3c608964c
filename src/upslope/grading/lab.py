"""A lab: a folder with the text and code (lab.py), what is asked (lab.toml) and how it is judged
(checks.py).
"""

import importlib.util
import itertools
import re
import sys
import tomllib
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError
from upslope.grading.lab_checks import FunctionCheck

SOLUTION = re.compile(r"^(?P<indent>\s*)# solution: (?P<task>.+)$")
END = re.compile(r"^\s*# end of solution$")
FORMATTING = re.compile(r"^\s*# fmt: (off|on)$")
MARKER = re.compile(r"^# %%(?P<rest>.*)$")
LOADS = itertools.count()


@dataclass(frozen=True)
class LabCell:
    """One cell as the author wrote it, solution included. A given cell runs before the learner's code."""

    kind: str
    source: str
    given: bool = False


@dataclass(frozen=True)
class Lab:
    """A lab with its checks. ``functions`` names what the learner writes, in the order shown.

    ``silent`` names given functions that only show something and take long: they do nothing while a
    notebook is marked.
    """

    id: str
    title: str
    path: Path
    functions: tuple[str, ...]
    cells: tuple[LabCell, ...]
    checks: tuple[FunctionCheck, ...]
    silent: tuple[str, ...] = ()

    @property
    def given_sources(self) -> tuple[str, ...]:
        """The code that is present before the learner's own, in order."""
        return tuple(cell.source for cell in self.cells if cell.given)


def load_lab(path: Path) -> Lab:
    """Return the lab in the folder ``path``; raises ContentError where it cannot be right."""
    about = _read_about(path / "lab.toml")
    cells = read_cells(path / "lab.py")
    functions = tuple(about["functions"])
    by_name = {check.name: check for check in _read_checks(path / "checks.py")}
    code = "\n".join(cell.source for cell in cells if cell.kind == "code")
    for function in functions:
        if function not in by_name:
            raise ContentError(path / "checks.py", 1, f"No check for {function}.", "Add one to CHECKS.")
        if f"def {function}(" not in code:
            raise ContentError(path / "lab.py", 1, f"{function} is not in the lab.", "Write its cell.")
    checks = tuple(by_name[function] for function in functions)
    silent = tuple(about.get("silent", ()))
    return Lab(path.name, about["title"], path, functions, cells, checks, silent)


def read_cells(path: Path) -> tuple[LabCell, ...]:
    """Return the cells of a script in percent format; raises ContentError for an unfinished solution."""
    cells: list[LabCell] = []
    lines: list[str] = []
    header: str | None = None
    for line in [*_text_of(path).splitlines(), "# %%"]:
        marker = MARKER.match(line)
        if not marker:
            lines += [] if FORMATTING.match(line) else [line]
            continue
        if header is not None:
            cells.append(_cell(header, lines))
        header, lines = marker["rest"], []
    for cell in cells:
        _check_markers(path, cell.source)
    return tuple(cells)


def without_solution(source: str) -> str:
    """Return a cell with each solution replaced by a comment that says what to write there."""
    kept: list[str] = []
    inside = False
    for line in source.split("\n"):
        start = SOLUTION.match(line)
        if start:
            inside = True
            kept += [f"{start['indent']}# Your code here: {start['task']}", f"{start['indent']}..."]
        elif END.match(line):
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def without_markers(source: str) -> str:
    """Return a cell with its solution in place and the markers around it taken away."""
    lines = source.split("\n")
    return "\n".join(line for line in lines if not SOLUTION.match(line) and not END.match(line))


def _cell(header: str, lines: list[str]) -> LabCell:
    source = "\n".join(lines).strip("\n")
    if "[markdown]" in header:
        text = "\n".join(line.removeprefix("#").removeprefix(" ") for line in source.split("\n"))
        return LabCell("text", text)
    return LabCell("code", source, given='"given"' in header)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise ContentError(path, 1, f"It cannot be read: {error}.", "Save it as UTF-8 text.") from None


def _check_markers(path: Path, source: str) -> None:
    lines = source.split("\n")
    starts = sum(1 for line in lines if SOLUTION.match(line))
    if starts != sum(1 for line in lines if END.match(line)):
        number = path.read_text(encoding="utf-8").split(source)[0].count("\n") + 1
        raise ContentError(
            path, number, "A solution in this cell does not end.", "Write '# end of solution' below it."
        )


def _read_about(path: Path) -> dict[str, Any]:
    try:
        about = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(
            path, 1, f"lab.toml cannot be read: {error}.", "Mend it; see the other labs."
        ) from None
    for key in ("title", "functions"):
        if not about.get(key):
            raise ContentError(path, 1, f"lab.toml has no {key}.", f"Add {key}.")
    return about


def _read_checks(path: Path) -> tuple[FunctionCheck, ...]:
    name = f"upslope_lab_{path.parent.name.replace('-', '_')}_{next(LOADS)}"
    # As a package, so that a long checks.py may be split: from .links import …
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=[str(path.parent)])
    if spec is None or spec.loader is None or not path.exists():
        raise ContentError(path, 1, "checks.py is missing.", "Write one with a tuple CHECKS.")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        checks: tuple[FunctionCheck, ...] = module.CHECKS
    except Exception as error:  # whatever an author's file can raise
        raise ContentError(path, _line_of(error, path), f"It fails: {error!r}.", "Mend it.") from None
    finally:
        for loaded in [other for other in sys.modules if other.partition(".")[0] == name]:
            del sys.modules[loaded]
    return checks


def _line_of(error: Exception, path: Path) -> int:
    """Return the last line of ``path`` that the error passed through, or the first of the file."""
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return (lines and lines[-1]) or 1
