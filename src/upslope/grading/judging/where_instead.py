"""Where a function that is not there stands instead: in a text cell, in a comment, in a cell that could not
be read.

Learner text is only searched here, line by line; it is parsed nowhere but in the sandbox.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upslope.grading.judging import sentences
from upslope.grading.notebooks.learner_code import CodeCell, LearnerCode, OtherCell
from upslope.grading.sandbox.child import Trouble

DEFINITION = (
    r"^(?P<indent>[ \t]*)(?P<hash>#[# \t]*)?(?:async[ \t]+)?(?:def[ \t]+{name}[ \t]*\(|{name}[ \t]*=)"
)


@dataclass(frozen=True)
class Place:
    """A line that would define a function, in some cell."""

    cell: CodeCell | OtherCell
    line: int
    commented: bool
    indented: bool
    assigned: bool

    @property
    def position(self) -> str:
        """Where it is: ``code cell 3, line 2``."""
        return f"{self.cell.where}, line {self.line}"


def notes_on_missing(
    name: str, code: LearnerCode, errors: Sequence[Trouble], notes: Sequence[str]
) -> Sequence[str]:
    """Return the sentences worth telling about a function that is not there: where it is instead, or else
    those ``notes`` on its notebook that may be the cause. That its name is not defined is a consequence.
    """
    found = where_instead(name, code, errors)
    return [found] if found else [note for note in notes if "NameError" not in note]


def where_instead(name: str, code: LearnerCode, errors: Sequence[Trouble]) -> str | None:
    """Return a sentence on where a function stands that is not there after the notebook was run, and what to
    do; None where it is not even mentioned. ``errors`` are those of its cells.
    """
    places = sorted(_places(name, code), key=lambda place: (place.commented, place.assigned))
    troubles = {error.cell: error for error in reversed(errors)}
    for place in places:
        trouble = troubles.get(place.cell.label) if isinstance(place.cell, CodeCell) else None
        if trouble and not place.commented:
            return sentences.of_cell(trouble, code)
    return next((said for place in places if (said := _of_place(name, place))), None)


def _places(name: str, code: LearnerCode) -> Iterator[Place]:
    definition = re.compile(DEFINITION.format(name=re.escape(name)))
    cells: list[CodeCell | OtherCell] = [*code.cells, *code.others]
    for cell in cells:
        if name not in cell.source:
            continue
        for number, line in enumerate(cell.source.split("\n"), start=1):
            found = definition.match(line)
            if found:
                assigned = not found[0].endswith("(")
                yield Place(cell, number, bool(found["hash"]), bool(found["indent"]), assigned)


def _of_place(name: str, place: Place) -> str | None:
    if isinstance(place.cell, OtherCell):
        return _of_other_cell(name, place.cell)
    if place.commented:
        return f"It is commented out in {place.position}: take the # away in front of each of its lines."
    if place.indented and not place.assigned:
        return _of_block(name, place)
    if place.assigned:
        return f"In {place.position}, {name} is given a value that is no function: use another name for it."
    return f"It stands in {place.position}, but that line was never reached, or {name} was deleted later."


def _of_other_cell(name: str, cell: OtherCell) -> str:
    if cell.kind in ("text", "raw"):
        return (
            f"{name} stands in a {cell.kind} cell, {cell.where}, and only code cells are run. Make it a code "
            "cell (in Jupyter: click on it, press Escape, then Y)."
        )
    if cell.kind.startswith("%%"):
        return (
            f"{name} stands in {cell.where}, which begins with {cell.kind}, so Python does not run it: take "
            "that line out."
        )
    return f"{name} stands in {cell.where}, whose language is {cell.kind}: set it to Python."


def _of_block(name: str, place: Place) -> str:
    """Say what the indented definition stands in: a class, another function, a condition."""
    lines = place.cell.source.split("\n")
    depth = _indent(lines[place.line - 1])
    above = [n for n in range(place.line - 1) if lines[n].strip() and _indent(lines[n]) < depth]
    if not above:
        return f"It stands in {place.position}, indented: begin its lines further left."
    outer = lines[above[-1]].strip()
    where = f"{place.cell.where}, line {above[-1] + 1} (“{outer[:40]}”)"
    if outer.startswith("class "):
        return f"It is a method of the class in {where}: write it outside, at the left margin, without self."
    if outer.startswith(("def ", "async def ")):
        return f"It stands inside the function in {where}, where nobody else can call it: move it out."
    return f"It stands below {where}, and that part never ran: move it to the left margin."


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
