"""The lines of one function in learner code, found without reading it as Python."""

import re

from upslope.grading.notebooks.notebook import LearnerCode

UNPACKING = re.compile(r"^\s*(?:\w+, *){3,}\w+ *=")


def source_of(name: str, code: LearnerCode) -> str:
    """Return the last definition of a function, or an empty text if it is not defined with ``def``.

    A line that unpacks many values at once is left out: it names what the function may never use.
    """
    start = re.compile(rf"def {re.escape(name)}\b")
    found: list[str] = []
    inside = False
    for line in (line for cell in code.cells for line in [*cell.source.split("\n"), "#"]):
        if start.match(line):
            found, inside = [], True
        elif line[:1].strip():
            inside = False
        if inside and not UNPACKING.match(line):
            found.append(line)
    return "\n".join(found)
