"""An example worked by the maths core while the lesson loads, so that no step is typed by hand."""

from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.fences.derivation import render_derivation
from upslope.course.fences.worked_kinds import KINDS
from upslope.course.source import parse_toml
from upslope.course.table import Table
from upslope.maths import MathsError


def render(content: str, path: Path, line: int) -> str:
    """Return the worked derivation that the fence's TOML asks for. Raises ContentError."""
    table = Table(parse_toml(content, path, line + 1), path, line, "this worked example")
    kind = table.text("kind")
    if kind not in KINDS:
        raise table.complain(f"No worked example is of kind {kind!r}.", f"There are: {', '.join(KINDS)}.")
    table.has("yours")  # what a learner may change is the lesson's business
    try:
        work = KINDS[kind](table)
        table.finish()
        return render_derivation(work().to_json())
    except MathsError as error:
        what = table.data.get("function", f"This {kind}")
        raise ContentError(path, line, f"{what!r} cannot be worked: {error.message}", error.remedy) from None
