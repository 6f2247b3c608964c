"""The small course, in which no two questions are alike, and a hand that plants faults in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import ContentError, load_course
from upslope.course.lint.rule import Finding
from upslope.course.lint.runner import check_course

Write = Callable[[str, str], Path]
Plant = Callable[..., list[Finding]]

QUIZ_QUESTION = "first/practice/questions/drawn/question.md"


@pytest.fixture
def write(write: Write, tmp_path: Path) -> Write:
    """Write the small course; its quiz asks in other words than its lesson."""
    text = (tmp_path / QUIZ_QUESTION).read_text(encoding="utf-8")
    write(QUIZ_QUESTION, text.replace("Differentiate ", "Find the derivative of "))
    return write


@pytest.fixture
def plant(write: Write, tmp_path: Path) -> Plant:
    """Replace texts in files of the small course, each given as (file, old, new); return what is found.

    An old text of None stands for the whole file, which may be new.
    """

    def check(*edits: tuple[str, str | None, str], seeds: int = 40) -> list[Finding]:
        for name, old, new in edits:
            text = (tmp_path / name).read_text(encoding="utf-8") if old is not None else ""
            assert old is None or old in text
            write(name, new if old is None else text.replace(old, new))
        try:
            return check_course(load_course(tmp_path), seeds=seeds)
        except ContentError as problem:
            return [Finding("error", problem.path, problem.line, problem.what, problem.remedy, "format")]

    return check
