"""Two submissions side by side: what passes now and did not before, and which lines of code changed."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from upslope.web.labs.cells import source_of
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.verdict import Verdict, verdict_of
from upslope.web.labs.work import Notebook

MOST_LINES = 4000  # comparing takes time that grows with the square of them
AROUND = 2
KINDS = {"+": "added", "-": "removed", " ": "same", "@": "gap"}


@dataclass(frozen=True)
class Line:
    """One line of code: added, removed or the same; a gap stands for lines left out."""

    kind: str
    text: str


@dataclass(frozen=True)
class Comparison:
    """What the page shows of two submissions. ``lines`` is None where there are too many to compare."""

    other: Verdict
    functions: Sequence[tuple[str, bool, bool]]
    lines: Sequence[Line] | None


def compared(submission: LabSubmission, other: LabSubmission) -> Comparison:
    """Return how ``submission`` differs from ``other``: each function's (name, passed then, passed now)."""
    now, then = verdict_of(submission), verdict_of(other)
    before = {finding.name: finding.passed for finding in then.findings}
    functions = [(one.name, before[one.name], one.passed) for one in now.findings if one.name in before]
    return Comparison(then, functions, changed_lines(other.notebook, submission.notebook))


def changed_lines(before: Notebook, after: Notebook) -> list[Line] | None:
    """Return the code lines that differ with two around each, or None where there are too many lines."""
    old, new = _code_of(before), _code_of(after)
    if len(old) + len(new) > MOST_LINES:
        return None
    lines = list(difflib.unified_diff(old, new, lineterm="", n=AROUND))[
        3:
    ]  # after the heads and the first gap
    return [Line(KINDS[line[0]], "" if line[0] == "@" else line[1:]) for line in lines]


def _code_of(notebook: Notebook) -> list[str]:
    sources = [source_of(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [line for source in sources for line in [*source.split("\n"), ""]]
