"""What a rule is, and what rules look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from upslope.course.question_loader import Question
from upslope.course.schema import Course, FigureSource, Item, Lesson, Quiz
from upslope.questions.variant import Variant


@dataclass(frozen=True)
class Finding:
    """Something an author should mend. ``severity`` is ``error`` or ``warning``."""

    severity: str
    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.what} {self.remedy}"


@dataclass(frozen=True)
class Text:
    """A Markdown file, or a stretch of one, whose first line is ``line``; its placeholders are filled."""

    course: Course
    path: Path
    line: int
    tokens: tuple[Token, ...]
    figures: tuple[FigureSource, ...]

    def line_of(self, token: Token) -> int:
        """Return the line of the file on which a token stands."""
        return self.line + int(token.meta.get("line", 0))


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


@dataclass(frozen=True)
class QuestionSubject:
    """A question with the variants of the seeds 0, 1, 2 …"""

    course: Course
    question: Question
    variants: tuple[Variant, ...]

    @property
    def path(self) -> Path:
        """The file that decides the answers: question.py, or question.md of a fixed question."""
        script = self.question.path / "question.py"
        return script if self.question.generate is not None else self.question.path / "question.md"

    def different(self) -> Iterator[Variant]:
        """Yield each variant that asks something no earlier one asked."""
        seen: set[str] = set()
        for variant in self.variants:
            asked = repr((variant.prompt, variant.parts))
            if asked not in seen:
                seen.add(asked)
                yield variant


@dataclass(frozen=True)
class Rule:
    """``check`` yields findings about one subject of type ``subject``.

    ``reason`` says why the rule is there.
    """

    name: str
    reason: str
    subject: type
    check: Callable[[Any], Iterator[Finding]]


def error(path: Path, line: int, what: str, remedy: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding("error", path, line, what, remedy)
