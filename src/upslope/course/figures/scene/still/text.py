"""Words beside points."""

import re
from dataclasses import dataclass
from html import escape

from upslope.course.figures.numbers import number_text
from upslope.course.figures.scene.moment import Moment, Values
from upslope.course.figures.scene.primitives import Live, Text, Words
from upslope.course.figures.scene.still.pane import Pane
from upslope.course.figures.scene.still.pen import tenths

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

PIECE = re.compile(r"([_^])(\{[^{}]*\}|\d+|\w)|([^_^]+)")
MARKS, SHIFTS = re.compile("[_^{}]"), {"_": 4, "^": -7}
RUN = re.compile(r"\b(?:sin|cos|tan|exp|ln)\b|[A-Za-z]")
FORMULA = re.compile(r"[A-Za-z]′?(\([A-Za-z]\))?")
SIZE, LETTER_SIZE, WIDE = 13.0, 19.0, 0.56
"""Pixels, and how wide a letter is on average as a part of its size."""

BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


def draw(item: Text, rows: list[Values], moment: Moment, pane: Pane) -> list[str]:
    """Return the words for each row whose point is in the window."""
    return [_text(item, row, moment, pane) for row in rows]


def boxes(item: Text, rows: list[Values], moment: Moment, pane: Pane) -> list[Box]:
    """Return what the words of all rows cover."""
    placed = (_placed(item, row, moment, pane) for row in rows)
    return [each.box for each in placed if each]


@dataclass(frozen=True)
class _Placed:
    words: str
    left: float
    baseline: float
    width: float
    size: float

    @property
    def box(self) -> Box:
        return self.left, self.baseline - self.size, self.left + self.width, self.baseline + 0.3 * self.size


def _placed(item: Text, row: Values, moment: Moment, pane: Pane) -> _Placed | None:
    """Return where the words of a row stand, moved inside the picture; None where that is out of view."""
    x, y = (float(pixel) for pixel in pane.at(*(moment.number(tree, row) for tree in item.at)))
    if not pane.holds(x, y):
        return None
    words = said(item.text, row, moment)
    size = LETTER_SIZE if item.letters or FORMULA.fullmatch(words) else SIZE
    width = WIDE * size * len(MARKS.sub("", words))
    left = x + item.dx - width * BEFORE[item.anchor]
    inside = min(max(left, 3), max(pane.frame.width - width - 3, 3))
    return _Placed(words, inside, min(max(y + item.dy, size), pane.frame.height - 4), width, size)


def _text(item: Text, row: Values, moment: Moment, pane: Pane) -> str:
    placed = _placed(item, row, moment, pane)
    if placed is None:
        return ""
    x = placed.left + placed.width * BEFORE[item.anchor]
    return text_svg(placed.words, x, placed.baseline, item.anchor, item.letters)


def said(words: Words, row: Values, moment: Moment) -> str:
    """Return the text with its numbers as they are."""
    return "".join(
        number_text(moment.number(piece.tree, row), piece.digits) if isinstance(piece, Live) else piece
        for piece in words
    )


def text_svg(words: str, x: float, y: float, anchor: str, letters: bool = False) -> str:
    """Return words at a pixel; what is a formula in the letters of formulas."""
    if not letters and not FORMULA.fullmatch(words):
        return plain_svg(words, x, y, anchor)
    inside = _in_letters(escape(words, quote=False))
    return f'<text class="letter" x="{tenths(x)}" y="{tenths(y)}" text-anchor="{anchor}">{inside}</text>'


def plain_svg(words: str, x: float, y: float, anchor: str) -> str:
    """Return words at a pixel, whatever they are."""
    inside = escape(words, quote=False)
    return f'<text x="{tenths(x)}" y="{tenths(y)}" text-anchor="{anchor}">{inside}</text>'


def _in_letters(inside: str) -> str:
    """Return letters italic, and what stands behind _ lowered, behind ^ raised: ``x_0``, ``e^{2x}``."""
    drawn, now = "", 0
    for found in PIECE.finditer(inside):
        mark, shifted, plain = found.groups()
        if mark is None:
            down, look, words = 0, "back", RUN.sub(_italic, plain)
        else:
            plain = shifted.strip("{}")
            words = RUN.sub(_italic, plain) if mark == "^" else plain
            down, look = SHIFTS[mark], "index"
        drawn += words if down == now else f'<tspan class="{look}" dy="{down - now}">{words}</tspan>'
        now = down
    return drawn


def _italic(run: re.Match[str]) -> str:
    return f"<tspan>{run[0]}</tspan>" if len(run[0]) == 1 else run[0]
