"""Checking a course: a clean one gives no findings, a broken one names file, line and remedy."""

from collections.abc import Callable
from pathlib import Path

from upslope.course import Course
from upslope.course.lint.runner import all_rules, check_course

Write = Callable[[str, str], Path]

LESSON = "first/slopes/lesson.md"


def test_a_clean_course_gives_no_findings(course: Course) -> None:
    assert check_course(course, seeds=60) == []


def test_a_misspelt_folder_is_found(write: Write, course: Course) -> None:
    write("first/slops/lesson.md", "")
    assert "No item of the course is 'first/slops'" in str(check_course(course, seeds=1)[0])


def test_one_broken_file_does_not_hide_the_next(write: Write, course: Course) -> None:
    write(LESSON, "no front matter")
    write("first/practice/quiz.toml", "")
    paths = {finding.path.name for finding in check_course(course, seeds=1)}
    assert paths == {"lesson.md", "quiz.toml"}


def test_only_checks_what_is_named_and_what_is_in_it(write: Write, course: Course) -> None:
    write(LESSON, "no front matter")
    assert check_course(course, seeds=1, only="first/practice") == []
    assert check_course(course, seeds=1, only="first/slo") == []
    for only in ("first", "first/slopes", "first/slopes/"):
        assert len(check_course(course, seeds=1, only=only)) == 1


def test_progress_counts_up_and_names_what_is_checked(course: Course) -> None:
    seen: list[tuple[int, int, str]] = []
    check_course(course, seeds=1, progress=lambda done, total, name: seen.append((done, total, name)))
    assert [done for done, _, _ in seen] == list(range(len(seen)))
    assert {total for _, total, _ in seen} == {len(seen)}
    assert seen[0][2] == "small"
    assert "first/slopes/drawn" in [name for _, _, name in seen]


def test_every_rule_says_why_it_is_there() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(set(names)) == len(names) >= 12
    assert all(rule.reason.endswith(".") for rule in all_rules())
