"""A course with the heights lab in it, and the ways the tests of the lab pages act."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from upslope.grading.lab import Lab, load_lab
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.web.accounts.models import User
from upslope.web.labs.models import LabWork
from upslope.web.labs.open_sessions import pool
from upslope.web.labs.sessions import SessionPool
from upslope.web.labs.work import open_work

REPOSITORY = Path(__file__).resolve().parents[3]
HEIGHTS = REPOSITORY / "courses/multivariate-calculus/regression/fitting-heights"
ITEM = "regression/fitting-heights"
PAGE = f"/learn/{ITEM}/"
OUTLINE = """\
id = "small-course"
title = "A small course"

[[modules]]
id = "regression"
title = "Regression"
summary = "Fitting."
items = [
  { id = "fitting-heights", kind = "assignment", title = "Fitting heights", minutes = 40 },
  { id = "heights-playground", kind = "lab", title = "Heights playground", minutes = 20 },
]
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    shutil.copytree(HEIGHTS, root / ITEM)
    (root / "course.toml").write_text(OUTLINE)
    (root / "skills.toml").write_text("skills = []\n")
    settings.COURSE = root
    return root


@pytest.fixture
def lab() -> Lab:
    return load_lab(HEIGHTS)


@pytest.fixture
def work(alice: User, lab: Lab) -> LabWork:
    """Alice's work as it is at her first visit."""
    return open_work(alice, ITEM, lab)


@pytest.fixture
def solved(lab: Lab) -> dict[str, Any]:
    return dict(solve_notebook(lab))


@pytest.fixture(autouse=True)
def no_names_left_over(alice: User, bob: User) -> Iterator[None]:
    """Users of different tests have the same ids, so their sessions must not outlive a test."""
    yield
    for user in (alice, bob):
        pool.close((user.pk, ITEM))


@pytest.fixture(autouse=True, scope="session")
def nothing_left_running() -> Iterator[None]:
    yield
    assert isinstance(pool, SessionPool)
    pool.close_all()


def code_cells(work: LabWork) -> list[dict[str, Any]]:
    return [cell for cell in work.notebook["cells"] if cell["cell_type"] == "code"]


def address(action: str) -> str:
    return f"/labs/{ITEM}/{action}"


def script_posts(browser: Client, action: str, fields: dict[str, str]) -> Any:
    """Post as the page's own script does, which asks for JSON."""
    return browser.post(address(action), fields, headers={"accept": "application/json"})
