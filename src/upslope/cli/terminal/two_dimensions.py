"""Maths in several lines of text: fractions with a line, matrices with tall brackets."""

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from upslope.cli.terminal.latex_pieces import (
    Brackets,
    Fraction,
    Grid,
    Piece,
    Root,
    Row,
    Script,
    Text,
    read_latex,
)
from upslope.cli.terminal.one_line import row_in_one_line, scripted

_TALL = {
    sign: (pieces[0], pieces[1], pieces[2])
    for sign, pieces in {"(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "|": "│││", "‖": "║║║"}.items()
}


@dataclass(frozen=True)
class Box:
    """Lines of one width; ``baseline`` is the index of the line on which neighbours stand."""

    lines: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """How many characters wide it is."""
        return len(self.lines[0])

    def beside(self, other: "Box") -> "Box":
        """Return this box with another to its right, both on one baseline."""
        up = max(self.baseline, other.baseline)
        down = max(len(self.lines) - self.baseline, len(other.lines) - other.baseline)
        left, right = self._padded(up, down), other._padded(up, down)
        return Box(tuple(a + b for a, b in zip(left, right, strict=True)), up)

    def _padded(self, up: int, down: int) -> list[str]:
        blank = " " * self.width
        above = [blank] * (up - self.baseline)
        return [*above, *self.lines, *([blank] * (down - len(self.lines) + self.baseline))]


def in_two_dimensions(latex: str) -> Box:
    """Return a formula set as a box of text."""
    return _row(read_latex(latex))


def _row(row: Row) -> Box:
    boxes: list[Box] = []
    for before, piece in pairwise((None, *row)):
        box = _piece(piece) if piece else Box(("",))
        if isinstance(piece, Script) and piece.raised and boxes and len(boxes[-1].lines) > 1:
            if isinstance(before, Script):
                box = _above(box, boxes.pop())
            else:
                box = Box(box.lines, box.baseline + boxes[-1].baseline)  # on the shoulder of what is tall
        boxes.append(box)
    return reduce(Box.beside, boxes, Box(("",)))


def _above(raised: Box, lowered: Box) -> Box:
    """What is raised over what is lowered, where one sign carries both: the ends of a sum."""
    width = max(raised.width, lowered.width)
    lines = (*raised.lines, *lowered.lines[lowered.baseline + 1 :])
    return Box(tuple(line.ljust(width) for line in lines), raised.baseline)


def _piece(piece: Piece) -> Box:
    match piece:
        case Text(text=text):
            return Box((text,))
        case Fraction(above=above, below=below):
            return _fraction(_row(above), _row(below))
        case Script(inside=inside, raised=raised):
            return _script(inside, raised)
        case Brackets(opening=opening, inside=inside, closing=closing):
            return _bracketed(opening, _row(inside), closing)
        case Grid(rows=rows, bracketed=True):
            return _bracketed("[", _grid(rows, centred=True, gap="  "), "]")
        case Grid(rows=rows):
            return _grid(rows, centred=False, gap=" ")
        case Root():
            return Box((row_in_one_line((piece,)),))


def _fraction(above: Box, below: Box) -> Box:
    width = max(above.width, below.width)
    lines = (*_centred(above, width), "─" * width, *_centred(below, width))
    return Box(lines, len(above.lines))


def _centred(box: Box, width: int) -> list[str]:
    return [line.center(width) for line in box.lines]


def _script(inside: Row, raised: bool) -> Box:
    small = scripted(row_in_one_line(inside), raised)
    if small is not None:
        return Box((small,))
    box = _row(inside)
    blank = " " * box.width
    return Box((*box.lines, blank), len(box.lines)) if raised else Box((blank, *box.lines), 0)


def _bracketed(opening: str, inside: Box, closing: str) -> Box:
    left, right = (_bracket(sign, inside) for sign in (opening, closing))
    return left.beside(inside).beside(right)


def _bracket(sign: str, inside: Box) -> Box:
    height = len(inside.lines)
    if height == 1 or sign not in _TALL:
        return Box((sign,))
    top, middle, bottom = _TALL[sign]
    return Box((top, *[middle] * (height - 2), bottom), inside.baseline)


def _grid(rows: tuple[tuple[Row, ...], ...], centred: bool, gap: str) -> Box:
    boxes = [[_row(cell) for cell in row] for row in rows]
    columns = max(len(row) for row in boxes)
    for row in boxes:
        row.extend([Box(("",))] * (columns - len(row)))
    widths = [max(row[column].width for row in boxes) for column in range(columns)]
    lines: list[str] = []
    for row in boxes:
        cells = [_as_wide(box, width, centred) for box, width in zip(row, widths, strict=True)]
        lines.extend(reduce(lambda left, right: left.beside(Box((gap,))).beside(right), cells).lines)
    return Box(tuple(lines), (len(lines) - 1) // 2)


def _as_wide(box: Box, width: int, centred: bool) -> Box:
    fill = str.center if centred else str.ljust
    return Box(tuple(fill(line, width) for line in box.lines), box.baseline)
