"""A thing to try with a figure, and how the page notices that it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from upslope.course.figures.data_block import data_block
from upslope.course.figures.goal import read_goal
from upslope.course.prose import render_inline
from upslope.course.table import Table


@dataclass(frozen=True)
class Task:
    """``say`` and ``done`` are HTML, ``goal`` the JSON tree that the browser decides."""

    say: str
    done: str
    goal: list[Any]


def read_task(table: Table, readouts: Sequence[str]) -> Task | None:
    """Return the figure's task, None when it has none. Raises ContentError."""
    if not table.has("task"):
        return None
    if not isinstance(table.data["task"], dict):
        raise table.complain(
            f"In {table.what}, task is {table.data['task']!r}.",
            "Write task = { say = …, goal = …, done = … }.",
        )
    task = Table(table.data["task"], table.path, table.line, "this figure's task")
    say, goal, done = task.text("say"), task.text("goal"), task.text("done")
    task.finish()
    try:
        tree = read_goal(goal, readouts)
    except ValueError as error:
        raise table.complain(f"The goal {error}", 'For example: goal = "abs(slope) < 0.05".') from None
    return Task(render_inline(say, table.path, table.line), render_inline(done, table.path, table.line), tree)


def render_task(task: Task, figure: str) -> str:
    """Return the line inside the figure's card."""
    return (
        f'<figure-task figure="{figure}">{data_block({"goal": task.goal})}'
        f'<span class="mark" aria-hidden="true"></span><p class="say">{task.say}</p>'
        f'<p class="done">{task.done}</p><p class="status visually-hidden" role="status"></p></figure-task>\n'
    )
