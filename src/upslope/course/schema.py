"""What a course is made of. Plain frozen data; reading files is the loaders' work."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upslope.course.errors import NoSuchItem

KINDS = ("lesson", "reading", "quiz", "graded-quiz", "lab", "assignment", "plugin", "discussion")
QUESTION_NAME = re.compile(r"[a-z0-9-]+")
READY_FILES = ("lesson.md", "quiz.toml", "lab.py")


@dataclass(frozen=True)
class Item:
    """One row of the course. ``path`` is its folder, or None while it is coming."""

    module: str
    id: str
    kind: str
    title: str
    questions: int
    minutes: int
    path: Path | None

    @property
    def full_id(self) -> str:
        """``module/item``: the id under which progress is stored."""
        return f"{self.module}/{self.id}"

    @property
    def status(self) -> str:
        """``ready`` when the item's folder has content, ``coming`` until then."""
        return "ready" if self.path is not None else "coming"

    @property
    def has_notebook(self) -> bool:
        """Whether it is a lab with a notebook. One without is a playground: a text with figures."""
        return (
            self.kind in ("lab", "assignment") and self.path is not None and (self.path / "lab.py").is_file()
        )


@dataclass(frozen=True)
class Module:
    """A group of items with one sentence on what they give."""

    id: str
    title: str
    summary: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Course:
    """A course folder's table of contents. A gallery shows under each figure how it is written."""

    id: str
    title: str
    path: Path
    modules: tuple[Module, ...]
    is_gallery: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every module, in the course's order."""
        return tuple(item for module in self.modules for item in module.items)

    def item(self, full_id: str) -> Item:
        """Return the item called ``module/item``. Raises NoSuchItem."""
        for item in self.items:
            if item.full_id == full_id:
                return item
        raise NoSuchItem(f"There is no item {full_id!r} in the course {self.id!r}.")

    def neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        """Return the items before and after ``item`` in the course's order."""
        items = self.items
        place = items.index(item)
        before = items[place - 1] if place > 0 else None
        after = items[place + 1] if place + 1 < len(items) else None
        return before, after


@dataclass(frozen=True)
class HtmlChunk:
    """A stretch of a lesson that is HTML already."""

    html: str


@dataclass(frozen=True)
class CheckpointChunk:
    """The place of a question in a lesson; the page puts the question there."""

    question_id: str

    @property
    def html(self) -> str:
        """The empty place, for readers without the web floor."""
        return f'<div class="checkpoint" data-question="{self.question_id}"></div>\n'


@dataclass(frozen=True)
class OwnProblemChunk:
    """A worked example to be worked with a learner's own texts: its table, and which keys change.

    ``labels`` says for each of those keys what it is called on the page.
    """

    id: str
    spec: Mapping[str, Any]
    labels: Mapping[str, str]

    @property
    def html(self) -> str:
        """Nothing: it is the page that asks."""
        return ""


Chunk = HtmlChunk | CheckpointChunk | OwnProblemChunk


@dataclass(frozen=True)
class FigureSource:
    """A figure fence: its table, and the line of the file where the fence opens."""

    spec: Mapping[str, Any]
    line: int


@dataclass(frozen=True)
class Lesson:
    """A lesson ready to show. ``lede`` is HTML of one paragraph's inside; ``words`` are glossary ids.

    ``flash`` are the ids of questions that are asked in a row, outside the text.
    """

    title: str
    lede: str
    words: tuple[str, ...]
    skills: tuple[str, ...]
    sections: tuple[Chunk, ...]
    figures: tuple[FigureSource, ...]
    flash: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """The whole lesson, with an empty place for every checkpoint."""
        return "".join(chunk.html for chunk in self.sections)

    @property
    def checkpoints(self) -> tuple[str, ...]:
        """The ids of the lesson's checkpoint questions, in order."""
        return tuple(chunk.question_id for chunk in self.sections if isinstance(chunk, CheckpointChunk))


@dataclass(frozen=True)
class Quiz:
    """A quiz: its questions in order, and the share of the marks that passes."""

    title: str
    intro_html: str
    question_ids: tuple[str, ...]
    pass_mark: float = 0.8


@dataclass(frozen=True)
class Word:
    """One word of the glossary and what it means."""

    id: str
    term: str
    html: str


@dataclass(frozen=True)
class Skill:
    """Something that is practised, and the skills it stands on.

    ``lesson`` is the ``module/item`` that teaches it; empty where the author names none.
    """

    id: str
    title: str
    needs: tuple[str, ...]
    lesson: str = ""


Progress = Callable[[int, int, str], None]
"""Called with the number of things done, the number there are, and the name of the one at hand."""


def has_question(item_folder: Path, name: str) -> bool:
    """Whether the item has a question of this name; a name is lower-case letters, digits and hyphens."""
    return (
        bool(QUESTION_NAME.fullmatch(name)) and (item_folder / "questions" / name / "question.md").is_file()
    )


def walk_questions(course: Course) -> Iterator[str]:
    """Yield the id of every question folder of the course, in the course's order."""
    for item in course.items:
        folder = course.path / item.module / item.id / "questions"
        if folder.is_dir():
            yield from (
                f"{item.full_id}/{question.name}"
                for question in sorted(folder.iterdir())
                if question.is_dir()
            )
