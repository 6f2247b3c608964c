"""A figure of the gallery: with the text of its fence below it, which is how one writes it."""

from html import escape
from pathlib import Path

from upslope.course.fences import figure


def render(content: str, path: Path, line: int) -> str:
    """Return the HTML of the figure whose table is ``content``, and of that table. Raises ContentError."""
    code = escape(f"```figure\n{content}```", quote=False)
    return (
        f"{figure.render(content, path, line)}"
        '<details class="figure-source wide" open><summary>How it is written</summary>\n'
        f"<pre><code>{code}</code></pre>\n</details>\n"
    )
