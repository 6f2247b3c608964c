import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from upslope.cli import main
from upslope.course import default_course_path, load_course
from upslope.grading.lab import load_lab
from upslope.grading.notebook import build_notebook, solve_notebook


@pytest.fixture
def notebooks(tmp_path: Path) -> tuple[Path, Path]:
    """The solved heights notebook, and the one a learner starts from."""
    item = load_course(default_course_path()).item("regression/fitting-heights")
    assert item.path is not None
    lab = load_lab(item.path)
    solved, untouched = tmp_path / "solved.ipynb", tmp_path / "untouched.ipynb"
    solved.write_text(json.dumps(solve_notebook(lab)))
    untouched.write_text(json.dumps(build_notebook(lab)))
    return solved, untouched


def test_one_line_of_json_for_each_notebook(
    notebooks: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    solved, untouched = notebooks
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{")

    assert main(["grade", "fitting-heights", str(solved), str(broken), str(untouched), "--json"]) == 1

    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [result["notebook"] for result in results] == [str(solved), str(broken), str(untouched)]
    assert set(results[0]) == {"notebook", "lab", "score", "max_score", "functions", "error"}
    assert set(results[0]["functions"]) == {"dfdmu", "dfdsig", "steepest_step"}
    assert results[0]["score"] == results[0]["max_score"]
    assert results[1]["error"]
    assert results[2]["score"] == 0


def test_full_marks_end_with_0_and_are_shown_function_by_function(
    notebooks: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "fitting-heights", str(notebooks[0])]) == 0

    said = capsys.readouterr().out
    assert f"{notebooks[0]}: 3 of 3" in said
    assert "  passed  dfdmu " in said


def test_a_notebook_that_is_not_there_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "fitting-heights", str(tmp_path / "nowhere.ipynb")]) == 1

    assert "nowhere.ipynb cannot be opened: No such file or directory." in capsys.readouterr().out


def test_a_lab_we_do_not_have_is_not_understood_and_ours_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["grade", "fitting-weights", "x.ipynb"])

    assert ended.value.code == 2
    assert "fitting-heights" in capsys.readouterr().err


def test_a_broken_course_is_a_sentence_for_its_author(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "fitting-heights", "x.ipynb", "--course", str(tmp_path)]) == 1

    assert f"{tmp_path / 'course.toml'}:1: This file is missing." in capsys.readouterr().err


def test_a_lab_whose_checks_fail_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = tmp_path / "course"
    shutil.copytree(default_course_path(), course)
    checks = course / "regression/fitting-heights/checks.py"
    checks.write_text("import math\n\n1 / 0\n")

    assert main(["grade", "fitting-heights", "x.ipynb", "--course", str(course)]) == 1
    assert f"{checks}:3: It fails: ZeroDivisionError('division by zero')." in capsys.readouterr().err

    assert main(["check", str(course), "--only", "regression", "--seeds", "1"]) == 1
    assert f"{checks}:3: error: It fails" in capsys.readouterr().out


def test_a_file_name_that_is_no_text_is_printed_all_the_same(
    notebooks: tuple[Path, Path], tmp_path: Path
) -> None:
    strange = tmp_path / os.fsdecode(b"strange\xff.ipynb")
    try:
        strange.write_bytes(notebooks[0].read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    command = [sys.executable, "-m", "upslope.cli", "grade", "fitting-heights", "--json", str(strange)]

    ended = subprocess.run(command, capture_output=True, check=False)

    assert json.loads(ended.stdout)["notebook"] == str(strange)
    assert ended.stderr == b""
