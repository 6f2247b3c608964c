"""Tables that are written one row a line, their cells between bars."""

from collections.abc import Iterator
from pathlib import Path

from upslope.course.errors import ContentError


def rows(content: str, path: Path, line: int, shape: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the cells of every row. ``shape`` is a row in words: ``LaTeX | meaning | shape``.

    Raises ContentError for a row with more or fewer cells, or an empty one, and for a table without rows.
    """
    count, is_empty = shape.count(" | ") + 1, True
    for number, text in enumerate(content.split("\n"), line + 1):
        if not text.strip():
            continue
        is_empty = False
        cells = [cell.strip() for cell in text.split(" | ")]
        if len(cells) != count or not all(cells):
            raise ContentError(
                path,
                number,
                f"{text.strip()!r} is not {count} cells.",
                f"Write: {shape}, with spaces round the bars.",
            )
        yield number, cells
    if is_empty:
        raise ContentError(path, line, "This table is empty.", f"Write a line for each row: {shape}.")


def table(name: str, headings: tuple[str, ...], body: str) -> str:
    """Return the HTML of a table of a class, with a row of headings above rows that are HTML already."""
    head = "".join(f'<th scope="col">{words}</th>' for words in headings)
    return f'<table class="{name}">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n'
