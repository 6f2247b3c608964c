"""The tables that say what symbols mean: in a result with their shape, in the notation with their sound."""

from pathlib import Path

from upslope.course.fences.rows import rows, table
from upslope.course.prose import render_inline, tex


def render(content: str, path: Path, line: int) -> str:
    """Return the table written as lines ``LaTeX | meaning | shape``. Raises ContentError."""
    body = "".join(
        f"<tr><td>{tex(symbol)}</td><td>{render_inline(meaning, path, number)}</td>"
        f"<td>{_whole(render_inline(shape, path, number))}</td></tr>\n"
        for number, (symbol, meaning, shape) in rows(content, path, line, "LaTeX | meaning | shape")
    )
    return table("symbols", ("Symbol", "What it is", "Shape"), body)


def render_notation(content: str, path: Path, line: int) -> str:
    """Return the table written as lines ``LaTeX | read aloud | meaning``. Raises ContentError."""
    body = "".join(
        f"<tr><td>{tex(symbol)}</td><td>{render_inline(sound, path, number)}</td>"
        f"<td>{render_inline(meaning, path, number)}</td></tr>\n"
        for number, (symbol, sound, meaning) in rows(content, path, line, "LaTeX | read aloud | meaning")
    )
    return table("symbols notation", ("Written", "Read aloud", "What it means"), body)


def _whole(shape: str) -> str:
    """Return ``shape`` with each "2 × 1" in one piece, so that no line ends inside it."""
    return shape.replace(" × ", "\u00a0×\u00a0")
