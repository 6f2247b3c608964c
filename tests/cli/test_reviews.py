"""``upslope reviews``, as an author calls it: on the data folder of a course that was served."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from upslope.cli import main
from upslope.cli.reviews import _as_text

REVIEWS = [
    {"changed": "2026-03-01T10:00:00", "stars": 5, "words": "I would send a friend", "text": "All.\nYes."},
    {"changed": "2026-03-02T10:00:00", "stars": 2, "words": "It helped a little", "text": ""},
]


def test_each_is_listed_with_its_words_and_then_how_they_are_spread() -> None:
    assert _as_text(REVIEWS) == (
        "2026-03-01  5 of 5: I would send a friend\n  All.\n  Yes.\n\n"
        "2026-03-02  2 of 5: It helped a little\n\n"
        "5     1\n4     0\n3     0\n2     1\n1     0\n\n"
        "2 reviews, 3.5 of 5 on average."
    )
    assert _as_text([]) == "0 reviews."


def test_a_folder_in_which_nobody_rated_gives_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "upslope.sqlite3").touch()
    command = [sys.executable, "-m", "upslope.cli", "reviews", "--json", "--data", str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert json.loads(said) == []


def test_a_folder_without_work_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviews", "--data", str(tmp_path)]) == 1
    assert f"{tmp_path} holds no work." in capsys.readouterr().err
