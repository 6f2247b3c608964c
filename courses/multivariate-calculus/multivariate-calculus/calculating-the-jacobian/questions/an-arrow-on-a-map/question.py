"""The way uphill on the map of a long hill or a long hollow, and where the ground is steepest."""

from fractions import Fraction

import numpy as np

from upslope.maths import Expression, derivative, evaluate, number, symbol, tidy
from upslope.questions import (
    Dot,
    Draw,
    Misconception,
    Part,
    Plot,
    choice_part,
    contour_plot,
    place_gradient_part,
    places_text,
)

VIEW, TOP = (-3.0, 3.0, -3.0, 3.0), 10
HIGH = (
    "That place is the highest of the three. How high it lies is one question, how steep it is there "
    "another: look at how close the next contour line is."
)
NEITHER = (
    "Look at the gaps between the lines, not at how far a place is from the middle. Where they are narrow, "
    "the height changes within a short way."
)
CENTRE = (
    "Your arrow points along the line to the middle of the rings. The Jacobian does not know where the "
    "middle is. It crosses the contour line at your place at a right angle."
)
WORDS = {
    (1, 1): "to the upper right",
    (1, -1): "to the lower right",
    (-1, 1): "to the upper left",
    (-1, -1): "to the lower left",
}
HILL = {"land": "a long hill", "not_there": "at the summit"}
HOLLOW = {"land": "a long hollow", "not_there": "straight away from the lowest place"}
Places = dict[str, tuple[Fraction, Fraction]]


def generate(rng: np.random.Generator) -> Draw:
    """Return x² + 3/2 k x y + y², as a hollow or upside down as a hill, with three places to compare."""
    k, is_hill = int(rng.choice([-1, 1])), bool(rng.integers(2))
    x, y, bend = symbol("x"), symbol("y"), number(Fraction(3 * k, 2))
    f = tidy(number(TOP) - x**2 - bend * x * y - y**2 if is_hill else x**2 + bend * x * y + y**2)
    start, far, steep = (str(letter) for letter in rng.permutation(list("ABC")))
    places = dict(zip((start, far, steep), _places(rng, k), strict=True))
    a = tuple(float(n) for n in places[start])
    right, up = _slopes(f, places[start])
    arrow = place_gradient_part(
        "arrow",
        _map(f, places, is_hill, start),
        f,
        a,
        label=f"The Jacobian at ${start}$",
        misconceptions=(Misconception("towards-the-middle", CENTRE, places_text([(a[0] / 4, a[1] / 4)])),),
    )
    way, highest, other = (
        WORDS[(int(np.sign(right)), int(np.sign(up)))],
        *((start, far) if is_hill else (far, start)),
    )
    values = {
        "f": f,
        "start": start,
        "steepest": steep,
        "right": f"{right:g}",
        "up": f"{up:g}",
        "direction": way,
    }
    return Draw({**values, **(HILL if is_hill else HOLLOW)}, (arrow, _longest(steep, highest, other)))


def _places(rng: np.random.Generator, k: int) -> tuple[tuple[Fraction, Fraction], ...]:
    """Return one place on an axis, one far out along the rings and one near in across them."""
    near, far = Fraction(int(rng.choice([-6, 6])), 5), Fraction(int(rng.choice([-11, 11])), 4)
    side = Fraction(int(rng.choice([-1, 1])))
    first = (near, Fraction(0)) if rng.integers(2) else (Fraction(0), near)
    return first, (far, -k * far), (side, k * side)


def _slopes(f: Expression, place: tuple[Fraction, Fraction]) -> tuple[float, float]:
    at = {"x": float(place[0]), "y": float(place[1])}
    return evaluate(derivative(f, "x"), at), evaluate(derivative(f, "y"), at)


def _map(f: Expression, places: Places, is_hill: bool, start: str) -> Plot:
    levels = [TOP - n if is_hill else n for n in range(1, TOP)]
    dots = tuple(Dot((float(x), float(y)), "x", name) for name, (x, y) in places.items())
    said = ", ".join(
        f"{name} at ({float(place[0]):g}, {float(place[1]):g}), where the gap between neighbouring lines is "
        f"{1 / float(np.hypot(*_slopes(f, place))):.2f}"
        for name, place in sorted(places.items())
    )
    right, up = _slopes(f, places[start])
    middle, tilt = "highest" if is_hill else "lowest", "falls" if right * up > 0 else "climbs"
    alt = (
        f"Oval contour lines round the middle, which is {middle}. Marked are {said}. The line through "
        f"{start} {tilt} by {abs(right / up):.2f} for each 1 to the right."
    )
    return contour_plot(f, VIEW, levels, alt, dots=dots)


def _longest(right: str, highest: str, other: str) -> Part:
    return choice_part(
        "longest",
        [{"id": name, "text": f"${name}$"} for name in "ABC"],
        right,
        label="Where is the Jacobian longest?",
        misconceptions=(
            Misconception("height-for-slope", HIGH, highest),
            Misconception("distance-for-slope", NEITHER, other),
        ),
    )
