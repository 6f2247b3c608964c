"""A learner's code as it was handed in: cells in order, each with the words that name it in a sentence."""

from dataclasses import dataclass

from upslope.grading.errors import UnreadableNotebook

MOST_CODE = 512 * 1024  # characters
MOST_CELLS = 1000


@dataclass(frozen=True)
class CodeCell:
    """A code cell as the learner sees it: ``where`` names it in a sentence."""

    label: str
    where: str
    source: str


@dataclass(frozen=True)
class OtherCell:
    """A cell that is never run. ``kind`` says why, in words: text, raw, or the name of another language."""

    kind: str
    where: str
    source: str


@dataclass(frozen=True)
class LearnerCode:
    """The code of a notebook or script, in order, and the cells beside it that hold none."""

    cells: tuple[CodeCell, ...]
    is_script: bool = False
    others: tuple[OtherCell, ...] = ()


def checked(code: LearnerCode) -> LearnerCode:
    """Return ``code``; raises UnreadableNotebook if there is none in it, or more than any lab needs."""
    size = sum(len(cell.source) for cell in code.cells)
    if size > MOST_CODE or len(code.cells) > MOST_CELLS:
        raise UnreadableNotebook(
            f"There are {len(code.cells)} code cells with {size // 1000} thousand characters in this "
            "notebook; that is more than any lab needs. Send the notebook of this lab alone."
        )
    if not any(cell.source.strip() for cell in code.cells):
        raise UnreadableNotebook(_no_code(code))
    return code


def _no_code(code: LearnerCode) -> str:
    text = next((cell for cell in code.others if "def " in cell.source), None)
    if text is None:
        return (
            "There is no code in this notebook. Write the functions the lab asks for in code cells, save, "
            "and send it again."
        )
    return (
        f"There is no code cell in this notebook, but {text.where} holds a function. Make it a code cell (in "
        "Jupyter: click on it, press Escape, then Y), save, and send it again."
    )
