"""People's heights and a Gaussian to fit to them: by hand, on a map of the misfit, by two ways downhill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from upslope.course.figures.drawing import State
from upslope.course.figures.gaussian_fit import (
    Array,
    Histogram,
    arrival,
    chi_squared,
    curvature,
    gauss_newton,
    gradient,
    steepest,
    turns,
    walk,
)
from upslope.course.figures.heights_data import WIDTH, Group, read_groups
from upslope.course.figures.heights_strip import everything_strip, hand_strip
from upslope.course.figures.reading import read_state
from upslope.course.figures.task import Task, read_task
from upslope.course.table import Table

RANGES: Mapping[str, tuple[float, float]] = {
    "group": (0, 2),
    "mu": (148, 184),
    "sig": (3, 22),
    "aggression": (100, 20000),
    "step": (0, 50),
    "surface": (0, 1),
    "turn": (-180, 180),
    "tilt": (10, 80),
}
"""The numbers of the figure's state, and how far each may go."""

OPENING: State = {
    "group": 0,
    "mu": 155,
    "sig": 6,
    "aggression": 2000,
    "step": 0,
    "surface": 0,
    "turn": 125,
    "tilt": 38,
}

SHOWS = ("hand", "everything")


@dataclass(frozen=True)
class HeightsPlayground:
    """``show`` is "hand" (histogram and curve) or "everything" (map, surface and walks as well)."""

    groups: tuple[Group, ...]
    show: str
    tasks: tuple[Task, ...]
    id: str
    state: State
    tag: str = "heights-playground"

    def complete(self, state: State) -> State:
        """Return the state. Raises ValueError when a number is out of range."""
        return _complete(state)

    def readouts(self, state: State) -> dict[str, float]:
        """Return the place, its misfit and slopes, and where both walks are after ``step`` steps."""
        return _readouts(self.groups[int(state["group"])], state)

    def data(self) -> dict[str, Any]:
        """Return what the element reads."""
        return {
            "show": self.show,
            "ranges": dict(RANGES),
            "middles": self.groups[0].histogram.middles.tolist(),
            "width": WIDTH,
            "groups": [
                {
                    "name": group.name,
                    "density": group.histogram.density.tolist(),
                    "bottom": group.bottom.tolist(),
                }
                for group in self.groups
            ],
            "state": dict(self.state),
        }

    def strip(self) -> str:
        """Return the read-outs, and with "everything" the controls, the two walks and what to try."""
        now = self.readouts(self.state)
        if self.show == "hand":
            return hand_strip(self.groups, now, self.tasks, self.id)
        return everything_strip(self.groups, now, self.tasks, self.id)


def read(table: Table) -> HeightsPlayground:
    """Return the figure that a table describes. Raises ContentError."""
    show, groups = table.text("show", SHOWS[1]), _read_groups(table)
    if show not in SHOWS:
        raise table.complain(f"In {table.what}, show is {show!r}.", f"It can be: {', '.join(SHOWS)}.")
    state = {**OPENING, **(read_state(table) if table.has("state") else {})}
    try:
        names = tuple(_readouts(groups[int(_complete(state)["group"])], state))
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", "Bring it into range.") from None
    tasks = [
        read_task(Table({"task": entry}, table.path, table.line, table.what), names)
        for entry in table.tables("tasks")
    ]
    return HeightsPlayground(groups, show, tuple(task for task in tasks if task), table.text("id"), state)


def _read_groups(table: Table) -> tuple[Group, ...]:
    name = table.text("data")
    try:
        return read_groups((table.path.parent / name).resolve())
    except (OSError, UnicodeDecodeError) as error:
        raise table.complain(
            f"In {table.what}, the data {name!r} cannot be read: {error}.",
            "Name a CSV table by its path from the lesson: ../../data/heights.csv.",
        ) from None
    except ValueError as error:
        raise table.complain(
            f"In {table.what}, the data {name!r} cannot be used: {error}.",
            "The table has the columns sex (female, male) and height_cm.",
        ) from None


def _complete(state: State) -> State:
    for name, value in state.items():
        if name not in RANGES:
            raise ValueError(f"the state names {name}; this figure has {', '.join(RANGES)}.")
        low, high = RANGES[name]
        if not low <= value <= high:
            raise ValueError(f"{name} is {value:g}; it goes from {low:g} to {high:g}.")
    return state


def _readouts(group: Group, state: State) -> dict[str, float]:
    histogram, place = group.histogram, np.array([state["mu"], state["sig"]])
    slope = gradient(histogram, place)
    bend = curvature(histogram, group.bottom)
    down = walk(histogram, place, steepest(state["aggression"]))
    newton = walk(histogram, place, gauss_newton)
    return {
        **{name: state[name] for name in ("mu", "sig", "group", "aggression", "step")},
        "chi2": chi_squared(histogram, place),
        "slope_mu": float(slope[0]),
        "slope_sig": float(slope[1]),
        **_walker("walk", histogram, down, int(state["step"])),
        **_walker("newton", histogram, newton, int(state["step"])),
        "arrives": arrival(down, group.bottom),
        "newton_arrives": arrival(newton, group.bottom),
        "turns": turns(down[: int(state["step"]) + 1]),
        "bend": state["aggression"] * bend,
        "limit": 2 / bend,
    }


def _walker(name: str, histogram: Histogram, places: Array, step: int) -> dict[str, float]:
    """Return where a walk is after ``step`` steps, or where it ended."""
    place = places[min(step, len(places) - 1)]
    return {
        f"{name}_mu": float(place[0]),
        f"{name}_sig": float(place[1]),
        f"{name}_chi2": chi_squared(histogram, place),
    }
