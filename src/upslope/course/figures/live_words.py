"""The sentence that tells a figure's state to those who do not see it: ``The slope is {slope:3}.``"""

import re
from collections.abc import Sequence
from html import escape

from upslope.course.figures.abilities import HasWords
from upslope.course.figures.drawing import Drawing
from upslope.course.table import Table

PLACE = re.compile(r"\{([^{}]*)\}")
FILLABLE = re.compile(r"([A-Za-z]\w*)(:\d)?")


def read_words(table: Table, drawing: Drawing, readouts: Sequence[str]) -> str:
    """Return the author's sentence, else the kind's own; empty when neither has one. Raises ContentError."""
    if not table.has("words"):
        return drawing.words if isinstance(drawing, HasWords) else ""
    words = table.text("words")
    for place in PLACE.findall(words):
        found = FILLABLE.fullmatch(place)
        if found is None or found[1] not in readouts:
            raise table.complain(
                f"In {table.what}, words has a place {{{place}}}, and nothing can be put there.",
                f"Write a read-out, with decimals if you like: {{{readouts[0]}}} or {{{readouts[0]}:3}}. "
                f"There are: {', '.join(readouts)}.",
            )
    return words


def render_tools(words: str) -> str:
    """Return the row below a figure's card: the way back, a link, and the words (unseen, but read aloud)."""
    said = f' data-words="{escape(words, quote=True)}"' if words else ""
    return (
        f'<figure-tools><p class="visually-hidden" aria-live="polite"{said}></p>'
        '<button type="button" class="quiet" data-do="reset">Reset</button>'
        '<button type="button" class="quiet" data-do="link">Copy link</button></figure-tools>\n'
    )
