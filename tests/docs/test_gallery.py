"""The gallery of figures: its tables of keys are true, and the guide works as it stands."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from upslope.course import load_course
from upslope.course.errors import ContentError
from upslope.course.figures import render
from upslope.course.figures.registry import read_figure
from upslope.course.figures.scene import Scene
from upslope.course.figures.scene.marks.registry import MARKS
from upslope.course.figures.scene.primitives import Line
from upslope.course.table import Table
from upslope.maths import evaluate

GALLERY = Path(__file__).resolve().parents[2] / "docs/authors/figures"
PAGES = sorted((GALLERY / "kit").glob("*/lesson.md"))
FENCE = re.compile(r"^```figure\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"^\| key of `([^`]+)` \|.*\n\|[-|]+\n((?:\|.*\n?)+)", re.MULTILINE)
EVERY_MARK = "every mark"
KIND_OF_TABLE = {
    r"this scene figure": "scene",
    r"mark \d+ \(([a-z-]+)\)": "",
    r"([a-z]+) \d+ of mark \d+ \(([a-z-]+)\)": "",
    r"(slider|choice|legend|readout|panel) \d+": "",
    r"the sequence '.*": "sequence",
    r"the axes of .*": "axes",
    r"the space of .*": "space",
    r"step \d+ of the walkthrough": "walkthrough",
    r"this figure's task": "task",
}
Keys = dict[str, str]
"""The last column of a table, by the key."""


@cache
def tables() -> dict[str, tuple[Path, Keys]]:
    """Return the page and the keys of every table, by what has these keys."""
    found: dict[str, tuple[Path, Keys]] = {}
    for page in PAGES:
        for what, body in TABLE.findall(page.read_text(encoding="utf-8")):
            cells = [[cell.strip() for cell in row.strip("| \n").split("|")] for row in body.splitlines()]
            assert what not in found, f"two tables of the keys of {what}"
            found[what] = page, {row[0].strip("`"): row[2] for row in cells}
    return found


@cache
def figures(page: Path) -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(body) for body in FENCE.findall(page.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def asked() -> dict[str, set[str]]:
    """What the readers ask for while all figures of the kit are read, by what has these keys."""
    keys: dict[str, set[str]] = defaultdict(set)
    with pytest.MonkeyPatch.context() as patch:
        finish = Table.finish

        def noted(table: Table) -> None:
            keys[_kind(table)] |= table._asked
            finish(table)

        patch.setattr(Table, "finish", noted)
        for page in PAGES:
            for spec in figures(page):
                render(spec)
    return keys


def _kind(table: Table) -> str:
    for pattern, name in KIND_OF_TABLE.items():
        if found := re.fullmatch(pattern, table.what):
            return name or " of ".join(found.groups())
    return next((name for name in ("taylor", "sum") if name in table.data), table.what)


def test_every_key_that_a_reader_asks_for_is_in_its_table_and_no_other(asked: dict[str, set[str]]) -> None:
    documented = {what: set(keys) for what, (_, keys) in tables().items()}
    common = documented.pop(EVERY_MARK)
    documented["scene"] |= documented["panel"] - {"id"}
    for mark in MARKS:
        documented[mark] = documented.get(mark, set()) | common

    missing = {what: keys - documented.get(what, set()) for what, keys in asked.items()}
    invented = {what: keys - asked[what] for what, keys in documented.items()}
    assert {what: keys for what, keys in missing.items() if keys} == {}
    assert {what: keys for what, keys in invented.items() if keys} == {}


def test_every_mark_has_a_table() -> None:
    assert sorted(MARKS.keys() - tables().keys()) == []


def rows_of_tables() -> Iterator[Any]:
    for what, (_, keys) in tables().items():
        for key, without in keys.items():
            yield pytest.param(what, key, without, id=f"{what}-{key}")


def places(spec: dict[str, Any], what: str) -> list[dict[str, Any]]:
    """Return the tables of a figure that have the keys of ``what``."""
    panels = spec.get("panel", [spec])
    marks = spec.get("mark", [])
    if what in ("scene", "task"):
        return [spec] if what == "scene" else [spec["task"]] if "task" in spec else []
    if what in ("axes", "space"):
        return [panel[what] for panel in panels if isinstance(panel.get(what), dict)]
    if what in ("taylor", "sum"):
        made = (*spec.get("functions", {}).values(), *spec.get("numbers", {}).values())
        return [value for value in made if isinstance(value, dict) and what in value]
    if what in MARKS or what == EVERY_MARK:
        return [mark for mark in marks if what in (mark["is"], EVERY_MARK)]
    part, _, mark = what.partition(" of ")
    return [each for entry in marks if entry["is"] == mark for each in entry[part]] or spec.get(what, [])


@pytest.mark.parametrize(("what", "key", "without"), list(rows_of_tables()))
def test_a_figure_without_a_key_is_as_its_table_says(what: str, key: str, without: str) -> None:
    usual = re.fullmatch(r"`([^`]+)`", without)
    if without == "needed":
        assert _complains_without(what, key)
    elif usual and without.strip("`") not in tables()[what][1]:
        assert _is_as_with(what, key, tomllib.loads(f"usual = {usual[1]}")["usual"])


def _complains_without(what: str, key: str) -> bool:
    """Return whether a figure that has the key can be read no longer once it is gone."""
    for spec, place in _tried(what):
        if key in places(spec, what)[place]:
            return _read(spec, what, place, {key: None}) is None
    return False


def _is_as_with(what: str, key: str, value: Any) -> bool:
    """Return whether a figure is the same with the key and without it."""
    for spec, place in _tried(what):
        # A key may belong to one of the ways in which a mark is written, and be unknown in the other.
        bare, full = (_read(spec, what, place, {key: given}) for given in (None, value))
        if bare is not None and full is not None:
            return bare == full
    return False


def _read(spec: dict[str, Any], what: str, place: int, changes: dict[str, Any]) -> str | None:
    changed = deepcopy(spec)
    table = places(changed, what)[place]
    table.update(changes)
    for key in [key for key, value in changes.items() if value is None]:
        del table[key]
    try:
        return render(changed)
    except ContentError:
        return None


def _tried(what: str) -> Iterator[tuple[dict[str, Any], int]]:
    own = tables()[what][0]
    for page in (own, *(page for page in PAGES if page != own)):
        for spec in figures(page):
            yield from ((spec, place) for place in range(len(places(spec, what))))


GUIDE = GALLERY.parent / "figures.md"
STAGES = figures(GUIDE)


@pytest.mark.parametrize("stage", STAGES, ids=[stage["id"] for stage in STAGES])
def test_every_stage_of_the_guide_works_as_it_stands_and_keeps_to_thirty_lines(stage: dict[str, Any]) -> None:
    assert 'class="figure-card"' in render(stage)
    fence = next(body for body in FENCE.findall(GUIDE.read_text(encoding="utf-8")) if stage["id"] in body)
    assert len(fence.partition("[[walkthrough]]")[0].splitlines()) <= 30


def test_the_last_stage_of_the_guide_has_a_handle_a_story_and_true_numbers() -> None:
    told = read_figure(STAGES[-1])

    assert any(mark["is"] == "handle" for mark in STAGES[-1]["mark"])
    speeds = [told.drawing.readouts(step.state)["speed"] for step in told.steps]
    assert abs(speeds[-1]) < 0.005, "the swing turns round where the story says so"
    assert min(speeds) == speeds[2], "and falls fastest where it says so"


def test_the_mark_of_the_guide_can_be_added_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert code is not None
    made: dict[str, Any] = {}
    exec(compile(code[1], "cross.py", "exec"), made)
    monkeypatch.setitem(cast(dict[str, Any], MARKS), "cross", made["read"])

    drawing = read_figure({**STAGES[0], "mark": [{"is": "cross", "at": [1, 2], "size": 0.5}]}).drawing
    assert isinstance(drawing, Scene)
    strokes = [line.points for line in drawing.items if isinstance(line, Line)]
    corners = [[tuple(float(evaluate(tree, {})) for tree in point) for point in points] for points in strokes]
    assert corners == [[(0.5, 1.5), (1.5, 2.5)], [(0.5, 2.5), (1.5, 1.5)]]


def test_every_page_of_the_gallery_is_a_reading_that_its_contents_lead_to() -> None:
    items = load_course(GALLERY).items

    assert {item.kind for item in items} == {"reading"}
    assert {item.path for item in items} == {page.parent for page in GALLERY.glob("*/*/lesson.md")}
