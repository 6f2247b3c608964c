import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from upslope.cli import main
from upslope.cli.grade_progress import progress_line
from upslope.course import default_course_path, load_course
from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import build_notebook, solve_notebook


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


@pytest.fixture
def folder(notebooks: tuple[Path, Path], tmp_path: Path) -> Path:
    """Six right notebooks and a damaged one."""
    place = tmp_path / "sent"
    place.mkdir()
    for number in range(6):
        shutil.copy(notebooks[0], place / f"{number}.ipynb")
    (place / "damaged.ipynb").write_text("{")
    return place


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_batch_goes_on_where_it_was_and_only_with_what_has_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "results.jsonl"
    command = ["grade", "fitting-heights", str(folder), "--output", str(results), "--jobs", "2"]
    assert main(command) == 1
    assert [line["score"] for line in lines_of(results)] == [3.0] * 6 + [0.0]
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"New in {results}: 6 with full marks, 1 that could not be graded.\n")

    kept = results.read_text()
    results.write_text(kept + kept.splitlines()[0][:70])  # as if the machine had lost its power
    (folder / "damaged.ipynb").write_bytes((folder / "0.ipynb").read_bytes())
    assert main(command) == 0
    assert f"6 notebooks are in {results} and unchanged: not graded again." in capsys.readouterr().err
    *_, cut, new = results.read_text().splitlines()
    assert not cut.endswith("}")
    assert (json.loads(new)["notebook"], json.loads(new)["score"]) == (str(folder / "damaged.ipynb"), 3.0)

    assert main(command) == 0
    assert "7 notebooks are in" in capsys.readouterr().err
    assert results.read_text().splitlines()[-1] == new


def test_a_file_that_holds_no_results_is_left_alone(
    notebooks: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = notebooks[1].read_bytes()
    assert main(["grade", "fitting-heights", str(notebooks[0]), "--output", str(notebooks[1])]) == 1
    assert "holds something other than results, and was left alone" in capsys.readouterr().err
    assert notebooks[1].read_bytes() == before


def test_a_place_where_nothing_can_be_written_is_a_sentence(
    notebooks: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in (tmp_path / "nowhere" / "results.jsonl", tmp_path):
        assert main(["grade", "fitting-heights", str(notebooks[0]), "--output", str(place)]) == 1
        assert f"{place} cannot be" in capsys.readouterr().err


def test_progress_is_told_where_it_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["grade", "fitting-heights", str(folder), "--json", "--progress"])
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 7
    assert re.search(r"^7 of 7 graded, .*, \d+ s$", said.err, re.MULTILINE)
    main(["grade", "fitting-heights", str(folder), "--json"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("done", "seconds", "said"),
    [
        (0, 0.0, "0 of 500 graded"),
        (120, 1.5, "120 of 500 graded, 80 a second, 5 s left"),
        (500, 6.0, "500 of 500 graded, 83 a second, 6 s"),
        (10, 60.0, "10 of 500 graded, one in 6 seconds, 49 min left"),
    ],
)
def test_progress_says_how_many_how_fast_and_how_long(done: int, seconds: float, said: str) -> None:
    assert progress_line(done, 500, seconds) == said


def test_ctrl_c_leaves_what_is_done(notebooks: tuple[Path, Path]) -> None:
    many = [str(notebooks[0])] * 300
    command = [sys.executable, "-m", "upslope.cli", "grade", "fitting-heights", "--json", *many]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest, said = running.communicate(timeout=30)
    results = [json.loads(line) for line in [first, *rest.splitlines()]]
    assert 1 <= len(results) < 300
    assert {result["score"] for result in results} == {3.0}
    assert said.endswith("The notebooks in hand are graded to their end.\nStopped.\n")
    assert running.returncode == 1


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_a_number_of_jobs_that_is_none_is_not_understood(
    jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["grade", "fitting-heights", "x.ipynb", f"--jobs={jobs}"])
    assert f"{jobs!r} is not a whole number of 1 or more." in capsys.readouterr().err
