"""What is wrong with a plugin.toml that finds a starting point, line by line."""

from pathlib import Path

import pytest

from tests.course.lint.conftest import Plant, Write
from upslope.course import load_course
from upslope.course.errors import ContentError
from upslope.course.starting_point import Aim, load_starting_point

PLUGIN = """\
page = "starting-point"

[[landmarks]]
background = "school"
skills = ["slope", "power-rule"]

[[aims]]
id = "rules"
words = "know the rules"
item = "first/practice"
"""
ITEM = '  { id = "tool", kind = "plugin", title = "Where to start", minutes = 6 },\n'
LESSON = '---\nlede = "Where are you?"\nwords = ["slope"]\nskills = []\n---\n\nSome questions.\n'
HERE = "first/tool/plugin.toml"

PLANTS = [
    ('"slope", "power-rule"', '"slope", "hill"', 5, "No skill is called 'hill'"),
    ('"slope", "power-rule"', '"slope"', 1, "There are 1 landmarks"),
    ('background = "school"', 'background = "sports"', 3, "No background is called 'sports'"),
    ('background = "school"\n', "", 3, "has no background"),
    ('"first/practice"', '"first/theory"', 10, "leads to 'first/theory', which does not exist"),
    ('words = "know the rules"', 'sentence = "know the rules"', 7, "has no words"),
    ('id = "rules"', 'id = "rules"\nhow = "fast"', 7, "Nothing in a table aims is called 'how'"),
]


@pytest.fixture
def tool(write: Write, tmp_path: Path) -> Path:
    """The small course with such a page, and skills that have lessons."""
    outline = (tmp_path / "course.toml").read_text(encoding="utf-8")
    (tmp_path / "course.toml").write_text(outline.replace("items = [\n", f"items = [\n{ITEM}", 1))
    skills = (tmp_path / "skills.toml").read_text(encoding="utf-8")
    write("skills.toml", skills.replace("\ntitle", '\nlesson = "first/slopes"\ntitle'))
    write("first/tool/lesson.md", LESSON)
    write(HERE, PLUGIN)
    return tmp_path


def test_a_sound_one_is_read_as_it_stands(tool: Path) -> None:
    course = load_course(tool)
    point = load_starting_point(course, course.item("first/tool"))

    assert point.landmarks == {"slope": "school", "power-rule": "school"}
    assert point.aims == (Aim("rules", "know the rules", "first/practice"),)


@pytest.mark.parametrize(("old", "new", "line", "what"), PLANTS)
def test_a_fault_is_found_on_its_line(
    tool: Path, plant: Plant, old: str, new: str, line: int, what: str
) -> None:
    found = [finding for finding in plant((HERE, old, new), seeds=2) if finding.path.name == "plugin.toml"]

    assert [finding.line for finding in found] == [line]
    assert what in found[0].what


REPEAT = 'page = "course-review"\nlandmarks_of = "first/tool"\n'
REPEATS = [
    (REPEAT, None),
    (REPEAT.replace("first/tool", "first/theory"), "No item is called 'first/theory'"),
    (REPEAT.replace("first/tool", "first/slopes"), "first/slopes finds no starting point"),
    (REPEAT.replace("first/tool", "first/back"), "first/back finds no starting point"),
    (REPEAT + 'how = "fast"\n', "Nothing in plugin.toml is called 'how'"),
]


@pytest.mark.parametrize(("text", "what"), REPEATS)
def test_a_page_that_asks_again_names_the_first_one(
    tool: Path, write: Write, plant: Plant, text: str, what: str | None
) -> None:
    outline = (tool / "course.toml").read_text(encoding="utf-8")
    row = ITEM.replace('"tool"', '"back"')
    (tool / "course.toml").write_text(outline.replace(ITEM, f"{ITEM}{row}"))
    write("first/back/lesson.md", LESSON)
    write("first/back/plugin.toml", text)
    found = [finding for finding in plant(seeds=2) if finding.path.name == "plugin.toml"]

    assert [what in finding.what for finding in found if what] == ([True] if what else [])
    if not what:
        assert found == []
        course = load_course(tool)
        again = load_starting_point(course, course.item("first/back"))
        assert again.is_repeat
        assert again.landmarks == load_starting_point(course, course.item("first/tool")).landmarks


def test_a_landmark_that_no_lesson_teaches_is_found(tool: Path, plant: Plant) -> None:
    found = plant(("skills.toml", '\nlesson = "first/slopes"\ntitle = "Find', '\ntitle = "Find'), seeds=2)

    assert [(finding.line, finding.what) for finding in found if finding.path.name == "plugin.toml"] == [
        (5, "No lesson teaches 'slope', so nobody can be sent there.")
    ]


def test_a_file_that_is_no_toml_is_an_error_of_its_own(tool: Path) -> None:
    course = load_course(tool)
    (tool / HERE).write_text("page = ")

    with pytest.raises(ContentError):
        load_starting_point(course, course.item("first/tool"))
