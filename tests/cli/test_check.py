import json
from pathlib import Path

import pytest

from upslope.cli import main


def test_a_finding_has_file_line_and_remedy_and_ends_with_1(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiz = small_course / "first/small-quiz/quiz.toml"
    quiz.write_text('intro = "A warm-up."\nquestions = ["no-such-question"]\n')

    assert main(["check", str(small_course), "--seeds", "2"]) == 1

    said = capsys.readouterr().out
    assert f"{quiz}:2: error: This quiz has no question 'no-such-question'.\n    Write questions/" in said


def test_json_holds_the_same(small_course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = small_course / "first/small-quiz/quiz.toml"
    quiz.write_text('intro = "A warm-up."\nquestions = ["no-such-question"]\n')

    main(["check", str(small_course), "--seeds", "2", "--only", "first/small-quiz", "--json"])

    found = json.loads(capsys.readouterr().out)[0]
    assert (found["path"], found["line"], found["severity"]) == (str(quiz), 2, "error")
    assert found["remedy"]


def test_a_course_with_nothing_to_mend_says_so_and_ends_with_0(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(small_course), "--seeds", "2", "--only", "first/small-quiz"]) == 0

    assert capsys.readouterr().out == "Nothing to mend.\n"


def test_a_folder_without_a_table_of_contents_is_one_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1

    assert f"{tmp_path}/course.toml:1: error:" in capsys.readouterr().out


def test_no_seeds_at_all_is_not_understood(small_course: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(small_course), "--seeds", "0"])

    assert ended.value.code == 2


def test_an_id_that_nothing_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--only", "no-such-module", "--seeds", "1"]) == 1

    assert "No item has an id that begins with 'no-such-module'." in capsys.readouterr().out


def test_a_file_in_place_of_the_course_folder_is_not_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "course.toml").touch()
    with pytest.raises(SystemExit) as ended:
        main(["check", str(tmp_path / "course.toml")])

    assert ended.value.code == 2
    assert "name the folder that holds course.toml" in capsys.readouterr().err
