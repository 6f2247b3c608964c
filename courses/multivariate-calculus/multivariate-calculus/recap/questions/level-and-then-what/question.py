"""A quadratic form and a cubic term: the determinant at the origin, and the kind of place."""

import numpy as np

from upslope.maths import matrix, parse, tidy
from upslope.questions import Draw, Misconception, choice_part, distinct, number_part

HALF = (
    "You read the numbers off the formula. Differentiating $x^2$ twice leaves a 2: the bends are twice the "
    "numbers in front of the squares."
)
TWIST = "The twist is missing. It is squared and subtracted from the product of the two bends."
PLAIN = "The twist has to be squared before it is subtracted."
DIAGONAL = (
    "Both bends agree, and between the axes the twist may still win. The sign of the determinant decides "
    "first."
)
UPSIDE = (
    "Hollow and summit are exchanged. $x^2$ has a second derivative above zero, and is lowest in the middle."
)
NEITHER = "Below zero, the determinant says that some directions bend up and others down."
PASS = "For a pass the determinant is below zero."
TEXTS = {"hollow": "a hollow", "summit": "a summit", "pass": "a pass"}
REASONS = {
    "hollow": "Above zero, and the first entry too: the ground bends up in every direction. A hollow.",
    "summit": "Above zero, and the first entry below: the ground bends down in every direction. A summit.",
    "pass": "Below zero: up in some directions, down in others. A pass.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return s(a x² + b x y + c y²) + a cubic term, a and c from 1 to 4 and b from 2 to 7."""
    while True:
        a, c = (int(n) for n in rng.integers(1, 5, 2))
        b, sign = int(rng.integers(2, 8)) * int(rng.choice([-1, 1])), int(rng.choice([-1, 1]))
        det = 4 * a * c - b * b
        if det:
            break
    cubic = str(rng.choice(["x^3", "y^3", "x^2 y", "x y^2"]))
    f = tidy(parse(f"{sign * a} x^2 + ({sign * b}) x y + ({sign * c}) y^2 + {cubic}", ("x", "y")))
    kind = "pass" if det < 0 else "hollow" if sign > 0 else "summit"
    alike, other = ("hollow", "summit") if sign > 0 else ("summit", "hollow")
    determinant = number_part(
        "determinant",
        det,
        label="$\\det\\mathbf{H} =$",
        misconceptions=(
            Misconception("numbers-read-off", HALF, str(a * c - b * b)),
            Misconception("twist-forgotten", TWIST, str(4 * a * c)),
            Misconception("twist-not-squared", PLAIN, str(4 * a * c - sign * b)),
        ),
    )
    mistakes = (
        (
            Misconception("diagonal-trusted", DIAGONAL, alike),
            Misconception("one-direction-for-all", NEITHER, other),
        )
        if kind == "pass"
        else (Misconception("upside-down", UPSIDE, other), Misconception("pass-above-zero", PASS, "pass"))
    )
    options = [{"id": name, "text": TEXTS[str(name)]} for name in rng.permutation(list(TEXTS))]
    options = [{"id": str(one["id"]), "text": one["text"]} for one in options]
    place = choice_part("place", options, kind, label="At the origin there is", misconceptions=mistakes)
    square = matrix([[2 * sign * a, sign * b], [sign * b, 2 * sign * c]])
    products = rf"{_shown(2 * sign * a)} \cdot {_shown(2 * sign * c)} - {_shown(sign * b)}^2"
    values = {"f": f, "hessian": square, "products": products, "det": det, "reason": REASONS[kind]}
    return Draw(values, (distinct(determinant), place))


def _shown(n: int) -> str:
    return f"({n})" if n < 0 else str(n)
