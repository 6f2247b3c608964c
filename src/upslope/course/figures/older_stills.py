"""Still pictures of the figures that are older than scenes: the same things, as a scene."""

from collections.abc import Mapping
from typing import Any

from upslope.course.figures import scene
from upslope.course.figures.curve import Curve, Interval
from upslope.course.prose import NOWHERE
from upslope.course.table import Table
from upslope.maths import symbol

View = tuple[float, float, float, float]
SECANT_SIZE, MOVING_SIZE = (720, 432), (720, 592)
"""Width and height of the pictures, known without drawing them: every page asks."""

SHORTEST_SHOWN = 1 / 16
"""Runs shorter than this part of the view have no letter: there is no room for one."""


def secant_scene(curve: Curve, view: View) -> scene.Scene:
    """Return two points of a curve with what joins them; the state is ``x`` and ``run``."""
    here, there = ["x", "f(x)"], ["x + run", "f(x + run)"]
    corner, wide = ["x + run", "f(x)"], f"run > {(view[1] - view[0]) * SHORTEST_SHOWN:g}"
    letter = curve.variable
    marks = [
        _mark("polygon", "slope", points=[here, corner, there], style="filled thin"),
        _mark("tangent", "slope", of="f(x)", at="x", style="dotted"),
        _mark("curve", "ink", of="f(x)"),
        _mark("segment", "x", start=["x", 0], end=here, style="dotted"),
        _mark("segment", "x", start=["x + run", 0], end=corner, style="dotted"),
        _mark("segment", "step", start=here, end=corner, style="thick"),
        _mark("segment", "y", start=corner, end=there, style="thick"),
        _mark("secant", "slope", of="f(x)", start="x", end="x + run"),
        _ring("x", here),
        _ring("step", there),
        _letters("step", ["x + run/2", "f(x)"], f"Δ{letter}", when=wide),
        _letters("x", ["x", "min(0, f(x))"], letter),
    ]
    state = {"x": list(view[:2]), "run": [0, view[1] - view[0]]}
    return _scene(curve, state, {"view": list(view), "mark": marks})


def moving_scene(curve: Curve, view: View, slopes: Interval, labels: Mapping[str, str]) -> scene.Scene:
    """Return a curve with a point above its slope; the state is ``x`` and ``reveal``."""
    end = f"{view[0]:g} + reveal*{view[1] - view[0]:g}"
    panels = [
        {"id": "curve", "view": list(view), "axes": {"y": labels["value"], "numbers": False}},
        {"id": "slope", "view": [*view[:2], *slopes], "axes": {"x": labels["x"], "y": labels["slope"]}},
    ]
    marks = [
        _mark("curve", "ink", of="f(x)"),
        _mark("tangent", "slope", of="f(x)", at="x"),
        _mark("segment", "x", start=["x", 0], end=["x", "f(x)"], style="dotted"),
        _ring("x", ["x", "f(x)"]),
        _mark("curve", "slope", panel="slope", of="f'(x)", start=view[0], end=end),
        _mark("segment", "slope", panel="slope", start=["x", 0], end=["x", "f'(x)"], style="thick"),
        _mark("point", "slope", panel="slope", at=["x", "f'(x)"], size=6),
        _letters("x", ["x", 0], curve.variable, panel="slope"),
    ]
    return _scene(curve, {"x": list(view[:2]), "reveal": [0, 1]}, {"panel": panels, "mark": marks})


def _scene(curve: Curve, ranges: Mapping[str, list[float]], rest: Mapping[str, Any]) -> scene.Scene:
    """Return the scene of a curve, whose letter is x here whatever the author calls it."""
    function = curve.function.substitute({curve.variable: symbol("x")})
    opening = {name: low for name, (low, _) in ranges.items()}
    table = {"id": "still", "state": opening, "range": ranges, "functions": {"f(x)": str(function)}, **rest}
    return scene.read(Table(table, NOWHERE, 1, "this figure"))


def _mark(name: str, role: str, **keys: Any) -> dict[str, Any]:
    given = {{"start": "from", "end": "to"}.get(key, key): value for key, value in keys.items()}
    return {"is": name, "role": role, **given}


def _ring(role: str, at: list[Any]) -> dict[str, Any]:
    return _mark("point", role, at=at, size=9, hollow=True)


def _letters(role: str, at: list[Any], text: str, **keys: Any) -> dict[str, Any]:
    return _mark("text", role, at=at, text=text, offset=[0, 24], letters=True, **keys)
