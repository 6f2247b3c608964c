"""A lab is a folder; what cannot be right in it is told with file, line and remedy."""

import shutil
from pathlib import Path

import pytest

from tests.grading.conftest import HEIGHTS
from upslope.course.errors import ContentError
from upslope.grading.lab import Lab, load_lab, read_cells, without_markers, without_solution

CELL = """def g(x):
    # solution: double it
    return 2 * x
    # end of solution
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HEIGHTS, tmp_path / "fitting-heights"))


def test_a_lab_knows_its_id_title_functions_and_cells(lab: Lab) -> None:
    assert (lab.id, lab.title) == ("fitting-heights", "Fitting heights")
    assert lab.functions == ("dfdmu", "dfdsig", "steepest_step")
    assert [check.name for check in lab.checks] == list(lab.functions)
    assert lab.cells[0].kind == "text"
    assert lab.cells[0].source.startswith("# Fitting heights\n\nHow tall")


def test_the_learner_sees_what_to_do_in_place_of_the_solution() -> None:
    assert without_solution(CELL) == "def g(x):\n    # Your code here: double it\n    ...\n"


def test_the_solved_cell_shows_no_marker() -> None:
    assert without_markers(CELL) == "def g(x):\n    return 2 * x\n"


def test_cells_are_read_in_order_and_given_ones_are_marked(tmp_path: Path) -> None:
    script = tmp_path / "lab.py"
    script.write_text(
        '# %% [markdown]\n# # Hello\n#\n# you\n# %% tags=["given"]\n# fmt: off\na = 1\n\n# %%\nb = 2\n'
    )
    cells = [(cell.kind, cell.source, cell.given) for cell in read_cells(script)]
    assert cells == [("text", "# Hello\n\nyou", False), ("code", "a = 1", True), ("code", "b = 2", False)]


def test_a_solution_without_an_end_is_an_error_with_its_line(tmp_path: Path) -> None:
    script = tmp_path / "lab.py"
    script.write_text("# %%\na = 1\n\n# %%\ndef g(x):\n    # solution: double it\n    return 2 * x\n")
    with pytest.raises(ContentError) as caught:
        read_cells(script)
    assert (
        str(caught.value)
        == f"{script}:5: A solution in this cell does not end. Write '# end of solution' below it."
    )


def test_a_function_without_a_check_is_an_error(folder: Path) -> None:
    (folder / "lab.toml").write_text('title = "T"\nfunctions = ["dfdx"]\n')
    with pytest.raises(ContentError, match=r"checks.py:1: No check for dfdx\. Add one to CHECKS\."):
        load_lab(folder)


def test_a_function_that_the_lab_does_not_ask_for_is_an_error(folder: Path) -> None:
    (folder / "lab.py").write_text("# %%\na = 1\n")
    with pytest.raises(ContentError, match=r"lab.py:1: dfdmu is not in the lab\."):
        load_lab(folder)


@pytest.mark.parametrize(
    ("about", "said"), [("title = ", "cannot be read"), ('title = "T"', "no functions"), ("", "no title")]
)
def test_an_unreadable_or_unfinished_lab_toml_is_an_error(folder: Path, about: str, said: str) -> None:
    (folder / "lab.toml").write_text(about)
    with pytest.raises(ContentError, match=said):
        load_lab(folder)


def test_a_lab_without_checks_is_an_error(folder: Path) -> None:
    (folder / "checks.py").unlink()
    with pytest.raises(ContentError, match=r"checks\.py is missing"):
        load_lab(folder)
