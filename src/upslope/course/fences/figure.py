"""A figure: the fence's TOML, handed to the figure's own file."""

from pathlib import Path

from upslope.course import figures
from upslope.course.source import parse_toml


def render(content: str, path: Path, line: int) -> str:
    """Return the HTML of the figure whose table is ``content``. Raises ContentError."""
    return figures.render(parse_toml(content, path, line + 1), path, line)
