"""Figures of the gallery for the tests: read from the lessons that show them."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from upslope.course.figures.registry import Figure, read_figure
from upslope.course.figures.scene import Scene
from upslope.course.figures.scene.conditions import read_condition
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table

FIGURES = Path(__file__).parents[3] / "docs/authors/figures/course-figures"
FENCE = re.compile(r"^```figure\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@cache
def spec(name: str) -> dict[str, Any]:
    """Return what the author wrote of a figure."""
    found = FENCE.search((FIGURES / name / "lesson.md").read_text(encoding="utf-8"))
    assert found is not None
    return tomllib.loads(found[1])


@cache
def figure(name: str) -> Figure:
    """Return a figure, read and checked."""
    return read_figure(spec(name))


def drawn(name: str) -> Scene:
    """Return the scene of a figure."""
    drawing = figure(name).drawing
    assert isinstance(drawing, Scene)
    return drawing


def at(name: str, **state: float) -> dict[str, float]:
    """Return all numbers of a figure at its opening state with some numbers changed."""
    made = drawn(name)
    return made.readouts(made.complete({**made.state, **state}))


def rows(name: str, table: str, **state: float) -> dict[str, list[float]]:
    """Return the columns of a table or a sequence at a state."""
    made = drawn(name)
    columns = made.moment({**made.state, **state}).tables[table]
    return {column: values.tolist() for column, values in columns.items()}


def told(name: str, step: int) -> dict[str, float]:
    """Return all numbers at a step of the walkthrough, the first being 1."""
    state: dict[str, float] = {}
    for each in figure(name).steps[:step]:
        state |= each.state
    return at(name, **state)


def is_done(name: str, **state: float) -> bool:
    """Return whether the task of a figure counts as done at a state."""
    made = drawn(name)
    state = {**made.state, **state}
    table = Table(spec(name)["task"], Path("lesson.md"), 1, "the task")
    return made.moment(state).holds(read_condition(table, "goal", Vocabulary(tuple(made.readouts(state)))))
