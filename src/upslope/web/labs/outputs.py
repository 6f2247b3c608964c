"""What a cell printed and drew: made small enough to keep, then made safe to show."""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from upslope.grading.session import Output
from upslope.web.labs.error_words import plain_error
from upslope.web.labs.tables import plain_table
from upslope.web.storable import storable

MOST_TEXT = 64 * 1024
MOST_PICTURE = 400 * 1024
MOST_LINES = 40  # a longer text is folded after
FIRST_LINES = 20

Stored = dict[str, str]


@dataclass(frozen=True)
class Shown:
    """One output as the template shows it: ``text`` is escaped there, ``html`` is already safe.

    ``rest`` is what is folded away of a long text.
    """

    kind: str
    text: str = ""
    html: str = ""
    source: str = ""
    rest: str = ""

    @property
    def rest_lines(self) -> int:
        """How many lines are folded away."""
        return self.rest.count("\n") + 1


def kept(outputs: Iterable[Output]) -> list[Stored]:
    """Return outputs as JSON, with text cut at 64 KiB in all and pictures that are too large left out."""
    stored: list[Stored] = []
    text_left = MOST_TEXT
    picture_left = MOST_PICTURE
    for output in outputs:
        said = storable(output.data)
        if output.kind == "svg":
            if len(said) > picture_left:
                stored.append(_note("This plot is too detailed to show here. Draw fewer points."))
                continue
            picture_left -= len(said)
            stored.append({"kind": "svg", "data": said})
            continue
        words = plain_error(said) if output.kind == "error" else said
        data = _cut(words, text_left)
        text_left -= len(data.encode())
        if data:
            stored.append({"kind": output.kind, "data": data})
        if len(data) < len(words):
            stored.append(_note("There was more. The page keeps the first 64 KiB."))
            break
    return stored


def shown(stored: Sequence[Stored], number: int) -> list[Shown]:
    """Return stored outputs for the page. A plot becomes a picture's address, so scripts in it sleep."""
    return [_shown(output, number) for output in stored]


def notebook_outputs(stored: Sequence[Stored]) -> list[dict[str, Any]]:
    """Return stored outputs in the form that Jupyter keeps in a notebook (nbformat 4.5)."""
    return [_notebook_output(output) for output in stored]


def _cut(text: str, room: int) -> str:
    return text.encode()[:room].decode(errors="ignore")


def _note(sentence: str) -> Stored:
    return {"kind": "note", "data": sentence}


def _shown(output: Stored, number: int) -> Shown:
    kind, data = output["kind"], output["data"]
    if kind == "svg":
        address = "data:image/svg+xml;base64," + base64.b64encode(data.encode()).decode("ascii")
        return Shown("plot", text=f"Plot drawn by code cell {number}", source=address)
    if kind == "html":
        return Shown("table", html=plain_table(data))
    return _folded(data) if kind == "text" else Shown(kind, text=data)


def _folded(text: str) -> Shown:
    """Return a long text with all but its first lines folded away."""
    lines = text.rstrip("\n").split("\n")
    if len(lines) <= MOST_LINES:
        return Shown("text", text=text)
    return Shown("text", text="\n".join(lines[:FIRST_LINES]), rest="\n".join(lines[FIRST_LINES:]))


def _notebook_output(output: Stored) -> dict[str, Any]:
    kind, data = output["kind"], output["data"]
    if kind == "svg":
        return {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": data}}
    if kind == "html":
        return {"output_type": "display_data", "metadata": {}, "data": {"text/html": data}}
    if kind == "error":
        return {"output_type": "error", "ename": "Error", "evalue": data, "traceback": [data]}
    return {"output_type": "stream", "name": "stdout", "text": data}
