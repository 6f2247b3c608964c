"""The page for teachers says what really happens: its sentences are those that learners get."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.grading.conftest import HEIGHTS
from upslope.cli import grade
from upslope.cli import lab as lab_command
from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import as_file, solve_notebook
from upslope.grading.sandbox import Sandbox

PAGE = (Path(__file__).parents[2] / "docs/teachers/grading-notebooks.md").read_text()
QUOTED = [" ".join(text.split()) for text in re.findall(r"^- \*(.+?)\*$", PAGE, re.MULTILINE | re.DOTALL)]
MU = "def dfdmu(x, mu, sig):\n    return f(x, mu, sig) * (x - mu) / sig**2"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def lab() -> Lab:
    return load_lab(HEIGHTS)


def words_about(*cells: tuple[str, str], lab: Lab, sandbox: Sandbox) -> str:
    notebook = {"cells": [{"cell_type": kind, "source": source} for kind, source in cells]}
    result = grade_notebook(json.dumps(notebook), lab, sandbox)
    return " ".join(str(function.message) for function in result.functions.values())


def test_each_sentence_it_quotes_is_given(lab: Lab, sandbox: Sandbox) -> None:
    text, code = ("markdown", ""), ("code", "a = 1")
    commented = "\n".join(f"# {line}" for line in MU.split("\n"))
    method = "class Mine:\n" + "\n".join(f"    {line}" for line in MU.split("\n"))
    given = [
        words_about(text, text, text, code, ("markdown", f"## Mine\n{MU}"), lab=lab, sandbox=sandbox),
        words_about(code, code, ("code", commented), lab=lab, sandbox=sandbox),
        words_about(code, code, ("code", method), lab=lab, sandbox=sandbox),
        words_about(code, code, ("code", f"a = 1\nprint(“hello”)\n{MU}"), lab=lab, sandbox=sandbox),
    ]
    assert len(QUOTED) == len(given)
    for sentence, said in zip(QUOTED, given, strict=True):
        assert sentence in said


@pytest.mark.parametrize("command", [grade.run, lab_command.run])
def test_every_option_of_its_commands_is_on_it(
    command: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--help"] if command is grade.run else ["build", "--help"]
    with pytest.raises(SystemExit):
        command(words)
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    assert options
    assert not [option for option in options if option not in PAGE]


def test_the_commands_it_begins_with_do_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lab: Lab
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "alice.ipynb").write_text(as_file(solve_notebook(lab)))
    commands = re.findall(r"^upslope (lab|grade) (.+)$", PAGE, re.MULTILINE)
    for name, words in commands:
        assert {"lab": lab_command.run, "grade": grade.run}[name](words.split()) == 0
    assert len((tmp_path / "marks.jsonl").read_text().splitlines()) == 1
