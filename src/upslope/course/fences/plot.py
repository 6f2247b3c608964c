"""A still picture: the JSON of ``Plot.to_json``, put into a question by ``{{name}}``."""

import json
from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.plots.svg import plot_svg
from upslope.questions.plot import plot_from_json


def render(content: str, path: Path, line: int) -> str:
    """Return the picture as SVG. Raises ContentError."""
    try:
        return plot_svg(plot_from_json(json.loads(content))) + "\n"
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError(
            path, line, f"This plot cannot be read: {error}.", "Insert a plot with {{name}}."
        ) from None
