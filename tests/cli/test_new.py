"""What ``upslope new`` writes is a start that holds."""

from pathlib import Path

import pytest

from upslope.cli import main
from upslope.course import load_course, load_quiz
from upslope.course.lint.runner import check_course
from upslope.course.starters import answers_with_examples
from upslope.grading.lab import load_lab


@pytest.fixture
def cooks(tmp_path: Path) -> Path:
    folder = tmp_path / "cooks"
    assert main(["new", "course", str(folder), "--title", "Slopes for cooks"]) == 0
    return folder


def errors_in(folder: Path, only: str | None = None) -> list[str]:
    found = check_course(load_course(folder), seeds=5, only=only)
    return [str(finding) for finding in found if finding.severity == "error"]


def test_a_new_course_has_a_lesson_and_nothing_to_mend(cooks: Path) -> None:
    course = load_course(cooks)

    assert (course.id, course.title) == ("cooks", "Slopes for cooks")
    assert [item.full_id for item in course.items] == ["first-module/first-lesson"]
    assert errors_in(cooks) == []


def test_a_lesson_a_quiz_and_a_lab_are_added_where_they_belong(cooks: Path) -> None:
    main(["new", "lesson", str(cooks), "first-module/boiling", "--title", 'How "fast" it boils'])
    main(["new", "quiz", str(cooks), "second-module/practice"])
    main(["new", "lab", str(cooks), "second-module/measuring"])

    course = load_course(cooks)
    assert [(module.id, [item.id for item in module.items]) for module in course.modules] == [
        ("first-module", ["first-lesson", "boiling"]),
        ("second-module", ["practice", "measuring"]),
    ]
    assert course.item("first-module/boiling").title == 'How "fast" it boils'
    assert load_lab(cooks / "second-module/measuring").functions == ("dfdx",)
    assert errors_in(cooks) == []


@pytest.mark.parametrize("answer", answers_with_examples())
def test_a_question_can_be_begun_from_an_example_of_every_kind_of_answer(cooks: Path, answer: str) -> None:
    main(["new", "quiz", str(cooks), "first-module/practice"])

    question = f"first-module/practice/my-{answer}"
    assert main(["new", "question", str(cooks), question, "--answer", answer]) == 0

    course = load_course(cooks)
    item = course.item("first-module/practice")
    assert load_quiz(course, item).question_ids[-1] == question
    assert item.questions == 2
    assert errors_in(cooks, question) == []


def test_a_question_of_a_lesson_says_how_to_put_it_in(
    cooks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "question", str(cooks), "first-module/first-lesson/third"])

    assert "```checkpoint\nthird\n```" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lesson", "first-module/first-lesson"], "There is an item 'first-module/first-lesson' already."),
        (["lesson", "first-module/Über uns"], "'Über uns' cannot be an id."),
        (["question", "first-module/nowhere/q"], "There is no item 'first-module/nowhere'."),
        (["question", "first-module/first-lesson/slope-of-a-hill"], "This question exists already."),
        (["question", "first-module/first-lesson/q", "--answer", "essay"], "no example of an answer 'essay'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    cooks: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    before = {path: path.read_bytes() for path in cooks.rglob("*") if path.is_file()}
    kind, *rest = words

    assert main(["new", kind, str(cooks), *rest]) == 1

    assert sentence in capsys.readouterr().err
    assert {path: path.read_bytes() for path in cooks.rglob("*") if path.is_file()} == before


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")

    assert main(["new", "course", str(folder)]) == 1

    assert "This folder is not empty." in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
