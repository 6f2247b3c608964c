"""Notebooks: the ones handed out, and reading whatever comes back."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.lab import Lab, LabCell, without_markers, without_solution
from upslope.grading.notebooks.learner_code import CodeCell, LearnerCode, OtherCell, checked
from upslope.grading.notebooks.notebook_cells import LARGEST_NOTEBOOK, code_of, read_json, text_of
from upslope.grading.notebooks.script_cells import read_script

__all__ = [
    "LARGEST_NOTEBOOK",
    "CodeCell",
    "LearnerCode",
    "Notebook",
    "OtherCell",
    "as_file",
    "build_notebook",
    "read_notebook",
    "solve_notebook",
]

Notebook: TypeAlias = dict[str, Any]  # the JSON of nbformat 4.5
#: What other programs need to show the notebook, and to export it as a script, before it was ever run.
LANGUAGE = {
    "name": "python",
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


def build_notebook(lab: Lab) -> Notebook:
    """Return the notebook a learner gets (nbformat 4.5): every solution is a place to write one."""
    return _notebook(lab, without_solution)


def solve_notebook(lab: Lab) -> Notebook:
    """Return the notebook with the author's solutions, for tests and teachers."""
    return _notebook(lab, without_markers)


def as_file(notebook: Notebook) -> str:
    """Return a notebook as Jupyter itself writes it to a file: one line of the file for each of a cell."""
    cells = [{**cell, "source": cell["source"].splitlines(keepends=True)} for cell in notebook["cells"]]
    return json.dumps({**notebook, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _notebook(lab: Lab, shown: Callable[[str], str]) -> Notebook:
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": LANGUAGE,
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
    """Return the code of a notebook (nbformat 2 to 4) or of a script; raises UnreadableNotebook.

    A text that its owner named ``.py`` is a script: pass ``is_script``. It is read as a notebook all the
    same if it holds one.
    """
    text = text_of(data)
    if not is_script:
        return checked(code_of(read_json(text)))
    if text.lstrip().startswith('{"') or text.lstrip().startswith("{\n"):
        try:
            return checked(code_of(read_json(text)))
        except UnreadableNotebook:
            pass  # a script may begin with a brace, and then says for itself what is wrong with it
    return checked(read_script(text))
