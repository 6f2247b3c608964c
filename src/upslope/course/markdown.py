"""The whole Markdown of the course: prose with every fence. Raw HTML is never read."""

from pathlib import Path

from upslope.course.fences import derivation, figure, figure_source, formulas, plot, symbols, worked_example
from upslope.course.prose import NOWHERE, FenceRenderer, render_inline, render_prose

__all__ = ["FENCES", "GALLERY_FENCES", "render", "render_inline"]

FENCES: dict[str, FenceRenderer] = {
    "derivation": derivation.render,
    "worked-example": worked_example.render,
    "symbols": symbols.render,
    "notation": symbols.render_notation,
    "formulas": formulas.render,
    "figure": figure.render,
    "plot": plot.render,
}
GALLERY_FENCES = {**FENCES, "figure": figure_source.render}


def render(text: str, path: Path = NOWHERE, line: int = 1) -> str:
    """Return the HTML of Markdown whose first line is ``line`` of ``path``. Raises ContentError."""
    return render_prose(text, path, line, FENCES)
