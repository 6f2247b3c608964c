"""The lowest place of a straight fence beside a stretched hollow, marked on its map."""

import numpy as np

from upslope.maths import Equation, lagrange_multipliers, number, parse
from upslope.questions import Curve, Dot, Draw, Misconception, contour_plot, place_points_part, places_text

Pair = tuple[int, int]
Shape = tuple[Pair, Pair, int]
Place = tuple[Pair, Pair, Pair, Pair]
VIEW = (-4.0, 4.0, -4.0, 4.0)
NAMES = ("x", "y")
NEAREST = (
    "That is the place of the fence nearest to the bottom. The hollow is stretched, so near is not low: the "
    "fence still crosses contours there."
)
BOTTOM = "That is the bottom of the hollow, and the fence does not run through it. Stay on the fence."
# the fence's own direction across, how steep the hollow is along x and y, how far off the bottom lies
SHAPES = [
    (normal, steep, far)
    for normal in ((1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1))
    for steep in ((1, 3), (3, 1), (1, 4), (4, 1))
    for far in (-max(steep), max(steep))
]


def generate(rng: np.random.Generator) -> Draw:
    """Return a(x − p)² + b(y − q)² and a line that touches its contour at whole numbers."""
    (n, m), (a, b), (u, w), (p, q) = PLACES[int(rng.integers(len(PLACES)))]
    f = parse(f"{_square(a, 'x', p)} + {_square(b, 'y', q)}", NAMES)
    g = parse(f"{n if n != 1 else ''}x {'+' if m > 0 else '-'} {abs(m) if abs(m) != 1 else ''}y", NAMES)
    c = n * u + m * w
    away = (n * p + m * q - c) / (n * n + m * m)
    nearest = (p - away * n, q - away * m)
    height = a * (u - p) ** 2 + b * (w - q) ** 2
    alt = (
        f"Contour lines round a bottom at ({p}, {q}), stretched {'sideways' if a < b else 'upwards'}. Beside "
        f"it a straight line, on which {g} = {c}."
    )
    picture = contour_plot(
        f,
        VIEW,
        [height * share for share in (0.2, 0.5, 1, 1.7, 2.6, 4, 6, 9)],
        alt,
        curves=(Curve((_ends(n, m, c),), "x", label="fence"),),
        dots=(Dot((p, q), "y"),),
    )
    mistakes = (
        Misconception("nearest-for-lowest", NEAREST, places_text([nearest])),
        Misconception("constraint-left-out", BOTTOM, places_text([(p, q)])),
    )
    part = place_points_part("lowest", picture, [(u, w)], most=1, label="", misconceptions=mistakes)
    way = " and ".join(
        words[step > 0] for step, words in zip((u - nearest[0], w - nearest[1]), WAYS, strict=True)
    )
    worked = lagrange_multipliers(f, [Equation(g, number(c))], NAMES)
    return Draw({"f": f, "g": g, "c": c, "way": way, "worked": worked}, (part,))


WAYS = (("to the left of the nearest place", "to the right of the nearest place"), ("below it", "above it"))


def _place(shape: Shape, u: int, w: int) -> Place | None:
    """The shape touching at (u, w), if all that matters is in whole numbers and well inside the map."""
    (n, m), (a, b), far = shape
    p, q = u + far * n // a, w + far * m // b
    away = (n * (p - u) + m * (q - w)) / (n * n + m * m)
    apart = max(abs(u - p + away * n), abs(w - q + away * m))
    is_good = max(abs(p), abs(q)) <= 3 and apart >= 0.8 and far * n % a == 0 and far * m % b == 0
    return ((n, m), (a, b), (u, w), (p, q)) if is_good else None


def _ends(n: int, m: int, c: int) -> tuple[tuple[float, float], ...]:
    """Where the line n x + m y = c enters and leaves the map."""
    on_sides = [(x, (c - n * x) / m) for x in VIEW[:2]] + [((c - m * y) / n, y) for y in VIEW[2:]]
    inside = sorted({(x, y) for x, y in on_sides if abs(x) <= VIEW[1] and abs(y) <= VIEW[3]})
    return inside[0], inside[-1]


def _square(steep: int, letter: str, by: int) -> str:
    inside = f"({letter} {'-' if by > 0 else '+'} {abs(by)})" if by else letter
    return f"{steep if steep > 1 else ''}{inside}^2"


AROUND = range(-2, 3)
PLACES = [place for one in SHAPES for u in AROUND for w in AROUND if (place := _place(one, u, w))]
