"""What the tests of grading share: one warm sandbox, the heights lab, and notebooks made from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from upslope.grading.lab import Lab, load_lab
from upslope.grading.notebooks.notebook import build_notebook, solve_notebook
from upslope.grading.sandbox import Sandbox

HEIGHTS = Path(__file__).parents[2] / "courses/multivariate-calculus/regression/fitting-heights"

Notebook = dict[str, Any]


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="session")
def lab() -> Lab:
    return load_lab(HEIGHTS)


@pytest.fixture
def solved(lab: Lab) -> Notebook:
    return solve_notebook(lab)


@pytest.fixture
def unsolved(lab: Lab) -> Notebook:
    return build_notebook(lab)
