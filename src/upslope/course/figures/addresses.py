"""Links that take a figure to a state: ``#figure-slope:x=1,run=0.05``, or ``#figure-slope:step=3``."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from upslope.course.figures.registry import read_figure
from upslope.course.figures.walkthrough import LINK_WORD


def flaw_of_address(spec: Mapping[str, Any], text: str) -> str:
    """Return why a figure cannot go where a link says; empty when it can. Raises ContentError."""
    figure = read_figure(spec)
    split = (part.partition("=") for part in text.split(","))
    parts = {name: value for name, _, value in split}
    values = {name: _number(value) for name, value in parts.items()}
    unread = [name for name, value in values.items() if value is None]
    if unread:
        return f"{unread[0]} is {parts[unread[0]]!r}, which is no number"
    asked = {name: value for name, value in values.items() if value is not None}
    if figure.steps and LINK_WORD in asked:
        step, last = asked[LINK_WORD], len(figure.steps)
        return "" if step in range(1, last + 1) else f"the walkthrough has steps 1 to {last}"
    opening = figure.drawing.state
    strange = [name for name in asked if name not in opening]
    if strange:
        return f"the figure has no {strange[0]}; it has {', '.join(opening)}"
    try:
        figure.drawing.complete({**opening, **asked})
    except ValueError as error:
        return str(error).rstrip(".")
    return ""


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
