"""A sketch as text: ``-2 3.1, -1.9 2.95; 0.1 5, 0.2 4.4``. Points by commas, pieces by semicolons."""

import math
import re
from collections.abc import Iterable, Sequence

from upslope.questions.score import NotGradable

Point = tuple[float, float]
Pieces = Sequence[Sequence[Point]]
View = tuple[float, float, float, float]
"""Left, right, bottom, top."""

LONGEST = 20_000  # characters, as long as a page sends
WORD = re.compile(r"[^\s,;()]+|;")
NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})")
EXAMPLE = (
    "Write every point as two numbers, x and then y, and put commas between the points: 0 1.5, 1 2, 2 0."
)
OUTSIDE = 2.0  # window heights that a point may lie above or below the window, as near a pole
BESIDE = 0.01  # window widths that a point may lie left or right of it


def read_points(text: str, view: View) -> Pieces | NotGradable:
    """Return the pieces in the order they were drawn.

    Commas, spaces, line ends and round brackets separate numbers alike, so ``(0, 1) (1, 2)`` is read, too.
    """
    text = text[:LONGEST].replace("\N{MINUS SIGN}", "-")
    pieces: list[list[float]] = [[]]
    for word in WORD.finditer(text):
        if word[0] == ";":
            pieces.append([])
        elif NUMBER.fullmatch(word[0]):
            pieces[-1].append(float(word[0]))
        else:
            return NotGradable(f"I cannot read “{word[0][:20]}” as a number.", EXAMPLE, word.start())
    if any(len(numbers) % 2 for numbers in pieces):
        return NotGradable("One of the numbers stands alone: a point needs two.", EXAMPLE)
    points = [list(zip(numbers[::2], numbers[1::2], strict=True)) for numbers in pieces if numbers]
    stray = next((point for piece in points for point in piece if not _is_near(point, view)), None)
    return points if stray is None else _stray(stray, view)


def write_points(pieces: Pieces, view: View) -> str:
    """Return the text that ``read_points`` reads, rounded to a few thousandths of the window."""
    left, right, bottom, top = view
    across, up = _decimals(right - left), _decimals(top - bottom)
    return "; ".join(
        ", ".join(f"{_short(x, across)} {_short(y, up)}" for x, y in piece) for piece in pieces if piece
    )


def is_points(text: str) -> bool:
    """Whether an author's text is points rather than a formula: only points are separated by signs."""
    return any(sign in text for sign in ",;\n")


def as_pieces(data: Iterable[Iterable[Sequence[float]]]) -> Pieces:
    """Return an author's nested lists as pieces. Raises ValueError for a point that is not two numbers."""
    return [[(float(x), float(y)) for x, y in piece] for piece in data]


def _is_near(point: Point, view: View) -> bool:
    (x, y), (left, right, bottom, top) = point, view
    aside, beyond = BESIDE * (right - left), OUTSIDE * (top - bottom)
    return left - aside <= x <= right + aside and bottom - beyond <= y <= top + beyond


def _stray(point: Point, view: View) -> NotGradable:
    left, right, bottom, top = (f"{edge:g}" for edge in view)
    return NotGradable(
        f"The point ({point[0]:g}, {point[1]:g}) lies outside the window.",
        f"It goes from {left} to {right} across and from {bottom} to {top} upwards. End the curve there.",
    )


def _decimals(span: float) -> int:
    return max(0, math.ceil(-math.log10(span / 2000)))


def _short(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
