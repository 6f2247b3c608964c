"""Reads glossary.md: one second-level heading a word."""

import re

from upslope.course.errors import ContentError
from upslope.course.markdown import render
from upslope.course.prose import slug
from upslope.course.schema import Course, Word
from upslope.course.source import read_text

HEADING = re.compile(r"## +(?P<term>.*?)\s*(?:\{#(?P<id>[a-z0-9-]+)\})?\s*")


def load_glossary(course: Course) -> tuple[Word, ...]:
    """Return the words of the course in the order of glossary.md. Raises ContentError."""
    path = course.path / "glossary.md"
    words: list[Word] = []
    for heading, start, text in _entries(read_text(path)):
        found = HEADING.fullmatch(heading)
        if found is None or not text.strip():
            raise ContentError(
                path, start, f"{heading!r} explains nothing.", "Write ## word, then what it means."
            )
        word_id = found["id"] or slug(found["term"])
        if any(word.id == word_id for word in words):
            raise ContentError(
                path, start, f"Two words have the id {word_id!r}.", "Keep one, or give one an {#id}."
            )
        words.append(Word(word_id, found["term"], render(text, path, start + 1)))
    return tuple(words)


def _entries(text: str) -> list[tuple[str, int, str]]:
    """Return heading, line and body of every entry; what stands above the first heading is for authors."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    ends = [*starts[1:], len(lines)]
    return [
        (lines[start], start + 1, "\n".join(lines[start + 1 : end]))
        for start, end in zip(starts, ends, strict=False)
    ]
