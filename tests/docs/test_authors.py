"""The pages for authors: what the tutorial shows is done in its order, every question on a page is proved."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from upslope.cli import main
from upslope.course import load_course
from upslope.course.lint.runner import check_course
from upslope.course.starters import start_course

ROOT = Path(__file__).resolve().parents[2]
AUTHORS = ROOT / "docs/authors"
COURSES = {"example-course", "starters", "figures"}
PAGES = sorted(page for page in AUTHORS.rglob("*.md") if not COURSES & set(page.parts))
FENCE = re.compile(r"^(?P<mark>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL)
WAITING = ("upslope preview", "upslope run")
FRAME = """\
---
title = "From a page"
skills = ["slope-at-a-point"]
{front}---
What is asked.

## Hint
Look again.

## Solution
See there.
"""


def fences(page: Path) -> Iterator[tuple[str, str]]:
    for found in FENCE.finditer(page.read_text(encoding="utf-8")):
        yield found["info"].strip(), found["body"]


def test_the_tutorial_leads_to_a_course_with_nothing_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    for info, body in fences(AUTHORS / "tutorial.md"):
        if info == "shell":
            ran += list(commands(body))
        elif "file=" in info:
            write(tmp_path / "cooks" / info.partition("file=")[2], body)

    assert len(ran) >= 8
    found = check_course(load_course(tmp_path / "cooks"), seeds=40)
    assert [str(finding) for finding in found] == []


def commands(body: str) -> Iterator[str]:
    """Run the commands of a fence; a check may find what the text says is still missing."""
    for line in body.strip().splitlines():
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        if words[0] == "mv":
            Path(words[1]).rename(words[2])
        elif not line.startswith(WAITING):
            code = main([*words[1:], *(["--seeds", "3"] if words[1] == "check" else [])])
            assert code == 0, line
        yield line


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def questions_of(page: Path) -> list[tuple[str, str]]:
    """Return the complete questions on a page: Python with ``generate``, and tables of parts."""
    return [
        (info, body)
        for info, body in fences(page)
        if (info == "python" and "def generate(" in body) or (info == "toml" and "[[parts]]" in body)
    ]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_question_on_a_page_is_proved(page: Path, tmp_path: Path) -> None:
    root = tmp_path / "cooks"
    start_course(root, "From a page")
    for number, (info, body) in enumerate(questions_of(page)):
        folder = root / f"first-module/first-lesson/questions/from-page-{number}"
        if info == "python":
            write(folder / "question.py", body)
        front = "" if info == "python" else _without_frame(body)
        write(folder / "question.md", FRAME.format(front=front))

    found = check_course(load_course(root), seeds=10, only="first-module/first-lesson/from-page")
    assert [str(finding) for finding in found if finding.severity == "error"] == []


def _without_frame(body: str) -> str:
    return (
        "\n".join(line for line in body.splitlines() if not re.match(r"(title|skills)\s*=|---", line)) + "\n"
    )


def test_every_kind_of_answer_has_its_page() -> None:
    kinds = [item.id for item in load_course(AUTHORS / "example-course").items if item.path]

    assert [kind for kind in kinds if not (AUTHORS / f"answers/{kind}.md").is_file()] == []


def test_the_index_leads_to_every_page() -> None:
    index = (AUTHORS / "README.md").read_text(encoding="utf-8")
    names = [page.relative_to(AUTHORS).as_posix() for page in PAGES if page.name != "README.md"]

    assert [name for name in names if f"]({name})" not in index] == []


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_table_on_a_page_is_toml(page: Path) -> None:
    tables = [body.replace("---\n", "") for info, body in fences(page) if info == "toml"]

    assert [body for body in tables if not tomllib.loads(body)] == []
