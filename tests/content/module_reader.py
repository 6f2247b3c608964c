"""What the authors of a module wrote, for the tests: its lessons, their figures in any state, questions."""

import re
import runpy
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from upslope.course import default_course_path
from upslope.course.figures.registry import Figure, read_figure
from upslope.course.figures.scene import Scene
from upslope.course.figures.scene.conditions import read_condition
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.questions import Draw

FENCE = re.compile(r"^```figure\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class ModuleReader:
    """Reads the module with this id; everything is read once."""

    module: str

    @cache  # noqa: B019 - there are three modules
    def text(self, lesson: str) -> str:
        """Return the lesson.md of a lesson."""
        return (default_course_path() / self.module / lesson / "lesson.md").read_text(encoding="utf-8")

    @cache  # noqa: B019
    def figure(self, lesson: str, figure_id: str) -> dict[str, Any]:
        """Return what the author wrote of one figure of a lesson."""
        figures = [tomllib.loads(found[1]) for found in FENCE.finditer(self.text(lesson))]
        return next(one for one in figures if one["id"] == figure_id)

    @cache  # noqa: B019
    def read(self, lesson: str, figure_id: str) -> Figure:
        """Return one figure of a lesson, read and checked."""
        return read_figure(self.figure(lesson, figure_id))

    def numbers(self, lesson: str, figure_id: str, **state: float) -> dict[str, float]:
        """Return all numbers of the figure, in its opening state but for ``state``."""
        drawing = self.read(lesson, figure_id).drawing
        return drawing.readouts(drawing.complete({**drawing.state, **state}))

    def told(self, lesson: str, figure_id: str, step: int) -> dict[str, float]:
        """Return all numbers at a step of the walkthrough, the first being 1."""
        state: dict[str, float] = {}
        for each in self.read(lesson, figure_id).steps[:step]:
            state |= each.state
        return self.numbers(lesson, figure_id, **state)

    def is_done(self, lesson: str, figure_id: str, **state: float) -> bool:
        """Return whether the task of the scene counts as done in a state."""
        scene = self.read(lesson, figure_id).drawing
        assert isinstance(scene, Scene)
        now = {**scene.state, **state}
        table = Table(self.figure(lesson, figure_id)["task"], Path("lesson.md"), 1, "the task")
        return scene.moment(now).holds(read_condition(table, "goal", Vocabulary(tuple(scene.readouts(now)))))

    @cache  # noqa: B019
    def draw(self, item: str, question: str, seed: int) -> Draw:
        """Return one draw of a question."""
        path = default_course_path() / self.module / item / "questions" / question / "question.py"
        drawn = runpy.run_path(str(path))["generate"](np.random.default_rng(seed))
        assert isinstance(drawn, Draw)
        return drawn
