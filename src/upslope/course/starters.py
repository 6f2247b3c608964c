"""Something to start from: a course, an item or a question that already passes the check."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.loader import load_course, load_skills, shipped_folder
from upslope.course.outline_editing import with_count, with_item, with_question
from upslope.course.question_loader import load_question
from upslope.course.quiz_loader import load_quiz
from upslope.course.schema import QUESTION_NAME, Course, Item
from upslope.course.source import read_text

MINUTES = {"lesson": 8, "quiz": 10, "lab": 30}
SKILL_LINE = re.compile(r"^skills = \[.*\]$", re.MULTILINE)


def example_course_path() -> Path:
    """Return the folder of the course that shows every kind of answer."""
    return _for_authors("example-course")


def start_course(folder: Path, title: str) -> list[Path]:
    """Write a course with one lesson into a new ``folder``; return the files. Raises ContentError."""
    course_id = _name(folder.resolve().name, folder)
    if folder.exists() and any(folder.iterdir()):
        raise ContentError(folder, 1, "This folder is not empty.", "Choose a new one.")
    words = {"COURSE-ID": course_id, "COURSE-TITLE": title}
    written = _write(_for_authors("starters") / "course", folder, words)
    return written + start_item(folder, "first-module/first-lesson", "lesson", "The first lesson")


def start_item(root: Path, full_id: str, kind: str, title: str) -> list[Path]:
    """Add an item of ``kind`` (lesson, quiz, lab) to the course in ``root``; return the files written.

    Raises ContentError when the id cannot be or is taken.
    """
    course, outline = load_course(root), root / "course.toml"
    module, item = _two_names(full_id, outline)
    if any(known.full_id == full_id for known in course.items):
        raise ContentError(outline, 1, f"There is an item {full_id!r} already.", "Choose another id.")
    questions = "questions = 0, " if kind == "quiz" else ""
    told = json.dumps(title, ensure_ascii=False)
    entry = f'{{ id = "{item}", kind = "{kind}", title = {told}, {questions}minutes = {MINUTES[kind]} }}'
    _rewrite(outline, with_item(read_text(outline), module, entry))
    words = {"ITEM-TITLE": title, "SKILL": _skill(course)}
    written = _write(_for_authors("starters") / kind, root / module / item, words)
    return written + (
        start_question(root, f"{full_id}/first-question", "expression") if kind == "quiz" else []
    )


def start_question(root: Path, full_id: str, answer: str) -> list[Path]:
    """Copy the first example of answer type ``answer`` to ``module/item/question``; return the files written.

    Raises ContentError when there is no such item or answer type, or the question exists.
    """
    course, outline = load_course(root), root / "course.toml"
    parent, _, name = full_id.rpartition("/")
    item = next((known for known in course.items if known.full_id == parent), None)
    if item is None:
        raise ContentError(outline, 1, f"There is no item {parent!r}.", "Name it as module/item/question.")
    folder = root / parent / "questions" / _name(name, outline)
    if folder.exists():
        raise ContentError(folder, 1, "This question exists already.", "Choose another name.")
    shutil.copytree(_example(answer), folder, ignore=shutil.ignore_patterns("__pycache__"))
    page = folder / "question.md"
    _rewrite(page, SKILL_LINE.sub(f'skills = ["{_skill(course)}"]', read_text(page), count=1))
    _take_into_quiz(root, item, name)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def answers_with_examples() -> list[str]:
    """Return the answer types that ``start_question`` has an example of."""
    return [item.id for item in load_course(example_course_path()).items if item.path]


def _for_authors(name: str) -> Path:
    return shipped_folder(name, f"docs/authors/{name}")


def _example(answer: str) -> Path:
    course, known = load_course(example_course_path()), answers_with_examples()
    if answer not in known:
        what = f"There is no example of an answer {answer!r}."
        raise ContentError(course.path, 1, what, f"There are: {', '.join(known)}.")
    return load_question(course, load_quiz(course, course.item(f"answers/{answer}")).question_ids[0]).path


def _take_into_quiz(root: Path, item: Item, name: str) -> None:
    quiz = root / item.module / item.id / "quiz.toml"
    if not quiz.is_file():
        return  # a lesson's question is put where its author wants it
    _rewrite(quiz, with_question(read_text(quiz), name))
    course = load_course(root)
    count = len(load_quiz(course, course.item(item.full_id)).question_ids)
    _rewrite(root / "course.toml", with_count(read_text(root / "course.toml"), item.id, count))


def _write(source: Path, target: Path, words: Mapping[str, str]) -> list[Path]:
    written: list[Path] = []
    for file in sorted(
        path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ):
        text = read_text(file)
        for word, value in words.items():
            text = text.replace(word, value)
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        _rewrite(place, text)
        written.append(place)
    return written


def _skill(course: Course) -> str:
    """Return the skill that new questions are tagged with: the last one of the list, which is the newest."""
    skills = load_skills(course)
    if not skills:
        raise ContentError(course.path / "skills.toml", 1, "There is no skill yet.", "Write the first one.")
    return skills[-1].id


def _two_names(full_id: str, path: Path) -> tuple[str, str]:
    module, _, item = full_id.partition("/")
    return _name(module, path), _name(item, path)


def _name(name: str, path: Path) -> str:
    if not QUESTION_NAME.fullmatch(name):
        raise ContentError(
            path, 1, f"{name!r} cannot be an id.", "Use lower-case letters, digits and hyphens: chain-rule."
        )
    return name


def _rewrite(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
