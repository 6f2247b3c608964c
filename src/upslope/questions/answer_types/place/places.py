"""Points as text: ``x y; x y; …``, what a learner types and what the picture writes while they drag."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import hypot

from upslope.questions.score import NotGradable

Place = tuple[float, float]
Places = tuple[Place, ...]
View = Sequence[float]
"""The window: left, right, bottom, top."""

NUMBER = r"[-+]?(?:\d{1,15}(?:\.\d{0,12})?|\.\d{1,12})"
POINT = re.compile(rf"[(\[]?\s*({NUMBER})(?:\s*,\s*|\s+)({NUMBER})\s*[)\]]?")
LONGEST = 2000
SHAPE = "Write two numbers for each point, x before y, and a semicolon between points: 1.2 -0.5; 3 4."


def read_places(text: str) -> Places | NotGradable:
    """Return the points in ``text``; brackets, commas inside a point and a true minus sign are fine."""
    plain = text[:LONGEST].replace("\N{MINUS SIGN}", "-").strip().rstrip(";")
    if not plain.strip():
        return NotGradable("Nothing is placed yet.", "Put it on the picture, or type its coordinates.")
    found: list[Place] = []
    for piece in plain.split(";"):
        point = POINT.fullmatch(piece.strip())
        if point is None:
            return NotGradable(f"I could not read “{piece.strip()[:40]}” as a point.", SHAPE)
        found.append((float(point[1]), float(point[2])))
    return tuple(found)


def places_text(places: Iterable[Sequence[float]]) -> str:
    """Return points as text that ``read_places`` reads, to six digits: for an answer or a mistake's."""
    return "; ".join(f"{_digits(x)} {_digits(y)}" for x, y in places)


def place_latex(place: Place) -> str:
    """Return a point as ``(x, y)``."""
    return f"({_digits(place[0])}, {_digits(place[1])})"


def apart(one: Place, other: Place, view: View) -> float:
    """Return how far apart two points lie on the picture, where its width and its height are both 1."""
    left, right, bottom, top = view
    return hypot((one[0] - other[0]) / (right - left), (one[1] - other[1]) / (top - bottom))


def is_inside(place: Place, view: View) -> bool:
    """Whether the point lies in the window, its edges included."""
    left, right, bottom, top = view
    return left <= place[0] <= right and bottom <= place[1] <= top


def _digits(number: float) -> str:
    return f"{Decimal(f'{round(float(number), 12) + 0.0:.6g}'):f}"
