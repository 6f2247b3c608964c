"""Words in the colour of their role, live numbers, computed numbers: ``[text]{…}``."""

from html import escape
from pathlib import Path

from markdown_it.token import Token

from upslope.course.errors import ContentError

ROLES = ("x", "y", "step", "slope", "error")


def open_span(token: Token, path: Path, line: int) -> str:
    """Return the opening tag for a ``[…]{…}`` token. Raises ContentError for what braces cannot hold."""
    attributes = dict(token.attrs)
    classes = str(attributes.pop("class", "")).split()
    live = str(attributes.pop("live", ""))
    part = str(attributes.pop("part", ""))
    attributes.pop("calc", None)
    for name in attributes:
        raise ContentError(
            path, line, f"Braces cannot hold {name!r}.", "They hold .role-…, part=, live= and calc=."
        )
    for name in classes:
        if name not in {f"role-{role}" for role in ROLES}:
            raise ContentError(
                path,
                line,
                f"There is no colour role .{name}.",
                f"The roles are: .role-{', .role-'.join(ROLES)}.",
            )
    if not part and classes and not live:
        part = classes[0].removeprefix("role-")
    figure, _, readout = live.rpartition(":")
    written = {"class": " ".join(classes), "data-part": part, "data-live": readout, "data-figure": figure}
    return "<span" + "".join(f' {name}="{escape(value)}"' for name, value in written.items() if value) + ">"
