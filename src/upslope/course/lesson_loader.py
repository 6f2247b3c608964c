"""Reads lesson.md into a Lesson whose checkpoints are places for questions."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from markdown_it.token import Token

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.markdown import FENCES, GALLERY_FENCES, render_inline
from upslope.course.own_problem import own_problem
from upslope.course.prose import FenceRenderer, read_tokens, render_tokens
from upslope.course.schema import (
    CheckpointChunk,
    Chunk,
    Course,
    FigureSource,
    HtmlChunk,
    Item,
    Lesson,
    has_question,
)
from upslope.course.source import line_of, parse_toml, read_page, read_text
from upslope.course.table import Table


def lesson_file(item: Item) -> Path:
    """Return the path of the item's lesson.md. Raises NoSuchItem while the item is coming."""
    if item.path is None:
        raise NoSuchItem(f"{item.full_id} is not written yet.")
    return item.path / "lesson.md"


def load_lesson(course: Course, item: Item) -> Lesson:
    """Return the lesson of ``item`` as HTML in sections.

    Raises ContentError, or NoSuchItem while it is coming.
    """
    path = lesson_file(item)
    page = read_page(path)
    front = Table(page.front, path, 1, "the front matter")
    lede_line = line_of(read_text(path), r"^\s*lede\b")
    lede = render_inline(front.text("lede"), path, lede_line)
    words, skills = front.texts("words", ()), front.texts("skills", ())
    title = front.text("title", item.title)
    flash = tuple(_question(name, path, 1, item) for name in front.texts("flash", ()))
    front.finish()
    tokens = read_tokens(page.body)
    fences = GALLERY_FENCES if course.is_gallery else FENCES
    return Lesson(
        title=title,
        lede=lede,
        words=words,
        skills=skills,
        sections=tuple(_sections(tokens, path, page.body_line, item, fences)),
        figures=tuple(figure_sources(tokens, path, page.body_line)),
        flash=flash,
    )


def figure_sources(tokens: Sequence[Token], path: Path, line: int) -> list[FigureSource]:
    """Return the table and line of every figure fence. Raises ContentError for TOML that cannot be read."""
    sources: list[FigureSource] = []
    for token in tokens:
        if token.type == "fence" and token.info.strip() == "figure":
            opened = line + int(token.meta["line"])
            sources.append(FigureSource(parse_toml(token.content, path, opened + 1), opened))
    return sources


def _sections(
    tokens: Sequence[Token], path: Path, line: int, item: Item, fences: Mapping[str, FenceRenderer]
) -> list[Chunk]:
    sections: list[Chunk] = []
    start = 0
    asking = 0
    for place, token in enumerate(tokens):
        name = token.info.strip() if token.type == "fence" else ""
        opened = line + int(token.meta["line"])
        if name == "checkpoint":
            sections.append(HtmlChunk(render_tokens(tokens[start:place], path, line, fences)))
            sections.append(_checkpoint(token, path, opened, item))
            start = place + 1
        elif name == "worked-example" and (own := own_problem(token, path, opened, f"own-{asking + 1}")):
            sections.append(HtmlChunk(render_tokens(tokens[start : place + 1], path, line, fences)))
            sections.append(own)
            start, asking = place + 1, asking + 1
    sections.append(HtmlChunk(render_tokens(tokens[start:], path, line, fences)))
    return [chunk for chunk in sections if not isinstance(chunk, HtmlChunk) or chunk.html.strip()]


def _checkpoint(token: Token, path: Path, line: int, item: Item) -> CheckpointChunk:
    name = token.content.strip()
    if token.level:
        raise ContentError(
            path, line, "A checkpoint stands inside a box.", "Move it below the end of the box."
        )
    return CheckpointChunk(_question(name, path, line, item))


def _question(name: str, path: Path, line: int, item: Item) -> str:
    """The id of a question in the lesson's folder."""
    if not has_question(path.parent, name):
        raise ContentError(
            path,
            line,
            f"This lesson has no question {name!r}.",
            f"Write questions/{name or 'name'}/question.md.",
        )
    return f"{item.full_id}/{name}"
