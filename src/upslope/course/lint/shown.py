"""Every text of a question's variants, as a page shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from upslope.course.errors import ContentError
from upslope.course.lint.rule import QuestionSubject
from upslope.course.lint.texts import written_lines
from upslope.course.markdown import FENCES
from upslope.course.prose import read_tokens, render_tokens
from upslope.course.question_loader import Passage
from upslope.course.source import line_of, read_text
from upslope.questions.registry import answer_type
from upslope.questions.self_marking import SelfMarked
from upslope.questions.variant import Part, Variant

Formula = tuple[str, bool]
"""LaTeX, and whether it stands on a line of its own."""

TEX = re.compile(r"<tex-math(?P<display> display)?[^>]*>(?P<latex>.*?)</tex-math>", re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A text of the variant of ``seed``. ``lines`` has the line of the file for each line of ``text``.

    ``problem`` says why it cannot be shown; ``html`` is empty then.
    """

    seed: int
    place: str
    text: str
    path: Path
    lines: Sequence[int]
    tokens: Sequence[Token]
    html: str
    problem: str = ""

    def line_at(self, number: int) -> int:
        """Return the line of the file for a line of the text, counted from 0."""
        return self.lines[min(number, len(self.lines) - 1)]


@lru_cache(maxsize=2)
def shown_texts(subject: QuestionSubject) -> tuple[Shown, ...]:
    """Return every different text of the question's variants, in the order of the seeds."""
    found: dict[tuple[str, str], Shown] = {}
    for variant in subject.different():
        for place, text, passage in _passages(subject, variant):
            if (place, text) not in found:
                lines = written_lines(passage, text)
                found[place, text] = _shown(variant.seed, place, text, subject.page, lines)
        words = (word for part in variant.parts for word in _part_words(part))
        for place, text, pattern in words:
            if (place, text) not in found:
                line = line_of(read_text(subject.path), pattern)
                found[place, text] = _shown(variant.seed, place, text, subject.path, (line,))
    return tuple(found.values())


def formulas_in(html: str) -> Iterator[Formula]:
    """Yield every formula that a page sets."""
    for formula in TEX.finditer(html):
        yield unescape(formula["latex"]), formula["display"] is not None


def code_pattern(code: str) -> str:
    """Return a pattern for a misconception's code, or for a function that is named for it."""
    return re.escape(code).replace(r"\-", "[-_]")


def _shown(seed: int, place: str, text: str, path: Path, lines: Sequence[int]) -> Shown:
    tokens = read_tokens(text)
    try:
        html, problem = render_tokens(tokens, path, 1, FENCES), ""
    except ContentError as error:
        html, problem = "", error.what
    return Shown(seed, place, text, path, lines, tokens, html, problem)


def _passages(subject: QuestionSubject, variant: Variant) -> Iterator[tuple[str, str, Passage]]:
    question = subject.question
    yield "prompt", variant.prompt, question.prompt
    for text, passage in zip(variant.hints, question.hints, strict=True):
        yield "hint", text, passage
    yield "solution", variant.solution, question.solution


def choice_lists(part: Part) -> Iterator[Sequence[Mapping[str, Any]]]:
    """Yield each list of things to choose from, match or put in order: tables with a ``text`` in Markdown."""
    for entries in answer_type(part.type).public(part.key).values():
        if isinstance(entries, list) and all(
            isinstance(entry, dict) and "text" in entry for entry in entries
        ):
            yield entries


def _part_words(part: Part) -> Iterator[tuple[str, str, str]]:
    """Yield place, text, and a pattern of the line that says it: what is drawn is written in no one line."""
    yield f"label of {part.name}", part.label, r"\blabel\b"
    for entries in choice_lists(part):
        for entry in entries:
            yield f"option of {part.name}", str(entry["text"]), r"\b(?:options?|left|right|steps)\b"
    for mistake in part.misconceptions:
        yield f"sentence of {mistake.code}", mistake.sentence, code_pattern(mistake.code)
    kind = answer_type(part.type)
    if isinstance(kind, SelfMarked):
        comparison = kind.self_check(kind.model_answer(part.key), part.key)
        for text in (comparison.model, *(point.text for point in comparison.points)) if comparison else ():
            yield f"model answer of {part.name}", text, r"\bpoints\b"
