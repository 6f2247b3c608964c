"""A file from elsewhere, read into a notebook of ours."""

import re
import uuid
from typing import Any

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.lab import Lab
from upslope.grading.notebooks.notebook import LARGEST_NOTEBOOK, CodeCell, read_notebook
from upslope.grading.notebooks.notebook_cells import read_json
from upslope.web.labs.cells import defines, source_of
from upslope.web.labs.words import listed
from upslope.web.labs.work import Notebook, fresh_notebook
from upslope.web.storable import storable

LARGEST_FILE = LARGEST_NOTEBOOK
MOST_PROSE = 256 * 1024  # characters in text cells; a page renders them all
_GOOD_ID = re.compile(r"^[A-Za-z0-9_-]{1,64}$")
_TEXT_CELL = re.compile(r"^\s*# ?%%\s*\[(?:markdown|md)\].*\n?")
_CODE_CELL = re.compile(r"^\s*# ?%%.*\n?")


def notebook_of(data: bytes, name: str, lab: Lab) -> Notebook:
    """Return a file's cells as a notebook, without its outputs.

    Raises UnreadableNotebook with a sentence for the learner: not a notebook, too large, or with none of
    the functions that the lab asks for.
    """
    is_script = name.lower().endswith(".py")
    code = read_notebook(data, is_script=is_script)
    if is_script:
        cells = [_script_cell(cell) for cell in code.cells]
    else:
        cells = [cell for cell in map(_plain_cell, read_json(data)["cells"]) if cell]
    notebook = {**fresh_notebook(lab), "cells": _with_unique_ids(cells)}
    prose = sum(len(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    if prose > MOST_PROSE:
        raise UnreadableNotebook(
            f"The text cells of this file hold {prose // 1024} KiB and a lab keeps {MOST_PROSE // 1024}. "
            "Pictures pasted into the text are often the reason; take them out, save it, and send it again."
        )
    if not any(found for _, found in functions_in(notebook, lab)):
        names = listed(lab.functions)
        raise UnreadableNotebook(
            f"This notebook has no {names.replace(' and ', ' or ')}. "
            f"Those are the functions that {lab.title} asks for; check that you chose the right file."
        )
    return notebook


def functions_in(notebook: Notebook, lab: Lab) -> list[tuple[str, bool]]:
    """Return each function the lab asks for, and whether the notebook defines that name in some cell."""
    code = "\n".join(source_of(cell) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return [(name, defines(code, name)) for name in lab.functions]


def _plain_cell(cell: Any) -> dict[str, Any] | None:
    """Return a cell of a file with what we keep of it: kind, id and text."""
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown"):
        return None
    given = cell.get("source", "")
    pieces = given if isinstance(given, list) else [given]
    source = "".join(piece for piece in pieces if isinstance(piece, str))
    return _cell(cell["cell_type"], source, cell.get("id"))


def _script_cell(cell: CodeCell) -> dict[str, Any]:
    text = cell.source.strip("\n")
    if _TEXT_CELL.match(text):
        lines = _TEXT_CELL.sub("", text).split("\n")
        return _cell("markdown", "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines))
    return _cell("code", _CODE_CELL.sub("", text))


def _cell(kind: str, source: str, name: object = None) -> dict[str, Any]:
    known = isinstance(name, str) and _GOOD_ID.match(name)
    cell = {
        "cell_type": kind,
        "id": name if known else uuid.uuid4().hex[:8],
        "metadata": {},
        "source": storable(source),
    }
    return cell | {"outputs": [], "execution_count": None} if kind == "code" else cell


def _with_unique_ids(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: set[str] = set()
    for cell in cells:
        if cell["id"] in seen:
            cell["id"] = uuid.uuid4().hex[:8]
        seen.add(cell["id"])
    return cells
