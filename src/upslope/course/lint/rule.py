"""What a rule is, and what rules look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from upslope.course.errors import ContentError
from upslope.course.question_loader import Question
from upslope.course.schema import Course, FigureSource, Item, Lesson, Quiz
from upslope.questions.variant import Part, Variant


@dataclass(frozen=True)
class Finding:
    """Something an author should mend. ``severity`` is ``error`` or ``warning``; ``rule`` found it."""

    severity: str
    path: Path
    line: int
    what: str
    remedy: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.what} {self.remedy}"


@dataclass(frozen=True)
class Text:
    """Markdown with its placeholders filled. ``lines`` has the line of the file for each line of ``body``.

    ``inside`` is the figure, in its state then, whose caption or step this is.
    """

    course: Course
    path: Path
    body: str
    tokens: tuple[Token, ...]
    figures: tuple[FigureSource, ...]
    lines: tuple[int, ...]
    inside: Mapping[str, Any] | None = None

    def line_of(self, token: Token) -> int:
        """Return the line of the file on which a token stands."""
        return self.line_at(int(token.meta.get("line", 0)))

    def line_of_words(self, words: str, start: int = 0) -> int:
        """Return the line of the file where ``words`` first stand, from a line of the body on.

        The line of ``start`` if they stand nowhere: what a fence works out is not in the file.
        """
        before = "".join(self.body.splitlines(keepends=True)[:start])
        place = self.body.find(words.split("\n")[0], len(before))
        return self.line_at(self.body.count("\n", 0, place) if place >= 0 else start)

    def line_at(self, number: int) -> int:
        """Return the line of the file for a line of the body, counted from 0."""
        return self.lines[min(number, len(self.lines) - 1)]


@dataclass(frozen=True)
class LessonSubject:
    """A lesson with the text it was made from."""

    course: Course
    item: Item
    lesson: Lesson
    text: Text


@dataclass(frozen=True)
class QuizSubject:
    """A quiz and its item."""

    course: Course
    item: Item
    quiz: Quiz
    path: Path


@dataclass(frozen=True, eq=False)  # it holds hundreds of variants: one is only ever equal to itself
class QuestionSubject:
    """A question with the variants of the seeds 0, 1, 2 … and the CPU seconds that drawing each one took."""

    course: Course
    question: Question
    variants: tuple[Variant, ...]
    seconds: tuple[float, ...] = ()

    @property
    def item(self) -> Item:
        """The item that the question belongs to."""
        return self.course.item(self.question.id.rpartition("/")[0])

    @property
    def path(self) -> Path:
        """The file that decides the answers: question.py, or question.md of a fixed question."""
        script = self.question.path / "question.py"
        return script if self.question.generate is not None else self.page

    @property
    def page(self) -> Path:
        """The file with the words."""
        return self.question.path / "question.md"

    def different(self) -> Iterator[Variant]:
        """Yield each variant that asks something no earlier one asked."""
        yield from self._different

    @cached_property
    def _different(self) -> tuple[Variant, ...]:
        by_question: dict[str, Variant] = {}
        for variant in self.variants:
            by_question.setdefault(repr((variant.prompt, variant.parts)), variant)
        return tuple(by_question.values())

    def different_parts(self) -> Iterator[tuple[int, Part]]:
        """Yield each part that no earlier variant had, with the seed that drew it."""
        yield from self._different_parts

    @cached_property
    def _different_parts(self) -> tuple[tuple[int, Part], ...]:
        by_part: dict[str, tuple[int, Part]] = {}
        for variant in self.variants:
            for part in variant.parts:
                by_part.setdefault(repr(part), (variant.seed, part))
        return tuple(by_part.values())


@dataclass(frozen=True)
class Facts:
    """What rules about the whole course must know of one item or question.

    ``words`` are glossary ids named or linked, ``skills`` what a question practises, ``asks`` the ids of the
    questions of an item, ``prompts`` a fingerprint of everything that a question asks.
    """

    words: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True)
class WholeCourse:
    """A course with the facts about all its items and questions, by id.

    None in place of those that could not be read.
    """

    course: Course
    facts: Mapping[str, Facts | None]

    @property
    def is_complete(self) -> bool:
        """Whether every item has been written and could be read: only then is anything unused."""
        is_written = all(item.path is not None for item in self.course.items)
        return is_written and None not in self.facts.values()


@dataclass(frozen=True)
class Rule:
    """``check`` yields findings about one subject of a type in ``subject``.

    ``reason`` says why the rule is there.
    """

    name: str
    reason: str
    subject: type | tuple[type, ...]
    check: Callable[[Any], Iterator[Finding]]


def error(path: Path, line: int, what: str, remedy: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding("error", path, line, what, remedy)


def not_readable(problem: ContentError, rule: str) -> Finding:
    """Return the finding for something that could not be read at all."""
    return Finding("error", problem.path, problem.line, problem.what, problem.remedy, rule)


def warning(path: Path, line: int, what: str, remedy: str) -> Finding:
    """Return a finding that is worth a look, and may be meant."""
    return Finding("warning", path, line, what, remedy)
