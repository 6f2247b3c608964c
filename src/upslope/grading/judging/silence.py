"""Marking needs no training and no pictures: a lab's silent functions do nothing meanwhile."""

import dataclasses
import re

from upslope.grading.lab import Lab
from upslope.grading.notebooks.notebook import LearnerCode


def silenced(code: LearnerCode, lab: Lab) -> LearnerCode:
    """Return learner code in which every cell that defines a silent function ends by emptying it again."""
    if not lab.silent:
        return code
    cells = tuple(dataclasses.replace(cell, source=_emptied(cell.source, lab)) for cell in code.cells)
    return dataclasses.replace(code, cells=cells)


def silenced_lab(lab: Lab) -> Lab:
    """Return a lab whose given cells define silent functions that do nothing."""
    if not lab.silent:
        return lab
    cells = tuple(
        dataclasses.replace(cell, source=_emptied(cell.source, lab)) if cell.kind == "code" else cell
        for cell in lab.cells
    )
    return dataclasses.replace(lab, cells=cells)


def _emptied(source: str, lab: Lab) -> str:
    # Added below the rest, so that every line keeps its number.
    names = [name for name in lab.silent if re.search(rf"^def {name}\b", source, re.MULTILINE)]
    return "\n".join([source, *(f"{name} = lambda *_, **__: None" for name in names)])
