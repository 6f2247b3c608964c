"""A scene: marks over a state, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from math import isclose
from typing import Any

from upslope.course.figures.drawing import State
from upslope.course.figures.scene.calls import PLACEHOLDER
from upslope.course.figures.scene.controls import Controls, Ranges
from upslope.course.figures.scene.moment import Moment, moment_of
from upslope.course.figures.scene.panels import Panel
from upslope.course.figures.scene.primitives import Primitive
from upslope.course.figures.scene.quantities import Quantities
from upslope.course.figures.scene.rows import Rows, Sequence
from upslope.course.figures.scene.still.layout import WIDTH, frames_of, height_of
from upslope.course.figures.scene.still.pane import Pane, pane_of
from upslope.course.figures.scene.still.picture import picture
from upslope.course.figures.scene.strip import strip


@dataclass(frozen=True)
class Scene:
    """Everything a figure of this kind is."""

    id: str
    state: State
    ranges: Ranges
    views: tuple[Panel, ...]
    items: tuple[Primitive, ...]
    quantities: Quantities = field(default_factory=Quantities)
    tables: Mapping[str, Rows | Sequence] = field(default_factory=dict)
    steps: Mapping[str, float] = field(default_factory=dict)
    controls: Controls = field(default_factory=Controls)
    tag: str = "figure-scene"

    def complete(self, state: State) -> State:
        """Return the state. Raises ValueError when a number is unknown, out of range or between steps."""
        for name, value in state.items():
            if name not in self.ranges:
                there = ", ".join(self.ranges) or "none"
                raise ValueError(f"the state names {name}; the numbers of this figure's state are: {there}.")
            low, high = self.ranges[name]
            if not low - 1e-9 <= value <= high + 1e-9:
                raise ValueError(f"{name} is {value:g}; it goes from {low:g} to {high:g}.")
            self._check_step(name, value - low)
        return state

    def _check_step(self, name: str, above: float) -> None:
        step = self.steps.get(name)
        if step and not isclose(above / step, round(above / step), abs_tol=1e-6):
            low = self.ranges[name][0]
            raise ValueError(f"{name} is {low + above:g}; it moves in steps of {step:g} from {low:g}.")

    def moment(self, state: State) -> Moment:
        """Return every number and row at a state."""
        return self.opening if state == self.state else moment_of(state, self.quantities, self.tables)

    @cached_property
    def opening(self) -> Moment:
        """Every number and row as the figure opens: a page asks for them several times."""
        return moment_of(self.state, self.quantities, self.tables)

    def readouts(self, state: State) -> dict[str, float]:
        """Return the state, all numbers, and the last row of every sequence."""
        values = self.moment(state).values
        return {name: value for name, value in values.items() if not name.startswith(PLACEHOLDER)}

    def data(self) -> dict[str, Any]:
        """Return what the element reads."""
        data: dict[str, Any] = {
            "state": dict(self.state),
            "ranges": self.ranges,
            "steps": self.steps,
            "numbers": [each.data() for each in (*self.quantities.first, *self.quantities.late)],
            "rows": {name: rows.data() for name, rows in self.tables.items() if isinstance(rows, Rows)},
            "sequences": [each.data() for each in self.quantities.sequences],
            "panels": [panel.data() for panel in self.views],
            "items": [item.data() for item in self.items],
            "sliders": [slider.data() for slider in self.controls.sliders],
            "choices": [choice.data() for choice in self.controls.choices],
        }
        return data

    def panels(self) -> str:
        """Return the empty panels, which have their sizes before anything is drawn."""
        return "".join(f'<div class="{panel.classes}">{_title(panel)}</div>' for panel in self.views)

    @property
    def still_size(self) -> tuple[int, int]:
        """Width and height of a still picture."""
        return round(WIDTH), height_of(frames_of(self.views))

    def still(self, state: State) -> str:
        """Return the scene at a state as an SVG document."""
        moment = self.moment(state)
        return picture(self.panes(moment), self.items, moment)

    def panes(self, moment: Moment) -> tuple[Pane, ...]:
        """Return where every panel stands in a still picture, and what it shows."""
        frames = frames_of(self.views)
        return tuple(pane_of(panel, frame, moment) for panel, frame in zip(self.views, frames, strict=True))

    @property
    def words(self) -> str:
        """Return what the figure says of its state where the author writes no words."""
        said = ", ".join(f"{name} is {{{name}}}" for name in self.state if name not in self._turning)
        return f"{said}." if said else ""

    def strip(self) -> str:
        """Return the HTML below the drawing."""
        return strip(self.controls, self.readouts(self.state), self.ranges, self.steps, self.id)

    @property
    def _turning(self) -> set[str]:
        """The names of angles at which something is looked at."""
        spaces = [panel.space for panel in self.views if panel.space]
        return {name for space in spaces for name in (space.turn, space.tilt)}


def _title(panel: Panel) -> str:
    return f'<p class="panel-title">{escape(panel.title)}</p>' if panel.title else ""
