"""A course with the sandpit lab and another lab in it, and Alice's work with a strategy in it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.pits import pit_race
from upslope.maths.sandpits.race import race_pits
from upslope.web.accounts.models import User
from upslope.web.labs.models import LabWork
from upslope.web.labs.work import open_work

COURSE = Path(__file__).resolve().parents[3] / "courses/multivariate-calculus"
ITEM = "optimisation/gradient-descent-in-a-sandpit"
PART_1, PART_2 = "multivariate-calculus/sandpit", "multivariate-calculus/sandpit-part-2"
OTHER = "regression/fitting-heights"
PAGE = f"/learn/{ITEM}/"
WALK, RACE, STOP = f"/sandpit/{ITEM}/walk/", f"/sandpit/{ITEM}/race/", f"/sandpit/{ITEM}/race/stop/"
SCRIPT = {"HX-Request": "true"}  # what the page's own script sends along
OUTLINE = """\
id = "small-course"
title = "A small course"

[[modules]]
id = "multivariate-calculus"
title = "Multivariate calculus"
summary = "All ways."
items = [
  { id = "sandpit", kind = "lab", title = "The sandpit", minutes = 20 },
  { id = "sandpit-part-2", kind = "lab", title = "The sandpit, with rocks", minutes = 20 },
]

[[modules]]
id = "optimisation"
title = "Optimisation"
summary = "Down."
items = [{ id = "gradient-descent-in-a-sandpit", kind = "lab", title = "Teach a walker", minutes = 40 }]

[[modules]]
id = "regression"
title = "Regression"
summary = "Fitting."
items = [{ id = "fitting-heights", kind = "assignment", title = "Fitting heights", minutes = 40 }]
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    for item in (ITEM, OTHER, PART_1, PART_2):
        shutil.copytree(COURSE / item, root / item)
    (root / "course.toml").write_text(OUTLINE)
    (root / "skills.toml").write_text("skills = []\n")
    (root / "glossary.md").write_text("## slope\n\nHow steep the ground is.\n")
    settings.COURSE = root
    return root


@pytest.fixture(autouse=True)
def short_races(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let races be ten pits long, two of each kind, unless a test asks for all hundred."""
    if "all_hundred_pits" not in request.fixturenames:
        monkeypatch.setattr(pit_race, "race_pits", lambda number: race_pits(number)[:10])


@pytest.fixture
def all_hundred_pits() -> None:
    """Races as they are."""


@pytest.fixture
def work(alice: User) -> LabWork:
    """Alice's lab with the author's strategy in it."""
    lab = load_lab(COURSE / ITEM)
    work = open_work(alice, ITEM, lab)
    work.notebook = dict(solve_notebook(lab))
    work.save()
    return work


def write(work: LabWork, source: str) -> None:
    """Put a strategy in the place of the one that stands in the lab."""
    notebook: dict[str, Any] = dict(solve_notebook(load_lab(COURSE / ITEM)))
    for cell in notebook["cells"]:
        if "def next_step" in cell["source"]:
            cell["source"] = source
    work.notebook = notebook
    work.save()
