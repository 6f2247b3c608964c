"""The table that names every symbol of a result, with its shape."""

from html import escape
from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.prose import render_inline, tex

HEADINGS = "".join(f'<th scope="col">{words}</th>' for words in ("Symbol", "What it is", "Shape"))


def render(content: str, path: Path, line: int) -> str:
    """Return the table written as lines ``LaTeX | meaning | shape``. Raises ContentError."""
    rows: list[str] = []
    for number, text in enumerate(content.split("\n"), line + 1):
        if not text.strip():
            continue
        cells = [cell.strip() for cell in text.split(" | ")]
        if len(cells) != 3 or not all(cells):
            raise ContentError(
                path,
                number,
                f"{text.strip()!r} is not three cells.",
                "Write: LaTeX | meaning | shape, with spaces round the bars.",
            )
        symbol, meaning, shape = cells
        rows.append(
            f"<tr><td>{tex(symbol)}</td><td>{render_inline(meaning, path, number)}</td>"
            f"<td>{escape(shape, quote=False)}</td></tr>\n"
        )
    if not rows:
        raise ContentError(path, line, "This table of symbols is empty.", "Give each symbol a line.")
    head, body = f"<thead><tr>{HEADINGS}</tr></thead>", f"<tbody>\n{''.join(rows)}</tbody>"
    return f'<table class="symbols">\n{head}\n{body}\n</table>\n'
