"""What there is to find in the course: sections of lessons, pages, words, and the titles of questions."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from django.urls import reverse

from upslope.course import Course, Item
from upslope.course.plain_text import plain, sections_of
from upslope.course.reference_pages import reference_pages
from upslope.course.source import read_page
from upslope.web.course_access import current_glossary, current_quiz
from upslope.web.lessons.course_map import KIND_NAMES
from upslope.web.practice.place import anchor_of
from upslope.web.search.models import SearchEntry

Kind = SearchEntry.Kind
_TEX = re.compile(r"<tex-math[^>]*>(.*?)</tex-math>", re.DOTALL)  # as a formula is written in a lesson
_TAG = re.compile(r"<[^>]+>")
TELLS, OPENS = 1.5, 2.0  # how much more than a question's title a section counts, and what names its subject
TEXTS = ("lesson.md", "reading.md", "page.md")


def mark_of(course: Course) -> str:
    """Return a text that changes whenever a lesson, a page, the glossary or the list of a quiz does.

    It is worked out at every search. The thousand files of the questions are not looked at: a title that was
    mended is found once anything else has changed.
    """
    digest = hashlib.sha256(str(course.path).encode())
    folders = [item.path for item in course.items if item.path is not None]
    files = [folder / name for folder in folders for name in (*TEXTS, "quiz.toml")]
    for file in [*files, *sorted(course.path.glob("*.*"))]:
        with suppress(FileNotFoundError):
            digest.update(f"{file}:{file.stat().st_mtime_ns};".encode())
    return digest.hexdigest()


def entries_of(course: Course) -> Iterator[SearchEntry]:
    """Yield everything there is to find."""
    for number, module in enumerate(course.modules, start=1):
        for item in module.items:
            if item.path is not None:
                yield from _item(item, f"Module {number} · {KIND_NAMES[item.kind]}")
    yield from _words()
    yield from _pages(course)


def _item(item: Item, place: str) -> Iterator[SearchEntry]:
    address = reverse("item", args=(item.module, item.id))
    texts = [file for name in TEXTS if item.path and (file := item.path / name).is_file()]
    if not texts:
        yield SearchEntry(kind=Kind.LESSON, place=place, title=item.title, text="", address=address)
    for file in texts:
        page = read_page(file)
        for section in sections_of(f"{page.front.get('lede', '')}\n\n{page.body}"):
            yield SearchEntry(
                kind=Kind.LESSON,
                place=f"{place} · {item.title}" if section.heading else place,
                title=section.heading or item.title,
                text=section.text,
                address=f"{address}#{section.anchor}" if section.anchor else address,
                boost=TELLS if section.heading else OPENS,
            )
    if item.kind in ("quiz", "graded-quiz"):
        yield from _questions(item, f"{place} · {item.title}", address)


def _questions(item: Item, place: str, address: str) -> Iterator[SearchEntry]:
    for question_id in current_quiz(item).question_ids:
        folder = question_id.rpartition("/")[2]
        file = item.path / "questions" / folder / "question.md" if item.path else None
        if file is None or not file.is_file():
            continue
        title = plain(str(read_page(file).front.get("title", "")))
        yield SearchEntry(
            kind=Kind.QUESTION,
            place=place,
            title=title,
            text="",
            address=f"{address}#{anchor_of(question_id)}",
        )


def _words() -> Iterator[SearchEntry]:
    glossary = reverse("glossary")
    for word in current_glossary():
        yield SearchEntry(
            kind=Kind.WORD,
            place="Glossary",
            title=word.term,
            text=_without_tags(word.html),
            address=f"{glossary}#{word.id}",
            boost=OPENS,
        )


def _without_tags(html: str) -> str:
    return plain(unescape(_TAG.sub("", _TEX.sub(r"$\1$", html))))


def _pages(course: Course) -> Iterator[SearchEntry]:
    for name in reference_pages(course):
        page = read_page(course.path / f"{name}.md")
        title, address = str(page.front.get("title", name)), reverse(name)
        for section in sections_of(page.body):
            yield SearchEntry(
                kind=Kind.PAGE,
                place=title,
                title=section.heading or title,
                text=section.text,
                address=f"{address}#{section.anchor}" if section.anchor else address,
            )
