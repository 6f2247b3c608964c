"""course.toml and skills.toml, and the course that comes with Upslope."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import ContentError, Course, NoSuchItem, default_course_path, load_course, load_skills
from upslope.course.outline import outline
from upslope.course.schema import walk_questions

Write = Callable[[str, str], Path]


def test_an_item_is_ready_when_its_folder_holds_content(course: Course, tmp_path: Path) -> None:
    assert [(item.full_id, item.status) for item in course.items] == [
        ("first/slopes", "ready"),
        ("first/practice", "ready"),
        ("first/later", "coming"),
        ("second/slopes", "coming"),
    ]
    assert course.item("first/slopes").path == tmp_path / "first" / "slopes"
    assert course.item("first/later").path is None


def test_the_same_item_id_in_two_modules_is_two_items(course: Course) -> None:
    assert course.item("first/slopes").kind == "lesson"
    assert course.item("second/slopes").kind == "lab"


@pytest.mark.parametrize("name", ["first/none", "first", "", "../first/slopes", "first/slopes/"])
def test_an_item_that_does_not_exist_is_said_not_to(course: Course, name: str) -> None:
    with pytest.raises(NoSuchItem, match="There is no item"):
        course.item(name)


def test_neighbours_follow_the_order_of_the_course(course: Course) -> None:
    first, second, third, last = course.items
    assert course.neighbours(first) == (None, second)
    assert course.neighbours(third) == (second, last)
    assert course.neighbours(last) == (third, None)


def test_skills_stand_below_those_they_need(course: Course) -> None:
    assert [(skill.id, skill.needs) for skill in load_skills(course)] == [
        ("slope", ()),
        ("power-rule", ("slope",)),
    ]


def test_questions_are_walked_in_the_order_of_the_course(course: Course) -> None:
    assert list(walk_questions(course)) == [
        "first/slopes/drawn",
        "first/slopes/fixed",
        "first/practice/drawn",
    ]


def test_a_missing_course_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"course\.toml:1: This file is missing"):
        load_course(tmp_path / "nowhere")


def test_an_error_names_the_line_of_the_right_item(write: Write, tmp_path: Path) -> None:
    text = (tmp_path / "course.toml").read_text(encoding="utf-8")
    write("course.toml", text.replace('kind = "lab"', 'kind = "laboratory"'))
    with pytest.raises(ContentError) as caught:
        load_course(tmp_path)
    assert (
        caught.value.line
        == text.split("\n").index(
            'items = [{ id = "slopes", kind = "lab", title = "Slopes again", minutes = 20 }]'
        )
        + 1
    )


def test_a_misspelt_key_gets_a_suggestion(write: Write, tmp_path: Path) -> None:
    text = (tmp_path / "course.toml").read_text(encoding="utf-8")
    write("course.toml", text.replace("minutes = 2 }", "minutes = 2, question = 1 }"))
    with pytest.raises(ContentError, match=r"is called 'question'\. Did you mean 'questions'\?"):
        load_course(tmp_path)


def test_the_course_that_comes_along_has_its_eighty_five_items() -> None:
    rows = outline(load_course(default_course_path()))
    kinds = [row["kind"] for row in rows]
    assert len(rows) == 85
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "lesson": 42,
        "quiz": 20,
        "graded-quiz": 5,
        "lab": 5,
        "assignment": 2,
        "plugin": 3,
        "reading": 5,
        "discussion": 3,
    }
    assert all(bool(row["questions"]) == (row["kind"] in ("quiz", "graded-quiz")) for row in rows)


def test_the_outline_has_the_keys_that_scripts_rely_on(course: Course) -> None:
    assert outline(course)[1] == {
        "module": "first",
        "id": "practice",
        "kind": "quiz",
        "title": "Practice",
        "questions": 1,
        "status": "ready",
    }


def test_a_skill_may_name_the_lesson_that_teaches_it(write: Write, course: Course) -> None:
    write("skills.toml", '[[skills]]\nid = "slope"\ntitle = "Find a slope"\nlesson = "first/slopes"\n')
    assert [skill.lesson for skill in load_skills(course)] == ["first/slopes"]


def test_a_skill_need_not_name_a_lesson(course: Course) -> None:
    assert [skill.lesson for skill in load_skills(course)] == ["", ""]


def test_a_skill_taught_by_no_item_of_the_course_is_refused(write: Write, course: Course) -> None:
    write("skills.toml", '[[skills]]\nid = "slope"\ntitle = "Find a slope"\nlesson = "first/slops"\n')
    with pytest.raises(
        ContentError, match=r"skills\.toml:2: Skill 'slope' is taught by 'first/slops', which is no item"
    ):
        load_skills(course)
