import json
import re
from pathlib import Path

import pytest

from upslope.cli import check, main
from upslope.cli.findings import FIELDS, as_text
from upslope.course.lint.rule import Finding
from upslope.course.lint.runner import Report
from upslope.questions import code_runner


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what the checks of these tests remember out of this machine's own memory."""
    folder = tmp_path / "memory"
    monkeypatch.setattr(check, "user_cache_path", lambda name, appauthor: folder)
    return folder


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
    assert tuple(found) == FIELDS == ("rule", "severity", "path", "line", "what", "remedy")
    assert (found["rule"], found["severity"], found["path"], found["line"]) == (
        "format",
        "error",
        str(quiz),
        2,
    )
    assert found["what"].endswith(".")
    assert found["remedy"]


def test_a_course_with_nothing_to_mend_says_so_and_ends_with_0(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(small_course), "--seeds", "2", "--only", "first/small-quiz"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Nothing to mend.\n")
    assert re.fullmatch(r"\d+ questions? on 2 seeds in \d+\.\d s\.", said.split("\n")[1])


def test_what_was_checked_before_is_said_and_fresh_forgets_it(
    small_course: Path, own_memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", str(small_course), "--seeds", "2", "--only", "first/small-quiz"]
    main(command)
    kept = len(list(own_memory.glob("check/*.json")))
    main(command)
    main([*command, "--fresh"])

    first, second, third = (text for text in capsys.readouterr().out.split("Nothing to mend.\n") if text)
    assert kept >= 1
    assert "known from before" not in first
    assert f", {kept} things known from before." in second or kept == 1
    assert "known from before" not in third


def test_a_warning_alone_ends_with_0(small_course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = small_course / "course.toml"
    course.write_text(course.read_text().replace('kind = "quiz"', 'kind = "graded-quiz"'))

    assert main(["check", str(small_course), "--seeds", "2", "--only", "first/small-quiz"]) == 0

    said = capsys.readouterr().out
    assert ": warning: This graded question knows " in said
    assert "\nNothing to mend. Worth a look: " in said


def test_findings_stand_file_by_file_and_name_their_rule() -> None:
    found = (
        Finding("error", Path("a.md"), 1, "One.", "Mend it.", "links"),
        Finding("warning", Path("a.md"), 2, "Two.", "Mend it too.", "used words"),
        Finding("error", Path("b.md"), 3, "Three.", "Mend that.", "format"),
    )

    assert (
        as_text(Report(found, 1, 7), 200, 1.25)
        == """\
a.md:1: error: One.
    Mend it. [links]
a.md:2: warning: Two.
    Mend it too. [used words]

b.md:3: error: Three.
    Mend that. [format]

To mend: 2. Worth a look: 1.
1 question on 200 seeds in 1.2 s, 7 things known from before."""
    )


def test_a_path_is_told_as_short_as_it_can_be_clicked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (Finding("error", tmp_path / "first" / "a.md", 1, "One.", "Mend it.", "links"),)
    monkeypatch.chdir(tmp_path)

    assert as_text(Report(found, 1, 0), 200, 1.0).startswith(f"{Path('first/a.md')}:1: error: One.")


def test_answers_in_code_are_run(small_course: Path) -> None:
    code_runner.uninstall()

    main(["check", str(small_course), "--seeds", "1"])

    assert code_runner.current() is not None


def test_a_folder_without_a_table_of_contents_is_one_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1

    assert f"{tmp_path}/course.toml:1: error:" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--seeds", "--jobs"])
@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5"])
def test_a_number_below_1_is_not_understood(
    small_course: Path, capsys: pytest.CaptureFixture[str], option: str, number: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(small_course), f"{option}={number}"])

    assert ended.value.code == 2
    assert "is not a whole number of 1 or more" in capsys.readouterr().err


@pytest.mark.parametrize("only", ["no-such-module", "first/small", "first/small-quiz/no-such-question"])
def test_an_id_that_nothing_has_is_told(
    small_course: Path, capsys: pytest.CaptureFixture[str], only: str
) -> None:
    assert main(["check", str(small_course), "--only", only, "--seeds", "1"]) == 1

    assert f"Nothing in the course has the id '{only}'." in capsys.readouterr().out


def test_a_file_in_place_of_the_course_folder_is_not_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "course.toml").touch()
    with pytest.raises(SystemExit) as ended:
        main(["check", str(tmp_path / "course.toml")])

    assert ended.value.code == 2
    assert "name the folder that holds course.toml" in capsys.readouterr().err
