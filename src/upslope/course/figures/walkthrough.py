"""The story a figure tells: steps with a caption, a state and a time."""

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from upslope.course.figures.drawing import Drawing, State
from upslope.course.figures.reading import read_state
from upslope.course.prose import render_inline
from upslope.course.table import Table

SHORTEST = 1.0
WORDS_A_SECOND = 2.6


@dataclass(frozen=True)
class Step:
    """One step; ``say`` is HTML."""

    say: str
    state: State
    seconds: float


def read_walkthrough(table: Table, drawing: Drawing) -> tuple[Step, ...]:
    """Return the steps of ``[[walkthrough]]``, in order; empty when there are none. Raises ContentError."""
    return tuple(
        _read_step(Table(entry, table.path, table.line, f"step {number} of the walkthrough"), drawing)
        for number, entry in enumerate(table.tables("walkthrough"), 1)
    )


def render_walkthrough(steps: tuple[Step, ...], figure: str) -> str:
    """Return the bar inside the figure's card: captions, buttons, dots."""
    captions = "".join(_caption(number, step) for number, step in enumerate(steps))
    dots = "".join(_dot(number, len(steps)) for number in range(len(steps)))
    return (
        f'<figure-walkthrough figure="{figure}" role="group" aria-label="Walkthrough">\n'
        '<button type="button" class="primary" data-do="play">Play</button>\n'
        f'<ol class="captions" role="list">{captions}</ol>\n'
        '<p class="spoken visually-hidden" aria-live="polite"></p>\n'
        '<div class="steps"><button type="button" class="icon-button" data-do="back" aria-label="Back" '
        'aria-disabled="true">‹</button><button type="button" data-do="next">Next</button></div>\n'
        f'<div class="dots">{dots}</div>\n'
        '<div class="tools"><button type="button" class="quiet" data-do="voice" aria-pressed="false">'
        "Voice</button>"
        '<button type="button" class="quiet" data-do="speed" aria-label="Speed 1×">1×</button></div>\n'
        "</figure-walkthrough>\n"
    )


def render_transcript(steps: tuple[Step, ...]) -> str:
    """Return the steps as a list to read, for those who would rather, or have no script."""
    said = "".join(f"<li>{step.say}</li>\n" for step in steps)
    summary = "<summary>Read the walkthrough</summary>"
    return f'<details class="transcript">{summary}\n<ol>\n{said}</ol>\n</details>\n'


def _read_step(table: Table, drawing: Drawing) -> Step:
    say = table.text("say")
    seconds = table.number("seconds", max(3.0, 1.5 + len(say.split()) / WORDS_A_SECOND))
    state: dict[str, Any] = read_state(table) if table.has("state") else {}
    table.finish()
    if seconds < SHORTEST:
        raise table.complain(
            f"In {table.what}, seconds is {seconds:g}.", "Give a learner time to read: 3 or more."
        )
    try:
        drawing.complete({**drawing.state, **state})
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", "Move the state, or widen the view.") from None
    return Step(render_inline(say, table.path, table.line), state, seconds)


def _caption(number: int, step: Step) -> str:
    state = escape(json.dumps(dict(step.state)), quote=True)
    on = ' class="on"' if number == 0 else ""
    return f'<li{on} data-seconds="{step.seconds:g}" data-state="{state}"><p>{step.say}</p></li>'


def _dot(number: int, count: int) -> str:
    current = ' aria-current="step"' if number == 0 else ""
    return f'<button type="button" aria-label="Step {number + 1} of {count}"{current}></button>'
