"""Still pictures of a figure, for browsers without script: where each is, and what it shows."""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from upslope.course.figures.abilities import HasStills
from upslope.course.figures.drawing import Drawing, State

PAGE = "lesson.md"
"""Only the figures of a page have stills; those in questions have no address to be found under."""

OPENING = "open"


def moments(opening: State, steps: tuple[State, ...]) -> dict[str, State]:
    """Return every state worth a picture by its name: ``open``, ``step-1``, ``step-2`` …

    A step goes on from the one before.
    """
    now = dict(opening)
    shown: dict[str, State] = {OPENING: dict(now)}
    for number, state in enumerate(steps, 1):
        now.update(state)
        shown[f"step-{number}"] = dict(now)
    return shown


def still_mark(data: str, state: State) -> str:
    """Return a short text that changes whenever the picture may: with the figure, the state, or our code."""
    written = "\n".join((_code_mark(), data, json.dumps(dict(state), sort_keys=True)))
    return sha256(written.encode()).hexdigest()[:10]


def render_stills(
    drawing: Drawing, figure: str, data: str, shown: Mapping[str, State], path: Path
) -> dict[str, str]:
    """Return the HTML of each still by its moment; empty texts for a kind of figure without stills.

    A browser with script reads what is inside ``noscript`` as text, and fetches nothing.
    """
    if not isinstance(drawing, HasStills) or path.name != PAGE:
        return dict.fromkeys(shown, "")
    width, height = drawing.still_size
    return {
        moment: f'<noscript><img src="figures/{figure}/{moment}.svg?v={still_mark(data, state)}"'
        f'{_anchor(figure, moment)} width="{width}" height="{height}" loading="lazy" alt=""></noscript>'
        for moment, state in shown.items()
    }


def _anchor(figure: str, moment: str) -> str:
    """Return the id that a link to a step leads to where no script takes it."""
    number = moment.removeprefix("step-")
    return "" if number == moment else f' id="figure-{figure}:step={number}"'


@lru_cache(maxsize=1)
def _code_mark() -> str:
    code = sorted(Path(__file__).parent.rglob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in code)).hexdigest()
