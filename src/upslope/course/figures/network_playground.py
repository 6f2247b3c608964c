"""A network with two hidden layers that learns to draw a closed curve, with everything to change about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from upslope.course.figures.closed_curves import CURVES, Point, sampled
from upslope.course.figures.drawing import State
from upslope.course.figures.network_strip import Still, network_strip
from upslope.course.figures.reading import read_state
from upslope.course.figures.seeded_network import seeded_network
from upslope.course.figures.task import Task, read_task
from upslope.course.table import Table
from upslope.maths.networks.neural_network import Array, Network, cost, forward, train

EXAMPLES = 100
STILL_STEPS = 1000
STILL_AGGRESSION = 7.0
RANGES: Mapping[str, tuple[float, float]] = {
    "first": (1, 20),
    "second": (1, 20),
    "aggression": (0.1, 1000),
    "noise": (0, 3),
    "seed": (1, 9999),
    "x": (0, 1),
}
"""The numbers of the figure's state, and how far each may go."""

OPENING: State = {"first": 6, "second": 7, "aggression": 7, "noise": 0, "seed": 1, "x": 0.15}
WHOLE = ("first", "second", "seed")


@dataclass(frozen=True)
class NetworkPlayground:
    """``curve`` is the name of the target with which it opens; the state is what the sliders set."""

    curve: str
    tasks: tuple[Task, ...]
    id: str
    state: State
    tag: str = "network-playground"

    def complete(self, state: State) -> State:
        """Return the state. Raises ValueError when a number is out of range."""
        return _complete(state)

    def readouts(self, state: State) -> dict[str, float]:
        """Return the state, the steps made, the cost, and whether training diverged or is stuck."""
        return _readouts(self.curve, state)

    def data(self) -> dict[str, Any]:
        """Return what the element reads."""
        return {
            "examples": EXAMPLES,
            "curves": CURVES,
            "curve": self.curve,
            "state": dict(self.state),
        }

    def strip(self) -> str:
        """Return everything beside and below the drawing."""
        drawn = _drawing(self.curve, tuple(self.state[name] for name in ("first", "second", "seed")))
        still = Still(self.curve, drawn, STILL_STEPS)
        return network_strip(still, self.readouts(self.state), self.tasks, self.id)


def read(table: Table) -> NetworkPlayground:
    """Return the figure that a table describes. Raises ContentError."""
    curve = table.text("curve", "heart")
    if curve not in CURVES:
        raise table.complain(f"In {table.what}, curve is {curve!r}.", f"It can be: {', '.join(CURVES)}.")
    state = {**OPENING, **(read_state(table) if table.has("state") else {})}
    try:
        names = tuple(_readouts(curve, _complete(state)))
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", "Bring it into range.") from None
    tasks = [
        read_task(Table({"task": entry}, table.path, table.line, table.what), names)
        for entry in table.tables("tasks")
    ]
    return NetworkPlayground(curve, tuple(task for task in tasks if task), table.text("id"), state)


def _complete(state: State) -> State:
    for name, value in state.items():
        if name not in RANGES:
            raise ValueError(f"the state names {name}; this figure has {', '.join(RANGES)}.")
        low, high = RANGES[name]
        if not low <= value <= high or (name in WHOLE and value != int(value)):
            steps = ", in whole numbers" if name in WHOLE else ""
            raise ValueError(f"{name} is {value:g}; it goes from {low:g} to {high:g}{steps}.")
    return state


def _readouts(curve: str, state: State) -> dict[str, float]:
    start = cost(_network(state["first"], state["second"], state["seed"]), *_examples(curve))
    return {**state, "steps": 0, "cost": start, "lowest": start, "diverged": 0, "stuck": 0, "own": 0}


@lru_cache(maxsize=16)
def _drawing(curve: str, network: tuple[float, ...]) -> tuple[Point, ...]:
    """Return what the network draws after some training: the picture for a browser without script."""
    x, y = _examples(curve)
    trained = train(_network(*network), x, y, STILL_STEPS, STILL_AGGRESSION).network
    across, up = forward(trained, x)[-1].tolist()
    return tuple(zip(across, up, strict=True))


def _examples(curve: str) -> tuple[Array, Array]:
    """Return inputs of shape 1 × N and targets of shape 2 × N."""
    return np.arange(EXAMPLES)[None] / EXAMPLES, np.array(sampled(CURVES[curve], EXAMPLES)).T


def _network(first: float, second: float, seed: float) -> Network:
    return seeded_network((1, int(first), int(second), 2), int(seed))
