"""The boxes of a lesson: ``::: result`` to ``:::``."""

from collections.abc import Callable
from pathlib import Path

from markdown_it.token import Token

from upslope.course.errors import ContentError

TITLES = {
    "result": "The result",
    "trap": "A trap",
    "example": "An example",
    "machine-learning": "Where machine learning uses this",
    "note": "",
    "predict": "",
}


def box_name(token: Token) -> str:
    """Return the name after the colons of a box's opening token."""
    return token.info.split()[0]


def open_box(token: Token, render_title: Callable[[str], str], path: Path, line: int) -> str:
    """Return the opening tags of a box with its title. Raises ContentError for a box that does not exist."""
    name, _, title = token.info.strip().partition(" ")
    if name not in TITLES:
        raise ContentError(path, line, f"No box is called {name!r}.", f"There are: {', '.join(TITLES)}.")
    heading = render_title(title.strip() or TITLES[name])
    if name == "predict":
        if not heading:
            raise ContentError(
                path, line, "This box asks nothing.", "Write its question after the word predict."
            )
        return f'<details class="box predict"><summary>{heading}</summary>\n'
    if name == "note":
        return '<div class="note" role="note">\n' + (f"<strong>{heading}</strong>\n" if heading else "")
    return f'<section class="box {name}">\n<h3>{heading}</h3>\n'


def close_box(opening: Token, closing: Token, path: Path, line: int) -> str:
    """Return the closing tag of a box. Raises ContentError when its ``:::`` was never written."""
    if set(closing.markup.strip()) != {":"}:
        raise ContentError(
            path, line, f"The box {box_name(opening)!r} is never closed.", "End it with a line :::"
        )
    return {"predict": "</details>\n", "note": "</div>\n"}.get(box_name(opening), "</section>\n")
