"""A notebook's cells as the page shows them: lesson prose, code, and what the code last printed and drew."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

from upslope.course.markdown import render
from upslope.grading.lab import Lab
from upslope.web.labs.outputs import Shown, Stored, shown
from upslope.web.labs.work import Notebook, fresh_notebook

_TITLE = re.compile(r"\A# .*\n*")
_LEARNERS_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True)
class Cell:
    """One cell of the page. ``number`` counts code cells from 1; text cells have 0 and ``html``."""

    id: str
    number: int = 0
    source: str = ""
    html: str = ""
    lines: int = 1
    outputs: Sequence[Shown] = ()


def code_number(notebook: Notebook, cell_id: str) -> int | None:
    """Return which code cell has this id, counted from 1, or None."""
    ids = [cell["id"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return ids.index(cell_id) + 1 if cell_id in ids else None


def cells_of(notebook: Notebook, outputs: Mapping[str, list[Stored]], lab: Lab) -> list[Cell]:
    """Return the cells of a notebook in order, without raw cells, which Jupyter does not show either."""
    ours = {source_of(cell) for cell in fresh_notebook(lab)["cells"] if cell["cell_type"] == "markdown"}
    cells: list[Cell] = []
    number = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cells.append(Cell(cell["id"], html=_prose(source_of(cell), ours)))
        elif cell["cell_type"] == "code":
            number += 1
            cells.append(_code_cell(cell, number, outputs.get(cell["id"], [])))
    return cells


def source_of(cell: Mapping[str, Any]) -> str:
    """Return a cell's text; notebooks may hold it as one string or as a list of lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _code_cell(cell: Mapping[str, Any], number: int, outputs: Sequence[Stored]) -> Cell:
    source = source_of(cell)
    lines = max(source.count("\n") + 1, 3)
    return Cell(cell["id"], number, source, lines=lines, outputs=shown(outputs, number))


def _prose(source: str, ours: set[str]) -> str:
    """Render the course's own text with all its fences, a learner's as plain Markdown without HTML.

    A notebook begins with its title; the page has one already.
    """
    text = _TITLE.sub("", source)
    return render(text) if source in ours else str(_LEARNERS_MARKDOWN.render(text))
