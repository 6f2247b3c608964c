"""Notebooks: the ones handed out, and reading whatever comes back."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.lab import Lab, LabCell, without_markers, without_solution

Notebook: TypeAlias = dict[str, Any]  # the JSON of nbformat 4.5
LARGEST_NOTEBOOK = 10 * 1024 * 1024
MOST_CODE = 512 * 1024
MOST_CELLS = 1000
PERCENT = re.compile(r"^# ?%%")


@dataclass(frozen=True)
class CodeCell:
    """A code cell as the learner sees it: ``where`` names it in a sentence."""

    label: str
    where: str
    source: str


@dataclass(frozen=True)
class LearnerCode:
    """The code of a notebook or script, in order."""

    cells: tuple[CodeCell, ...]
    is_script: bool = False


def build_notebook(lab: Lab) -> Notebook:
    """Return the notebook a learner gets (nbformat 4.5): every solution is a place to write one."""
    return _notebook(lab, without_solution)


def solve_notebook(lab: Lab) -> Notebook:
    """Return the notebook with the author's solutions, for tests and teachers."""
    return _notebook(lab, without_markers)


def _notebook(lab: Lab, shown: Callable[[str], str]) -> Notebook:
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "upslope": {"lab": lab.id},
        },
        "cells": [_cell(f"{lab.id}-{n:02}", cell, shown) for n, cell in enumerate(lab.cells, start=1)],
    }


def _cell(name: str, cell: LabCell, shown: Callable[[str], str]) -> dict[str, Any]:
    if cell.kind == "text":
        return {"id": name, "cell_type": "markdown", "metadata": {}, "source": cell.source}
    return {
        "id": name,
        "cell_type": "code",
        "metadata": {"tags": ["given"]} if cell.given else {},
        "execution_count": None,
        "outputs": [],
        "source": shown(cell.source),
    }


def read_notebook(data: bytes | str, *, is_script: bool = False) -> LearnerCode:
    """Return the code of a notebook (nbformat 4 JSON) or of a script; raises UnreadableNotebook.

    A text that is not JSON but is named ``.py`` by its owner is a script: pass ``is_script``.
    """
    text = _text_of(data)
    if is_script:
        return _checked(LearnerCode(tuple(_script_cells(text)), is_script=True))
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableNotebook(_not_json(text)) from None
    return _checked(LearnerCode(tuple(_notebook_cells(notebook))))


def _text_of(data: bytes | str) -> str:
    if len(data) > LARGEST_NOTEBOOK:
        raise UnreadableNotebook(
            f"This file has {len(data) / 1e6:.0f} MB; a notebook may have 10. "
            "Clear the outputs of its cells, save it, and send it again."
        )
    if isinstance(data, str):
        return data
    try:
        # Windows programs write UTF-16, with or without a mark in front.
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        raise UnreadableNotebook(
            "This file is not a notebook: it holds bytes that are not text. "
            "A notebook is a file that ends in .ipynb; download it again from Jupyter and send that file."
        ) from None


def _not_json(text: str) -> str:
    if not text.strip():
        return "This file is empty. Save your notebook in Jupyter and send it again."
    if text.lstrip().startswith("{"):
        return (
            "This file begins like a notebook but cannot be read to its end: it may have been cut off on its "
            "way, or edited by hand. Save it again in Jupyter, and send that file."
        )
    start = text.strip()[:40].split("\n")[0]
    return (
        f"This file is not a notebook: it begins with “{start}” where a notebook begins with a brace, and "
        "it cannot "
        "be read as JSON. In Jupyter, choose File, Download, Notebook (.ipynb), and send that file."
    )


def _notebook_cells(notebook: Any) -> list[CodeCell]:
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise UnreadableNotebook(
            "This file is JSON, but not a notebook of the kind Jupyter writes today (nbformat 4): it has "
            "no list of "
            "cells. Open it in Jupyter, save it, and send it again."
        )
    found: list[CodeCell] = []
    for cell in cells:
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            number = len(found) + 1
            found.append(CodeCell(f"cell {number}", f"code cell {number}", _source_of(cell)))
    return found


def _source_of(cell: dict[str, Any]) -> str:
    """Return the source of a cell: a text, or a list of lines, as nbformat allows both."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(piece for piece in source if isinstance(piece, str))
    return source if isinstance(source, str) else ""


def _script_cells(text: str) -> list[CodeCell]:
    """Split a script at ``# %%``. Each piece keeps its line numbers by blank lines put before it."""
    pieces: list[tuple[int, list[str]]] = [(0, [])]
    for number, line in enumerate(text.split("\n")):
        if PERCENT.match(line):
            pieces.append((number, []))
        pieces[-1][1].append(line)
    filled = [(start, lines) for start, lines in pieces if any(line.strip() for line in lines)]
    return [
        CodeCell(f"cell {n}", "your script", "\n" * start + "\n".join(lines))
        for n, (start, lines) in enumerate(filled, start=1)
    ]


def _checked(code: LearnerCode) -> LearnerCode:
    size = sum(len(cell.source) for cell in code.cells)
    if size > MOST_CODE or len(code.cells) > MOST_CELLS:
        raise UnreadableNotebook(
            f"There are {len(code.cells)} code cells with {size // 1000} thousand characters in this "
            "notebook; that "
            "is more than any lab needs. Send the notebook of this lab alone."
        )
    if not any(cell.source.strip() for cell in code.cells):
        raise UnreadableNotebook(
            "There is no code in this notebook. Write the functions the lab asks for in code cells, "
            "save, and send "
            "it again."
        )
    return code
