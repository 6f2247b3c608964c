"""``upslope reports``, as an author calls it: on the data folder of a course that was served."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from upslope.cli import main

REPORT = """
    INSERT INTO practice_problemreport
    (user_id, question_id, version, seed, report_id, kind, text, answers, feedback, page, created)
    VALUES (1, 'module/item/question', 'v1', 17, '00000000000000000000000000000007', 'typo',
    'The 3 should' || char(10) || 'be a 2.', '{"f": "2x"}',
    '[{"name": "f", "fraction": 0.5, "sentence": "Nearly."}]',
    '{"theme": "dark", "window": ""}', '2026-03-01 10:00:00')
"""


def reports(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own: settings are read once in each."""
    command = [sys.executable, "-m", "upslope.cli", "reports", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one learner and one report."""
    folder = tmp_path_factory.mktemp("reported")
    script = (
        "import django; django.setup();"
        "from upslope.web.serving.database import bring_up_to_date; bring_up_to_date();"
        "from upslope.web.accounts.learner import the_learner; the_learner()"
    )
    environment = {
        **os.environ,
        "UPSLOPE_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "upslope.web.settings",
    }
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    with closing(sqlite3.connect(folder / "upslope.sqlite3")) as database, database:
        database.execute(REPORT)
    return folder


def test_a_report_is_listed_with_the_line_that_makes_the_question_again(data: Path) -> None:
    said = reports("--data", str(data)).stdout

    assert "2026-03-01 10:00  A slip in text or maths\n  The 3 should\n  be a 2.\n" in said
    assert "upslope variant module/item/question --seed 17\n" in said
    assert "f = '2x'" in said
    assert "f: 0.5 Nearly." in said
    assert "theme: dark" in said
    assert said.endswith("1 report.\n")


def test_as_json_it_is_one_list(data: Path) -> None:
    (report,) = json.loads(reports("--data", str(data), "--json").stdout)

    assert (report["question_id"], report["seed"], report["kind"]) == ("module/item/question", 17, "typo")


def test_the_line_names_the_course_where_one_was_named(data: Path, tmp_path: Path) -> None:
    (tmp_path / "course.toml").write_text('id = "c"\ntitle = "C"\nmodules = []\n')
    said = reports(str(tmp_path), "--data", str(data)).stdout

    assert f"--seed 17 --course {tmp_path}\n" in said


def test_a_folder_without_work_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "--data", str(tmp_path)]) == 1
    assert f"{tmp_path} holds no work." in capsys.readouterr().err


def test_a_folder_without_a_course_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", str(tmp_path)]) == 1
    assert "course.toml" in capsys.readouterr().err
