"""Many notebooks: in the order they were named, none graded twice, and one bad one stopping nothing."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.grading.conftest import HEIGHTS, Notebook
from upslope.grading import batch
from upslope.grading.batch import Batch, file_hash, is_current, kept_results, lab_version, notebooks_in
from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab, load_lab
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox


@pytest.fixture
def folder(tmp_path: Path, solved: Notebook) -> Path:
    """Twelve right notebooks, and what else lies about in folders."""
    for number in range(12):
        (tmp_path / f"{number:02}.ipynb").write_text(json.dumps(solved))
    (tmp_path / "notes.txt").write_text("hello")
    for place in (".ipynb_checkpoints", "bob"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "mine.ipynb").write_text("{")
    return tmp_path


def test_a_folder_stands_for_the_notebooks_in_it(folder: Path, tmp_path: Path) -> None:
    script, nothing = tmp_path / "a.py", tmp_path / "nothing"
    nothing.mkdir()
    found = notebooks_in([script, folder, nothing])
    names = [str(path.relative_to(tmp_path)) for path in found]
    assert names == ["a.py", *(f"{number:02}.ipynb" for number in range(12)), "bob/mine.ipynb", "nothing"]


def test_results_come_in_the_order_of_the_notebooks(folder: Path, lab: Lab, sandbox: Sandbox) -> None:
    paths = notebooks_in([folder, folder / "gone.ipynb"])
    graded = list(Batch(paths, lab, sandbox, jobs=3))
    assert [one.result.notebook for one in graded] == [str(path) for path in paths]
    assert [one.result.score for one in graded] == [3.0] * 12 + [0.0, 0.0]
    assert graded[-1].file is None
    assert graded[-1].result.error == "gone.ipynb cannot be opened: No such file or directory."


def test_a_batch_that_is_stopped_gives_what_is_done(folder: Path, lab: Lab, sandbox: Sandbox) -> None:
    running = Batch(notebooks_in([folder]), lab, sandbox, jobs=1)
    given = [next(iter(running))]
    running.stop()
    given += running.finished()
    assert 1 <= len(given) < 13
    assert {one.result.score for one in given} == {3.0}


def test_a_mistake_of_ours_costs_one_notebook_and_is_said(
    folder: Path, lab: Lab, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_once(path: Path, lab: Lab, _: Sandbox) -> LabResult:
        if path.name == "03.ipynb":
            raise KeyError("oh")
        return LabResult(str(path), lab.id, 3.0, 3.0)

    monkeypatch.setattr(batch, "grade_notebook", fail_once)
    graded = list(Batch(sorted(folder.glob("*.ipynb")), lab, sandbox, jobs=2))
    assert [one.result.score for one in graded] == [3.0] * 3 + [0.0] + [3.0] * 8
    assert "Upslope itself failed at this notebook (KeyError: 'oh')" in str(graded[3].result.error)
    assert graded[3].file is None


def test_a_sandbox_that_fails_ends_the_batch(
    folder: Path, lab: Lab, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> LabResult:
        raise SandboxFailed("The sandbox has died.")

    monkeypatch.setattr(batch, "grade_notebook", fail)
    running = Batch(sorted(folder.glob("*.ipynb")), lab, sandbox, jobs=2)
    with pytest.raises(SandboxFailed):
        list(running)
    running.stop()


def test_a_kept_result_is_current_until_the_file_or_the_lab_changes(folder: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(HEIGHTS, tmp_path / "lab" / "fitting-heights"))
    lab = load_lab(place)
    path = folder / "00.ipynb"
    file, now = file_hash(path), lab_version(lab)
    kept = {"notebook": str(path), "lab": lab.id, "file": file, "lab_version": now}
    assert is_current(kept, file, lab, now)
    path.write_text(path.read_text() + " ")
    assert not is_current(kept, file_hash(path), lab, now)
    assert not is_current(None, file, lab, now)
    assert not is_current({**kept, "file": None}, None, lab, now)
    (place / "checks.py").write_text((place / "checks.py").read_text() + "\n# looked at again\n")
    assert lab_version(lab) != now


def test_what_is_no_file_has_no_hash(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ipynb")
    (tmp_path / "large.ipynb").write_bytes(b" " * 11_000_000)
    for path in (
        tmp_path / "pipe.ipynb",
        tmp_path / "large.ipynb",
        tmp_path,
        tmp_path / "gone",
        Path("a\0b"),
    ):
        assert file_hash(path) is None


def test_the_last_whole_line_of_a_notebook_counts_and_all_others_are_passed_over() -> None:
    lines = ['{"notebook": "a", "score": 1}', '{"notebook": "a", "score": 2}', '{"notebook": "a", "sc']
    assert kept_results([*lines, "[]", "3", "", "[" * 100_000, '{"score": 3}']) == {
        "a": {"notebook": "a", "score": 2}
    }
