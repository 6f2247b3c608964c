"""Scenes for the tests: a small one to change, and how to read one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from upslope.course.errors import ContentError
from upslope.course.figures import render
from upslope.course.figures.scene import Scene, read
from upslope.course.table import Table

LINE = 21
SMALL: Mapping[str, Any] = {
    "kind": "scene",
    "id": "small",
    "alt": "A curve.",
    "caption": "A curve.",
    "state": {"a": 1.0, "n": 3},
    "range": {"a": [-2, 2], "n": [0, 8]},
    "steps": {"n": 1},
    "functions": {"f(x)": "x^3 - x", "g(x, y)": "x^2 y + sin(y)"},
    "numbers": {"height": "f(a)"},
    "rows": {"data": {"p": [1, 2, 4], "q": [2, 3, 5]}},
    "view": [-2, 2, -1, 1],
}


def scene(**changes: Any) -> Scene:
    """Return the small scene with some keys changed; None takes a key away."""
    spec = {key: value for key, value in {**SMALL, **changes}.items() if value is not None}
    return read(Table(spec, Path("lesson.md"), LINE, "this scene figure"))


def readouts(at: Mapping[str, float] | None = None, /, **changes: Any) -> dict[str, float]:
    """Return all numbers of the small scene with some keys changed."""
    made = scene(**changes)
    return made.readouts({**made.state, **(at or {})})


def number(formula: str, **changes: Any) -> float:
    """Return what a formula of the small scene comes to as it opens."""
    return readouts(**{**changes, "numbers": {"found": formula}})["found"]


def complaint(**changes: Any) -> str:
    """Return what an author of the small scene with these changes is told."""
    spec = {key: value for key, value in {**SMALL, **changes}.items() if value is not None}
    with pytest.raises(ContentError) as caught:
        render(spec, Path("lesson.md"), LINE)
    assert caught.value.line == LINE
    return f"{caught.value.what} {caught.value.remedy}"
