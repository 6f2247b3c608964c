"""Lessons, quizzes and the glossary, read from their files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import (
    CheckpointChunk,
    ContentError,
    Course,
    HtmlChunk,
    NoSuchItem,
    load_glossary,
    load_lesson,
    load_quiz,
)

Write = Callable[[str, str], Path]
QUIZ = "first/practice/quiz.toml"


def test_a_lesson_is_split_at_its_checkpoints(course: Course) -> None:
    lesson = load_lesson(course, course.item("first/slopes"))
    kinds = [type(chunk) for chunk in lesson.sections]
    assert kinds == [HtmlChunk, CheckpointChunk, HtmlChunk, CheckpointChunk]
    assert lesson.checkpoints == ("first/slopes/fixed", "first/slopes/drawn")
    assert '<div class="checkpoint" data-question="first/slopes/fixed"></div>' in lesson.html
    assert lesson.html.index("fixed") < lesson.html.index("Between the two.") < lesson.html.index("drawn")


def test_a_lesson_knows_its_title_words_skills_and_figures(course: Course) -> None:
    lesson = load_lesson(course, course.item("first/slopes"))
    assert lesson.title == "Slopes"
    assert lesson.lede == "How steep is <em>this</em>?"
    assert lesson.words == lesson.skills == ("slope",)
    assert [figure.spec["id"] for figure in lesson.figures] == ["hill"]
    assert '<figure class="figure wide" id="figure-hill">' in lesson.html


def test_a_checkpoint_inside_a_box_is_refused(write: Write, course: Course, tmp_path: Path) -> None:
    text = (tmp_path / "first/slopes/lesson.md").read_text(encoding="utf-8")
    write(
        "first/slopes/lesson.md", text.replace("Between the two.", "::: note\n```checkpoint\nfixed\n```\n:::")
    )
    with pytest.raises(ContentError, match="A checkpoint stands inside a box"):
        load_lesson(course, course.item("first/slopes"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("No front matter.", "does not open with front matter"),
        ('---\nlede = "Open"\n', "never closed"),
        ("---\nlede = \n---\n", r":2: This TOML cannot be read"),
        ("---\n---\n", "has no lede"),
        ('---\nlede = "Hm"\nword = ["a"]\n---\n', "Did you mean 'words'"),
        ('---\nlede = "Hm"\nwords = "slope"\n---\n', "It must be a list of texts"),
    ],
)
def test_front_matter_that_cannot_be_right(write: Write, course: Course, text: str, message: str) -> None:
    write("first/slopes/lesson.md", text)
    with pytest.raises(ContentError, match=message):
        load_lesson(course, course.item("first/slopes"))


def test_what_is_coming_cannot_be_loaded(course: Course) -> None:
    for load in (load_lesson, load_quiz):
        with pytest.raises(NoSuchItem, match="not written yet"):
            load(course, course.item("first/later"))


def test_a_quiz_has_its_questions_in_order_and_passes_at_eighty_per_cent(course: Course) -> None:
    quiz = load_quiz(course, course.item("first/practice"))
    assert quiz.title == "Practice"
    assert quiz.intro_html == "<p>Find <strong>slopes</strong>.</p>\n"
    assert quiz.question_ids == ("first/practice/drawn",)
    assert quiz.pass_mark == 0.8


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('questions = ["drawn"]\npass_mark = 80', "pass mark is 80"),
        ('questions = ["drawn", "drawn"]', "names 'drawn' twice"),
        ("questions = 3", "It must be a list of texts"),
        ('questions = ["../../slopes/questions/fixed"]', "has no question"),
    ],
)
def test_a_quiz_that_cannot_be_right(write: Write, course: Course, text: str, message: str) -> None:
    write(QUIZ, text)
    with pytest.raises(ContentError, match=message):
        load_quiz(course, course.item("first/practice"))


def test_a_word_has_the_id_of_its_heading_or_its_own(course: Course) -> None:
    slope, ratio = load_glossary(course)
    assert (slope.id, slope.term) == ("slope", "slope")
    assert slope.html == (
        '<p>Rise over run, <span class="hold"><tex-math>\\frac{a}{b}</tex-math>.</span></p>\n'
    )
    assert (ratio.id, ratio.term) == ("ratio", "rise over run")


def test_a_word_without_a_meaning_is_refused(write: Write, course: Course) -> None:
    write("glossary.md", "## slope\n\n## secant\nA line.\n")
    with pytest.raises(ContentError, match=r":1: '## slope' explains nothing"):
        load_glossary(course)
