"""The course that is being served, read when first asked for and again when its files change."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import local
from typing import Any, TypeVar

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.http import Http404

from upslope.course import (
    Course,
    Item,
    Lesson,
    NoSuchItem,
    Question,
    QuestionTags,
    Quiz,
    Skill,
    Word,
    default_course_path,
    load_course,
    load_glossary,
    load_lesson,
    load_question,
    load_question_tags,
    load_quiz,
    load_skills,
)
from upslope.course.course_page import CoursePage, load_course_page
from upslope.course.reference_pages import ReferencePage, load_reference_page

T = TypeVar("T")
Stamp = tuple[tuple[str, int], ...]

_remembered: dict[tuple[object, ...], tuple[Stamp, Any]] = {}
_request = local()  # ``found``: what this thread's request has looked at already, so it need not look again


def course_root() -> Path:
    """Return the folder of the course, which is there even when its course.toml cannot be read."""
    return settings.COURSE or default_course_path()


def current_course() -> Course:
    """Return the course; read again when ``course.toml`` or the set of item folders' files has changed."""
    root = course_root()
    return _fresh(("course", root), partial(load_course, root), _outline_files(root))


def current_item(item_id: str) -> Item:
    """Return the item called ``module/item``; a page that asks for one we do not have is not found."""
    try:
        return current_course().item(item_id)
    except NoSuchItem as missing:
        raise Http404(item_id) from missing


def current_lesson(item: Item) -> Lesson:
    """Return the lesson of an item that is ready."""
    course = current_course()
    return _fresh(
        ("lesson", course.path, item.path), partial(load_lesson, course, item), all_files(item.path)
    )


def current_quiz(item: Item) -> Quiz:
    """Return the quiz of an item that is ready."""
    course = current_course()
    return _fresh(("quiz", course.path, item.path), partial(load_quiz, course, item), all_files(item.path))


def current_question(question_id: str) -> Question:
    """Return the question called ``module/item/question``; a page for one we do not have is not found."""
    course = current_course()
    item_id, _, name = question_id.rpartition("/")
    item = current_item(item_id)
    folders = (item.path / "questions").glob("*") if item.path else ()
    folder = next(
        (found for found in folders if found.name == name), None
    )  # a name asked for never becomes a path
    if folder is None:
        raise Http404(question_id)
    load = partial(load_question, course, question_id)
    return _fresh(("question", course.path, question_id), load, all_files(folder))


def current_glossary() -> tuple[Word, ...]:
    """Return the words of the course."""
    course = current_course()
    return _fresh(("glossary", course.path), partial(load_glossary, course), course.path.glob("glossary*"))


def current_reference_page(name: str) -> ReferencePage:
    """Return the notation or the formula sheet. Raises NoSuchItem where the course has none."""
    course = current_course()
    load = partial(load_reference_page, course, name)
    return _fresh(("reference", course.path, name), load, course.path.glob("*.md"))


def current_course_page() -> CoursePage:
    """Return what the public page of the course says."""
    course = current_course()
    files = [*course.path.glob("course-page.toml"), *course.path.glob("*/*/lesson.md")]
    return _fresh(("course-page", course.path), partial(load_course_page, course), iter(files))


def current_skills() -> tuple[Skill, ...]:
    """Return the skills of the course, each after those it stands on."""
    course = current_course()
    return _fresh(("skills", course.path), partial(load_skills, course), course.path.glob("skills.toml"))


def current_question_tags() -> tuple[QuestionTags, ...]:
    """Return which skills each question of a ready item is about, in the course's order."""
    course = current_course()
    load = partial(load_question_tags, course)
    return _fresh(("tags", course.path), load, course.path.glob("*/*/questions/*/question.*"))


def _fresh(key: tuple[object, ...], load: Callable[[], T], files: Iterator[Path]) -> T:
    looked_at: dict[tuple[object, ...], Any] | None = getattr(_request, "found", None)
    if looked_at is not None and key in looked_at:
        known: T = looked_at[key]
        return known
    stamp = tuple(sorted((str(file), file.stat().st_mtime_ns) for file in files))
    remembered = _remembered.get(key)
    if remembered is None or remembered[0] != stamp:
        # Two threads may both read; what they read is the same, and neither makes the other wait.
        remembered = _remembered[key] = (stamp, load())
    found: T = remembered[1]
    if looked_at is not None:
        looked_at[key] = found
    return found


def _begin_request(**_signal: object) -> None:
    _request.found = {}


def _end_request(**_signal: object) -> None:
    _request.found = None


request_started.connect(_begin_request)
request_finished.connect(_end_request)


def _outline_files(root: Path) -> Iterator[Path]:
    """``course.toml`` and every item folder: a folder's own time changes when a file is added to it."""
    yield root / "course.toml"
    yield from (folder for folder in root.glob("*/*") if folder.is_dir())


def all_files(folder: Path | None) -> Iterator[Path]:
    """Yield everything in a folder that an author wrote, the folders in it too."""
    return (path for path in folder.rglob("*") if "__pycache__" not in path.parts) if folder else iter(())
