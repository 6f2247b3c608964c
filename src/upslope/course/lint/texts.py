"""Markdown taken apart for the rules: whole files, words inside figures, and passages of a variant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError
from upslope.course.figures import readouts
from upslope.course.lesson_loader import figure_sources
from upslope.course.lint.rule import Text
from upslope.course.placeholders import PLACE
from upslope.course.prose import read_tokens
from upslope.course.question_loader import Passage
from upslope.course.schema import Course, FigureSource


def make_text(course: Course, body: str, path: Path, line: int) -> Text:
    """Return Markdown whose first line is ``line`` of a file. Raises ContentError."""
    tokens = tuple(read_tokens(body))
    lines = tuple(range(line, line + body.count("\n") + 1))
    return Text(course, path, body, tokens, tuple(figure_sources(tokens, path, line)), lines)


def filled_text(course: Course, passage: Passage, filled: str, path: Path) -> Text:
    """Return a passage of a question with the values of one variant in its places. Raises ContentError."""
    text, lines = make_text(course, filled, path, passage.line), written_lines(passage, filled)
    figures = tuple(replace(figure, line=lines[figure.line - passage.line]) for figure in text.figures)
    return replace(text, lines=lines, figures=figures)


def written_lines(passage: Passage, filled: str) -> tuple[int, ...]:
    """Return, for each line of a filled passage, the line of the file that it was written on.

    A place that is filled with many lines keeps them all.
    """
    patterns = [_pattern(line) for line in passage.text.split("\n")]
    at = next((number for number, pattern in enumerate(patterns) if pattern.pattern), 0)
    lines: list[int] = []
    for number, line in enumerate(filled.split("\n")):
        if number and at + 1 < len(patterns) and patterns[at + 1].fullmatch(line.strip()):
            at += 1
        lines.append(passage.line + at)
    return tuple(lines)


def figure_texts(text: Text) -> Iterator[Text]:
    """Yield the words inside each figure, every one with the state of the figure that it stands beside.

    Figures that cannot be drawn are left out: reading the lesson finds them.
    """
    for figure in text.figures:
        if is_drawable(figure):
            for words, state in _told(figure.spec):
                line = _line_in_fence(text, figure, words)
                inside = {**figure.spec, "state": state}
                yield replace(make_text(text.course, words, text.path, line), inside=inside)


def is_drawable(figure: FigureSource) -> bool:
    """Whether the figure can be read and drawn."""
    try:
        readouts(figure.spec)
    except ContentError:
        return False
    return True


def _told(spec: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each piece of Markdown in a figure; a step of the walkthrough goes on from the one before."""
    state = dict(spec.get("state", {}))
    task = spec.get("task", {})
    for words in (spec.get("caption"), task.get("say"), task.get("done")):
        if words:
            yield str(words), dict(state)
    for step in spec.get("walkthrough", ()):
        state.update(step.get("state", {}))
        yield str(step.get("say", "")), dict(state)


def _line_in_fence(text: Text, figure: FigureSource, words: str) -> int:
    """TOML writes a backslash twice, so only what stands before the first one is looked for."""
    start = text.lines.index(figure.line)
    plain = re.split(r"[\\\"\n]", words)[0]
    return text.line_of_words(plain, start) if plain else figure.line


def _pattern(line: str) -> re.Pattern[str]:
    pieces = PLACE.split(line.strip())[::2]  # the names of the places stand between the pieces
    return re.compile(".*".join(map(re.escape, pieces)))
