"""A notebook's cells as the page shows them: lesson prose, code, and what the code last printed and drew."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it import MarkdownIt

from upslope.course.markdown import render
from upslope.course.prose import add_mathematics
from upslope.grading.lab import Lab
from upslope.web.labs.findings import Finding
from upslope.web.labs.outputs import Shown, Stored, shown
from upslope.web.labs.work import Notebook, fresh_notebook

_TITLE = re.compile(r"\A# .*\n*")
_DEFINES = r"^(?:async\s+)?(?:def\s+{name}\s*\(|{name}\s*=)"
_LEARNERS_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
add_mathematics(_LEARNERS_MARKDOWN)


@dataclass(frozen=True)
class Task:
    """A function to be marked, and what its checks have just found: a finding, a sentence, or nothing yet."""

    name: str
    found: Finding | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of the page. ``number`` counts code cells from 1; text cells have 0 and ``html``.

    ``tasks`` are the functions to be marked that stand in it; ``is_extra``: the lab did not bring it.
    """

    id: str
    number: int = 0
    source: str = ""
    html: str = ""
    lines: int = 1
    outputs: Sequence[Shown] = ()
    tasks: Sequence[Task] = ()
    is_extra: bool = False


def code_number(notebook: Notebook, cell_id: str) -> int | None:
    """Return which code cell has this id, counted from 1, or None."""
    ids = [cell["id"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return ids.index(cell_id) + 1 if cell_id in ids else None


def cells_of(
    notebook: Notebook, outputs: Mapping[str, list[Stored]], lab: Lab, checked: Task | None = None
) -> list[Cell]:
    """Return the cells of a notebook in order, without raw cells, which Jupyter does not show either.

    ``checked`` is the task whose checks have just been run, if one's have.
    """
    fresh = fresh_notebook(lab)["cells"]
    ours = {source_of(cell) for cell in fresh if cell["cell_type"] == "markdown"}
    handed_out = {cell["id"] for cell in fresh}
    places = _places(fresh, lab) | _places(notebook["cells"], lab)
    cells: list[Cell] = []
    number = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cells.append(Cell(cell["id"], html=_prose(source_of(cell), ours)))
        elif cell["cell_type"] == "code":
            number += 1
            shown_cell = _code_cell(cell, number, outputs.get(cell["id"], []))
            extra = cell["id"] not in handed_out
            here = [name for name in lab.functions if places.get(name) == cell["id"]]
            tasks = [checked if checked and checked.name == name else Task(name) for name in here]
            cells.append(replace(shown_cell, tasks=tasks, is_extra=extra))
    return cells


def may_be_removed(cell_id: str, lab: Lab) -> bool:
    """Return whether the cell is not one of those the lab brought."""
    return all(cell["id"] != cell_id for cell in fresh_notebook(lab)["cells"])


def _places(cells: Iterable[Mapping[str, Any]], lab: Lab) -> dict[str, str]:
    """Return function → the id of the last code cell that defines it, for those to be marked."""
    return {
        name: cell["id"]
        for cell in cells
        if cell["cell_type"] == "code"
        for name in lab.functions
        if defines(source_of(cell), name)
    }


def defines(code: str, name: str) -> bool:
    """Return whether the code defines the name at its outermost level, as far as its lines tell."""
    return re.search(_DEFINES.format(name=re.escape(name)), code, re.MULTILINE) is not None


def source_of(cell: Mapping[str, Any]) -> str:
    """Return a cell's text; notebooks may hold it as one string or as a list of lines."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _code_cell(cell: Mapping[str, Any], number: int, outputs: Sequence[Stored]) -> Cell:
    source = source_of(cell)
    lines = max(source.count("\n") + 1, 3)
    return Cell(cell["id"], number, source, lines=lines, outputs=shown(outputs, number))


def _prose(source: str, ours: set[str]) -> str:
    """Render the course's own text with all its fences, any other as Markdown with formulas, without HTML.

    Other text is a learner's, or the course's as it was before its author reworded it.
    A notebook begins with its title; the page has one already.
    """
    text = _TITLE.sub("", source)
    return render(text) if source in ours else str(_LEARNERS_MARKDOWN.render(text))
