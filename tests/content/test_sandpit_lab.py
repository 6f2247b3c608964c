"""The sandpit lab keeps its promises: its strategies race, its failures happen, its own answer wins."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from upslope.course import default_course_path
from upslope.grading.lab import Lab, load_lab, without_markers
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import build_notebook, solve_notebook
from upslope.grading.sandbox import Sandbox
from upslope.maths.sandpits import strategies
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import race_pits
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.strategies import GIVEN, given_walks
from upslope.maths.sandpits.walking import walk

FOLDER = default_course_path() / "optimisation" / "gradient-descent-in-a-sandpit"
BOTTOM = (4.2, 3.9)


@pytest.fixture(scope="module")
def lab() -> Lab:
    return load_lab(FOLDER)


@pytest.fixture(scope="module")
def names(lab: Lab) -> dict[str, Any]:
    """Everything the lab's code defines, with the author's own next_step."""
    sources = [without_markers(cell.source) for cell in lab.cells if cell.kind == "code"]
    space: dict[str, Any] = {}
    exec(re.sub(r"^practise\(.*$", "", "\n".join(sources), flags=re.MULTILINE), space)
    return space


def practised(names: dict[str, Any], strategy: str, start: tuple[float, float]) -> Floats:
    """Return the way over the practice pit, as the lab's own ``practise`` walks it."""
    way = [np.array(start)]
    while len(way) < 25 and np.hypot(*(way[-1] - BOTTOM)) > 0.15:
        step = names[strategy](*names["practice_pit"](*way[-1]))
        way.append(np.clip(way[-1] + step, 0, 6))
    return np.array(way)


def calls_in(path: Path) -> list[tuple[str, tuple[float, float]]]:
    found = re.findall(r"^practise\((\w+), ([\d.]+), ([\d.]+)\)$", path.read_text(), re.MULTILINE)
    return [(name, (float(x), float(y))) for name, x, y in found]


@pytest.mark.parametrize("name", GIVEN)
def test_the_lab_shows_the_very_lines_that_race(name: str, names: dict[str, Any], lab: Lab) -> None:
    ours = GIVEN[name]
    source = Path(strategies.__file__).read_text()
    body = source.split(f"def {ours.__name__}(")[1].split('"""')[2].split("\n\n")[0].strip()
    assert any(body in cell.source for cell in lab.cells)
    rng = np.random.default_rng(3)
    for _ in range(50):
        f, J, half = rng.uniform(-9, -1), rng.normal(size=2), rng.normal(size=(2, 2))
        theirs = names[ours.__name__](f, J, half + half.T)
        assert theirs == pytest.approx(ours(f, J, half + half.T), abs=0)


def test_the_slopes_and_bends_of_the_practice_pit_are_those_of_its_ground(names: dict[str, Any]) -> None:
    pit, h = names["practice_pit"], 1e-6
    for x, y in np.random.default_rng(1).uniform(0, 6, (40, 2)):
        _, J, H = pit(x, y)
        east, west = pit(x + h, y), pit(x - h, y)
        north, south = pit(x, y + h), pit(x, y - h)
        slopes = [(east[0] - west[0]) / (2 * h), (north[0] - south[0]) / (2 * h)]
        bends = [(east[1] - west[1]) / (2 * h), (north[1] - south[1]) / (2 * h)]
        assert pytest.approx(slopes, abs=1e-7) == J
        assert pytest.approx(np.array(bends), abs=1e-7) == H


def test_each_strategy_fails_where_the_lab_says_it_does(names: dict[str, Any]) -> None:
    shown = calls_in(FOLDER / "lab.py")
    ways = {call: practised(names, *call) for call in shown}
    away = {call: float(np.hypot(*(way[-1] - BOTTOM))) for call, way in ways.items()}
    steps_over, walks_well, tiny_steps, nearby, saddle, mended, wrong_hollow, own = shown

    over = ways[steps_over]
    assert len(over) == 25
    # The last few dots: across and back, on either side of the deepest point.
    assert over[-1] == pytest.approx(over[-3], abs=0.02)
    assert (over[-1] - BOTTOM) @ (over[-2] - BOTTOM) < 0
    assert away[walks_well] <= 0.15
    assert len(ways[tiny_steps]) == 25
    assert np.hypot(*np.diff(ways[tiny_steps], axis=0).T).max() < 0.2
    assert away[tiny_steps] > 3
    assert len(ways[nearby]) <= 4
    end = names["practice_pit"](*ways[saddle][-1])
    assert np.abs(end[1]).max() < 1e-3
    assert np.linalg.det(end[2]) < 0
    assert away[mended] <= 0.15
    for call in (wrong_hollow, own):
        assert ways[call][-1] == pytest.approx((1.5, 1.6), abs=0.15)


def test_the_authors_strategy_beats_all_four_in_the_common_race(names: dict[str, Any]) -> None:
    pits = race_pits(1)
    own = sum(walk(pit_of(pit.kind, pit.seed), names["next_step"]).found for pit in pits)
    given = {name: sum(given_walks(pit.kind, pit.seed)[name].found for pit in pits) for name in GIVEN}
    assert own > max(given.values())
    best = max(given, key=lambda name: given[name])
    assert best == "hybrid"
    # Readers are asked to choose: one of the numbers must be right, and plainly so.
    choices = [int(number) for number in re.findall(r"about (\d+)", (FOLDER / "lab.py").read_text())]
    assert choices == [15, 35, 75]
    assert sorted(abs(choice - given[best]) for choice in choices)[0] <= 3


def test_the_author_passes_and_an_empty_or_broken_step_does_not(lab: Lab) -> None:
    with Sandbox() as sandbox:
        assert grade_notebook(_text(solve_notebook(lab)), lab, sandbox).score == 1
        empty = grade_notebook(_text(build_notebook(lab)), lab, sandbox)
        assert empty.score == 0
        assert "still waiting for you" in empty.functions["next_step"].message
        for body, passes in (
            ("return J / 0", False),
            ("return [1, 2, 3]", False),
            ("return None", False),
            ("return np.random.normal(size=2)", True),
            ("return 0.1, -J[1]", True),
        ):
            notebook = solve_notebook(lab)
            for cell in notebook["cells"]:
                if "def next_step" in cell["source"]:
                    cell["source"] = f"def next_step(f, J, H):\n    {body}"
            assert grade_notebook(_text(notebook), lab, sandbox).score == passes, body


def _text(notebook: dict[str, Any]) -> str:
    return json.dumps(notebook)
