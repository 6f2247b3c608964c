"""Every kind of figure by its name, and the card round each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from upslope.course.figures import heights_playground, moving_slope, network_playground, scene, secant_slope
from upslope.course.figures.abilities import HasPanels, HasStills
from upslope.course.figures.data_block import data_block
from upslope.course.figures.drawing import Drawing, State
from upslope.course.figures.live_words import read_words, render_tools
from upslope.course.figures.stills import OPENING, moments, render_stills, still_mark
from upslope.course.figures.task import Task, read_task, render_task
from upslope.course.figures.walkthrough import Step, read_walkthrough, render_transcript, render_walkthrough
from upslope.course.prose import NOWHERE, render_inline
from upslope.course.table import Table

KINDS: dict[str, Callable[[Table], Drawing]] = {
    "secant-slope": secant_slope.read,
    "moving-slope": moving_slope.read,
    "heights-playground": heights_playground.read,
    "network-playground": network_playground.read,
    "scene": scene.read,
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
    words: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Still:
    """A still picture: an SVG document, and the mark of what it shows."""

    svg: str
    mark: str


@dataclass(frozen=True)
class OpeningStill:
    """Where a still picture is not drawn yet: its size in pixels, and the mark of what it will show."""

    width: int
    height: int
    mark: str


def render(spec: Mapping[str, Any], path: Path = NOWHERE, line: int = 1) -> str:
    """Return the HTML of the figure that ``spec`` describes; readable without script. Raises ContentError."""
    figure = read_figure(spec, path, line)
    drawing, steps = figure.drawing, figure.steps
    data = data_block({"id": figure.id, **drawing.data()})
    stills = render_stills(drawing, figure.id, data, _moments(figure), path)
    task = render_task(figure.task, figure.id) if figure.task else ""
    walkthrough = render_walkthrough(steps, figure.id) if steps else ""
    transcript = render_transcript(steps, figure.id, stills) if steps else ""
    panels = drawing.panels() if isinstance(drawing, HasPanels) else ""
    return (
        f'<figure class="figure wide" id="figure-{figure.id}">\n<div class="figure-card">\n'
        f'<{drawing.tag} figure="{figure.id}">{data}\n'
        f'<div class="stage"><p class="alt">{escape(figure.alt)}</p>{panels}{stills[OPENING]}</div>\n'
        f'<div class="strip">{drawing.strip()}</div></{drawing.tag}>\n{task}{walkthrough}</div>\n'
        f"{render_tools(figure.words)}<figcaption>{figure.caption}</figcaption>\n{transcript}</figure>\n"
    )


def opening_still(spec: Mapping[str, Any]) -> OpeningStill | None:
    """Return size and mark of the picture that a figure opens with; None where there is none.

    Raises ContentError.
    """
    figure = read_figure(spec)
    if not isinstance(figure.drawing, HasStills):
        return None
    data = data_block({"id": figure.id, **figure.drawing.data()})
    return OpeningStill(*figure.drawing.still_size, still_mark(data, figure.drawing.state))


def still(spec: Mapping[str, Any], moment: str) -> Still | None:
    """Return the picture of a figure at a moment (``open``, ``step-3``); None where there is none.

    Raises ContentError.
    """
    figure = read_figure(spec)
    state = _moments(figure).get(moment)
    if state is None or not isinstance(figure.drawing, HasStills):
        return None
    data = data_block({"id": figure.id, **figure.drawing.data()})
    return Still(figure.drawing.still(state), still_mark(data, state))


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
    names = tuple(drawing.readouts(drawing.state))
    task, words = read_task(table, names), read_words(table, drawing, names)
    steps = read_walkthrough(table, drawing)
    table.finish()
    return Figure(name, alt, caption, drawing, task, words, steps)


def _moments(figure: Figure) -> dict[str, State]:
    return moments(figure.drawing.state, tuple(step.state for step in figure.steps))
