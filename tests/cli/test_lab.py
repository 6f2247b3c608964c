import json
import os
from pathlib import Path

import nbformat
import pytest

from upslope.cli import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["build", "fitting-heights"], "fitting-heights.ipynb"),
        (["solve", "fitting-heights"], "fitting-heights-solved.ipynb"),
    ],
)
def test_a_notebook_is_written_here_and_is_valid(
    here: Path, words: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lab", *words]) == 0

    assert capsys.readouterr().out == f"{name}\n"
    notebook = nbformat.read(here / name, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    assert ("Your code here" in code) == (words[0] == "build")
    assert ("* (x - mu) / sig**2" in code) == (words[0] == "solve")
    # Opened and saved by other programs it stays the same, byte for byte: nothing to see in a diff.
    assert nbformat.writes(notebook) + "\n" == (here / name).read_text()


def test_what_it_writes_is_graded_with_full_marks(here: Path) -> None:
    assert main(["lab", "solve", "regression/fitting-heights", "--output", "mine.ipynb"]) == 0
    assert main(["grade", "fitting-heights", "mine.ipynb", "--json"]) == 0


def test_work_that_is_there_is_never_overwritten_unless_one_says_so(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "fitting-heights.ipynb").write_text("my work")

    assert main(["lab", "build", "fitting-heights"]) == 1

    assert (here / "fitting-heights.ipynb").read_text() == "my work"
    assert "fitting-heights.ipynb is there already" in capsys.readouterr().err
    assert main(["lab", "build", "fitting-heights", "--overwrite"]) == 0
    assert "Your code here" in (here / "fitting-heights.ipynb").read_text()


def test_a_dash_writes_to_standard_output_and_no_file(
    here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["lab", "build", "fitting-heights", "--output", "-"]) == 0

    assert json.loads(capfdbinary.readouterr().out)["nbformat"] == 4
    assert os.listdir(here) == []


def test_a_folder_gets_the_notebook_under_its_usual_name(here: Path) -> None:
    (here / "labs").mkdir()
    assert main(["lab", "solve", "fitting-heights", "--output", "labs"]) == 0
    assert (here / "labs" / "fitting-heights-solved.ipynb").is_file()


def test_a_place_that_cannot_be_written_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "build", "fitting-heights", "--output", "nowhere/x.ipynb"]) == 1
    assert capsys.readouterr().err == "nowhere/x.ipynb cannot be written: No such file or directory.\n"


def test_a_lab_we_do_not_have_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["lab", "build", "fitting-weights"])
    assert ended.value.code == 2
    assert "fitting-heights" in capsys.readouterr().err
