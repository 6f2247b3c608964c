"""A zygote sees the interpreter, the packages of its profile and the runner: nothing else of this machine."""

import shutil
import sys
from pathlib import Path

import pytest

from upslope.grading.sandbox.launch import GRADING, RUNNER, SESSIONS, bubblewrap_command, direct_command


@pytest.fixture
def words() -> list[str]:
    command = bubblewrap_command(9, GRADING)
    if command is None:
        pytest.skip("no bubblewrap on this machine")
    return command[: command.index("--")]


def bound(words: list[str]) -> list[Path]:
    return [Path(words[i + 1]) for i, word in enumerate(words) if word == "--ro-bind"]


def test_nothing_can_be_written_but_an_empty_folder(words: list[str]) -> None:
    assert "--bind" not in words
    assert words[words.index("--tmpfs") + 1] == "/tmp"


def test_what_is_installed_below_tmp_is_not_covered(words: list[str]) -> None:
    assert words.index("--tmpfs") < words.index("--ro-bind")


def test_of_ours_only_the_runner_is_there(words: list[str]) -> None:
    source = RUNNER.parents[2]
    assert [path for path in bound(words) if path.is_relative_to(source)] == [RUNNER]


def test_other_packages_are_not_there(words: list[str]) -> None:
    site = Path(sys.modules["numpy"].__file__ or "").parents[1]
    inside = {path.name for path in bound(words) if path.is_relative_to(site)}
    assert inside <= {"numpy", "numpy.libs", "scipy", "scipy.libs"}
    assert site not in bound(words)


def test_grading_is_lean_and_sessions_can_plot() -> None:
    assert not any("matplotlib" in name for name in GRADING.preload)
    assert "matplotlib.pyplot" in SESSIONS.preload


def test_without_bubblewrap_there_is_no_such_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert bubblewrap_command(9, GRADING) is None
    assert "bwrap" not in direct_command(9, GRADING)[0]
