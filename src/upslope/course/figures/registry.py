"""Every kind of figure by its name, and the card round each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from upslope.course.figures import heights_playground, moving_slope, network_playground, secant_slope
from upslope.course.figures.data_block import data_block
from upslope.course.figures.drawing import Drawing
from upslope.course.figures.task import Task, read_task, render_task
from upslope.course.figures.walkthrough import Step, read_walkthrough, render_transcript, render_walkthrough
from upslope.course.prose import NOWHERE, render_inline
from upslope.course.table import Table

KINDS: dict[str, Callable[[Table], Drawing]] = {
    "secant-slope": secant_slope.read,
    "moving-slope": moving_slope.read,
    "heights-playground": heights_playground.read,
    "network-playground": network_playground.read,
}
"""To add a kind: a file here with ``read``, a row here, a folder in ``frontend/elements``."""


@dataclass(frozen=True)
class Figure:
    """A figure fence, read and checked. ``caption`` is HTML."""

    id: str
    alt: str
    caption: str
    drawing: Drawing
    task: Task | None
    steps: tuple[Step, ...]


def render(spec: Mapping[str, Any], path: Path = NOWHERE, line: int = 1) -> str:
    """Return the HTML of the figure that ``spec`` describes; readable without script. Raises ContentError."""
    figure = read_figure(spec, path, line)
    drawing = figure.drawing
    data = data_block({"id": figure.id, **drawing.data()})
    task = render_task(figure.task, figure.id) if figure.task else ""
    walkthrough = render_walkthrough(figure.steps, figure.id) if figure.steps else ""
    transcript = render_transcript(figure.steps) if figure.steps else ""
    return (
        f'<figure class="figure wide" id="figure-{figure.id}">\n<div class="figure-card">\n'
        f'<{drawing.tag} figure="{figure.id}">{data}\n'
        f'<div class="stage"><p class="alt">{escape(figure.alt)}</p></div>\n'
        f'<div class="strip">{drawing.strip()}</div></{drawing.tag}>\n{task}{walkthrough}</div>\n'
        f"<figcaption>{figure.caption}</figcaption>\n{transcript}</figure>\n"
    )


def readouts(spec: Mapping[str, Any], path: Path = NOWHERE, line: int = 1) -> dict[str, float]:
    """Return the numbers that the figure opens with, by name. Raises ContentError."""
    drawing = read_figure(spec, path, line).drawing
    return drawing.readouts(drawing.state)


def read_figure(spec: Mapping[str, Any], path: Path = NOWHERE, line: int = 1) -> Figure:
    """Return the checked figure that ``spec`` describes. Raises ContentError."""
    kind = spec.get("kind")
    table = Table(spec, path, line, f"this {kind} figure")
    if table.text("kind") not in KINDS:
        raise table.complain(f"No figure is of kind {kind!r}.", f"There are: {', '.join(KINDS)}.")
    name = table.text("id")
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise table.complain(f"The figure's id is {name!r}.", "Use lower-case letters, digits and hyphens.")
    alt, caption = table.text("alt"), render_inline(table.text("caption"), path, line)
    drawing = KINDS[table.text("kind")](table)
    try:
        drawing.complete(drawing.state)
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", "Move the state, or widen the view.") from None
    task = read_task(table, tuple(drawing.readouts(drawing.state)))
    steps = read_walkthrough(table, drawing)
    table.finish()
    return Figure(name, alt, caption, drawing, task, steps)
