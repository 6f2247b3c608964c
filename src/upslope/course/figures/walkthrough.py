"""The story a figure tells: steps with a caption, a state and a time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from upslope.course.figures.drawing import Drawing, State
from upslope.course.figures.reading import read_state
from upslope.course.prose import render_inline
from upslope.course.table import Table

SHORTEST = 1.0
WORDS_A_SECOND = 2.6
LINK_WORD = "step"
"""``#figure-slope:step=3`` leads to the third step; other names in such an address are the state's."""


@dataclass(frozen=True)
class Step:
    """One step; ``say`` is HTML, ``state`` what it changes."""

    say: str
    state: State
    seconds: float


def read_walkthrough(table: Table, drawing: Drawing) -> tuple[Step, ...]:
    """Return the steps of ``[[walkthrough]]``, in order; empty when there are none. Raises ContentError."""
    entries = table.tables("walkthrough")
    if entries and LINK_WORD in drawing.state:
        raise table.complain(
            f"In {table.what}, a number is called {LINK_WORD!r}, and there is a walkthrough.",
            f"Give it another name: a link with {LINK_WORD}=3 leads to the third step.",
        )
    steps: list[Step] = []
    state = dict(drawing.state)
    for number, entry in enumerate(entries, 1):
        what = f"step {number} of the walkthrough"
        step = _read_step(Table(entry, table.path, table.line, what), drawing, state)
        state.update(step.state)
        steps.append(step)
    return tuple(steps)


def render_walkthrough(steps: tuple[Step, ...], figure: str) -> str:
    """Return the bar inside the figure's card: captions, buttons, and the line through the whole story."""
    captions = "".join(_caption(number, step) for number, step in enumerate(steps))
    total = sum(step.seconds for step in steps)
    return (
        f'<figure-walkthrough figure="{figure}" role="group" aria-label="Walkthrough">\n'
        '<button type="button" class="primary" data-do="play">Play</button>\n'
        f'<ol class="captions" role="list">{captions}</ol>\n'
        '<p class="spoken visually-hidden" aria-live="polite"></p>\n'
        '<div class="steps"><button type="button" class="icon-button" data-do="back" aria-label="Back" '
        'aria-disabled="true">‹</button><button type="button" data-do="next">Next</button></div>\n'
        f'<input type="range" min="0" max="{total:g}" step="any" value="0" '
        f'aria-label="Place in the walkthrough" aria-valuetext="step 1 of {len(steps)}">\n'
        f'<span class="count">1 of {len(steps)}</span><div class="tools">'
        '<button type="button" class="quiet" data-do="voice" aria-pressed="false">Voice</button>'
        '<button type="button" class="quiet" data-do="speed" aria-label="Speed 1×">1×</button>'
        '<button type="button" class="quiet" data-do="link" aria-label="Copy link to this step">Link</button>'
        '</div>\n<button type="button" data-do="return">Back to the story</button>\n'
        "</figure-walkthrough>\n"
    )


def render_transcript(steps: tuple[Step, ...], figure: str, stills: Mapping[str, str]) -> str:
    """Return the steps as a list to read; each number is a link that takes the figure there."""
    said = "".join(
        f'<li><a href="#figure-{figure}:{LINK_WORD}={number}" aria-label="Show step {number}">{number}</a>'
        f"<div>{step.say}{stills[f'step-{number}']}</div></li>\n"
        for number, step in enumerate(steps, 1)
    )
    summary = "<summary>Read the walkthrough</summary>"
    return f'<details class="transcript">{summary}\n<ol role="list">\n{said}</ol>\n</details>\n'


def _read_step(table: Table, drawing: Drawing, before: State) -> Step:
    say = table.text("say")
    seconds = table.number("seconds", max(3.0, 1.5 + len(say.split()) / WORDS_A_SECOND))
    state: dict[str, Any] = read_state(table) if table.has("state") else {}
    table.finish()
    if seconds < SHORTEST:
        raise table.complain(
            f"In {table.what}, seconds is {seconds:g}.", "Give a learner time to read: 3 or more."
        )
    try:
        drawing.complete({**before, **state})
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", "Move the state, or widen the view.") from None
    return Step(render_inline(say, table.path, table.line), state, seconds)


def _caption(number: int, step: Step) -> str:
    state = escape(json.dumps(dict(step.state)), quote=True)
    on = ' class="on"' if number == 0 else ""
    return f'<li{on} data-seconds="{step.seconds:g}" data-state="{state}"><p>{step.say}</p></li>'
