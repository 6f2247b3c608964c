"""Checking a course: a clean one gives no findings, a broken one names file, line and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import Course, load_course
from upslope.course.lint.runner import all_rules, check_course

Write = Callable[[str, str], Path]

LESSON = "first/slopes/lesson.md"
FIXED = "first/slopes/questions/fixed/question.md"
DRAWN = "first/slopes/questions/drawn/question.md"
SCRIPT = "first/slopes/questions/drawn/question.py"

BREAKS = [  # file, old text, new text, the line that the finding names, what it says
    ("course.toml", 'kind = "quiz"', 'kind = "exam"', 10, "is of kind 'exam'"),
    ("course.toml", "questions = 1", "questions = 6", 1, "has 1 questions and course.toml promises 6"),
    ("course.toml", 'id = "later"', 'id = "slopes"', 9, "Two things are called 'first/slopes'"),
    ("course.toml", "summary = ", "summery = ", 4, "A module has no summary"),
    ("skills.toml", 'needs = ["slope"]', 'needs = ["power"]', 6, "needs 'power', which is not above it"),
    ("glossary.md", "{#ratio}", "{#slope}", 6, "Two words have the id 'slope'"),
    ("glossary.md", "word:slope", "word:hill", 7, "link to 'word:hill' leads nowhere"),
    (LESSON, 'words = ["slope"]', 'words = ["hill"]', 3, "glossary has no word 'hill'"),
    (LESSON, 'skills = ["slope"]', 'skills = ["hill"]', 4, "No skill is called 'hill'"),
    (LESSON, "[2.20]{calc", "[2.21]{calc", 6, "the value is 2.2000"),
    (LESSON, 'calc="2*1.1"', 'calc="2*"', 6, "the calculation cannot be read"),
    (LESSON, "[1.20]{live=hill:run", "[1.21]{live=hill:run", 6, "the value is 1.2000"),
    (LESSON, "live=hill:run", "live=run", 6, "no figure stands above it"),
    (LESSON, "live=hill:run", "live=hole:run", 6, "there is no such figure"),
    (LESSON, "live=hill:run", "live=hill:speed", 6, "the figure's read-outs are"),
    (LESSON, "live{run}{1.20}", "live{run}{1.30}", 35, "the value is 1.2000"),
    (LESSON, "[0.50]{live=run}", "[0.60]{live=run}", 10, "the value is 0.5000"),
    (LESSON, "live{run}{0.50}", "live{run}{0.60}", 10, "the value is 0.5000"),
    (LESSON, "item:first/practice", "item:first/theory", 55, "leads nowhere"),
    (LESSON, "item:first/practice", "http://example.org", 55, "leads nowhere"),
    (LESSON, "## The hill", "#### The hill", 8, "skips a level"),
    (LESSON, "## The hill", "# The hill", 8, "at the first level"),
    (LESSON, "Between the two.", "## The hill", 62, "Two headings say 'The hill'"),
    (LESSON, "A hill, ", "## A hill\n\n", 6, "opens with something else"),
    (LESSON, "::: result", "::: example", 1, "has 0 result boxes"),
    (LESSON, "::: trap Flat", "::: example Flat", 1, "has 0 trap boxes"),
    (LESSON, "::: machine-learning", "::: example", 1, "has 0 machine-learning boxes"),
    (LESSON, "::: result", "::: results", 37, "No box is called 'results'"),
    (LESSON, "```checkpoint\ndrawn\n```", "", 1, "has 1 checkpoints"),
    (LESSON, "```checkpoint\ndrawn\n```", "```checkpoint\nlost\n```", 64, "no question 'lost'"),
    (LESSON, 'task = { say = "Find', 'tusk = { say = "Find', 10, "tusk"),
    (LESSON, '[[walkthrough]]\nsay = "The sixth step."\n', "", 10, "has 5 steps"),
    (
        LESSON,
        "A parabola that opens upwards, with a line through two of its points.",
        "Hill.",
        10,
        "no alternative",
    ),
    (LESSON, "Between the two.", "Between {{both}}.", 62, "'{{' is shown as it stands"),
    (LESSON, "Between the two.", "Between [the]{.role two}.", 62, "']{' is shown as it stands"),
    (LESSON, "Between the two.", "Between <b>two</b>.", 62, "'<b>' is shown as it stands"),
    (LESSON, "Between the two.", "Between [two]{.role-depth}.", 62, "no colour role .role-depth"),
    (LESSON, "Between the two.", "![two](two.png)", 62, "Pictures are not read"),
    (FIXED, 'skills = ["slope"]', 'skills = ["hill"]', 3, "No skill is called 'hill'"),
    (FIXED, 'skills = ["slope"]', "skills = []", 3, "practises no skill"),
    (FIXED, 'wrong = "1"', 'wrong = "2"', 9, "leads to the right answer, '2'"),
    (FIXED, "## Hint\nLook at the number in front of $x$.\n", "", 11, "After the prompt come: Solution"),
    (FIXED, "It is 2.", "", 16, "The solution is empty"),
    (FIXED, 'type = "number"', 'type = "essay"', 4, "No answer type is called 'essay'"),
    (DRAWN, "{{n}}", "{{m}}", 5, "Nothing is called {{m}}"),
    (DRAWN, "with {{n}} in", "with ${{n}} + -x$ in", 1, "two signs in a row"),
    (DRAWN, "with {{n}} in", "with $x^1$ in", 1, "an exponent 1"),
    (DRAWN, "with {{n}} in", "with $1x$ in", 1, "a factor 1"),
    (SCRIPT, "import numpy as np", "import os", 3, "may not import 'os'"),
    (SCRIPT, "integers(2, 21)", "integers(1, 21)", 16, "exponent-not-brought-down"),
    (SCRIPT, "integers(2, 21)", "integers(2, 4)", 1, "draw 2 different variants"),
    (SCRIPT, "rng.integers", "np.random.default_rng().integers", 1, "drew two different variants"),
    (SCRIPT, "worked.result,", "f + worked.result - f / x,", 18, "it fails: NameError"),
    (SCRIPT, "exponent_not_brought_down(1, n)", "exponent_not_lowered(1, n)", 18, "have the code"),
    (SCRIPT, "return Draw(", "return dict(", 19, "it fails: TypeError"),
    (SCRIPT, "def generate", "def make", 1, "no function generate"),
    (SCRIPT, "return Draw", "return Draw(", 19, "This is not Python"),
    ("first/practice/quiz.toml", '"drawn"', '"lost"', 2, "no question 'lost'"),
    ("first/practice/quiz.toml", '"drawn"', '"drawn', 2, "This TOML cannot be read"),
]


def test_a_clean_course_gives_no_findings(course: Course) -> None:
    assert check_course(course, seeds=60) == []


@pytest.mark.parametrize("broken", BREAKS, ids=[case[4] for case in BREAKS])
def test_a_break_is_found_with_its_line_and_a_remedy(
    write: Write, tmp_path: Path, broken: tuple[str, str, str, int, str]
) -> None:
    name, old, new, line, what = broken
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert old in text
    write(name, text.replace(old, new))
    findings = findings_in(tmp_path)
    matching = [finding for finding in findings if what in finding]
    assert matching, findings
    assert f":{line}: " in matching[0]


def findings_in(folder: Path) -> list[str]:
    try:
        return [str(finding) for finding in check_course(load_course(folder), seeds=40)]
    except Exception as error:
        return [str(error)]


def test_a_misspelt_folder_is_found(write: Write, course: Course) -> None:
    write("first/slops/lesson.md", "")
    assert "No item of the course is 'first/slops'" in str(check_course(course, seeds=1)[0])


def test_one_broken_file_does_not_hide_the_next(write: Write, course: Course) -> None:
    write(LESSON, "no front matter")
    write("first/practice/quiz.toml", "")
    paths = {finding.path.name for finding in check_course(course, seeds=1)}
    assert paths == {"lesson.md", "quiz.toml"}


def test_only_checks_what_begins_so(write: Write, course: Course) -> None:
    write(LESSON, "no front matter")
    assert check_course(course, seeds=1, only="first/practice") == []
    assert len(check_course(course, seeds=1, only="first/slopes")) == 1


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
