"""A function with a point on it; below, the slope at every place the point has been."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from upslope.course.figures.curve import Curve, Interval, read_curve
from upslope.course.figures.drawing import State
from upslope.course.figures.numbers import number_text
from upslope.course.figures.older_stills import MOVING_SIZE, moving_scene
from upslope.course.figures.reading import read_interval, read_state, read_view
from upslope.course.prose import tex
from upslope.course.table import Table
from upslope.maths import to_json

FORMULA = re.compile(r"[A-Za-z]′?(\([A-Za-z]\))?")
"""A label that is a formula rather than words."""

ROLES = {"x": "x", "value": "y", "slope": "slope"}


@dataclass(frozen=True)
class MovingSlope:
    """State ``x`` and ``reveal`` (0: only what was visited; 1: the whole slope)."""

    curve: Curve
    view: tuple[float, float, float, float]
    slope_view: Interval
    reach: Interval
    labels: dict[str, str]
    state: State
    tag: str = "moving-slope"

    @property
    def words(self) -> str:
        """What is said when the figure comes to rest."""
        return ", ".join(_said(label, name) for name, label in self.labels.items()) + "."

    @property
    def still_size(self) -> tuple[int, int]:
        """Width and height of a still picture."""
        return MOVING_SIZE

    def still(self, state: State) -> str:
        """Return the figure in this state as an SVG document."""
        picture = moving_scene(self.curve, self.view, self.slope_view, self.labels)
        return picture.still({"reveal": 0.0, **state})

    def complete(self, state: State) -> State:
        """Return the state. Raises ValueError when the point would leave the picture."""
        if not set(state) <= {"x", "reveal"} or "x" not in state:
            raise ValueError(f"the state names {', '.join(state)}; this figure has x and reveal.")
        low, high = self.reach
        if not low - 1e-9 <= state["x"] <= high + 1e-9:
            raise ValueError(f"x = {state['x']:g} leaves the picture, which holds {low:.4g} to {high:.4g}.")
        if not 0 <= state.get("reveal", 0) <= 1:
            raise ValueError(f"reveal is {state['reveal']:g}; it goes from 0 to 1.")
        return state

    def readouts(self, state: State) -> dict[str, float]:
        """Return x, value and slope."""
        x = state["x"]
        return {"x": x, "value": self.curve.value(x), "slope": self.curve.slope(x)}

    def data(self) -> dict[str, Any]:
        """Return what the element reads."""
        return {
            "function": to_json(self.curve.function),
            "derivative": to_json(self.curve.derivative),
            "variable": self.curve.variable,
            "view": self.view,
            "slope_view": self.slope_view,
            "x_range": self.reach,
            "labels": self.labels,
            "state": {"reveal": 0.0, **self.state},
        }

    def strip(self) -> str:
        """Return the slider, the three read-outs and the button that shows the whole slope."""
        now = self.readouts(self.state)
        rows = "".join(
            f'<div><dt>{_label(self.labels[name])}</dt><dd class="role-{role}">'
            f'<span data-live="{name}">{number_text(now[name])}</span></dd></div>'
            for name, role in ROLES.items()
        )
        letter = tex(rf"\rx{{{self.curve.variable}}}")
        label = escape(self.labels["x"])
        return (
            f'<label class="slider tone-x"><span>{letter}</span>'
            f'<input type="range" class="range" min="0" max="100" step="0.1" aria-label="{label}"></label>\n'
            f'<dl class="readouts">{rows}</dl>\n'
            '<button type="button" class="reveal" data-show="Show the whole slope" data-hide="Hide it again">'
            "Show the whole slope</button>\n"
        )


def _said(label: str, name: str) -> str:
    """Return ``speed {value} m/s`` for the label ``speed (m/s)``."""
    words, _, unit = label.removesuffix(")").partition(" (")
    return f"{words} {{{name}}} {unit}" if unit else f"{label} {{{name}}}"


def _label(text: str) -> str:
    """Return a label as HTML: f′(x) in the letters of formulas, words as words."""
    if FORMULA.fullmatch(text):
        return tex(text.replace("′", "'"))
    return escape(text)


def read(table: Table) -> MovingSlope:
    """Return the figure that a table describes. Raises ContentError."""
    curve, view, state = read_curve(table), read_view(table), read_state(table)
    slope_view = read_interval(table, "slope_view")
    x = state.get("x", 0.0)
    reach = curve.reach(x, view[:2], (curve.function, view[2:]), (curve.derivative, slope_view))
    if reach is None:
        raise table.complain(
            f"In {table.what}, the curve or its slope at x = {x:g} is out of view.",
            "Move x, view or slope_view.",
        )
    return MovingSlope(curve, view, slope_view, reach, _read_labels(table, curve.variable), state)


def _read_labels(table: Table, variable: str) -> dict[str, str]:
    """Return what the three quantities are called, units included."""
    data = table.data.get("labels", {}) if table.has("labels") else {}
    if not isinstance(data, dict):
        raise table.complain(f"In {table.what}, labels is {data!r}.", 'Write labels = { x = "time (s)", … }.')
    labels = Table(data, table.path, table.line, "labels")
    names = {
        "x": labels.text("x", variable),
        "value": labels.text("value", f"f({variable})"),
        "slope": labels.text("slope", f"f′({variable})"),
    }
    labels.finish()
    return names
