"""A cubic land, level at a given place: Hessian there, its determinant, and the kind of place."""

import numpy as np

from upslope.maths import classify_critical_point, hessian, matrix, parse, tidy
from upslope.questions import (
    Draw,
    FollowThrough,
    Misconception,
    choice_part,
    distinct,
    matrix_part,
    number_part,
)
from upslope.questions.misconceptions import determinant as areas
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")
KINDS = {
    "minimum": "The determinant is above zero and the first entry too: up in every direction.",
    "maximum": "The determinant is above zero, the first entry below: down in every direction.",
    "saddle": "The determinant is below zero: up in some directions, down in others.",
}
ORIGIN = (
    "These are the bends at the origin. The ground bends differently at the place in the question: put its "
    "coordinates in."
)
FLAT = "Those are the slopes, and on level ground they are zero. How it bends there is told by their slopes."
DIAGONAL = (
    "You went by a bend on the diagonal. With a determinant below zero some other direction bends the "
    "opposite way, and that makes a saddle."
)
UPSIDE = (
    "Minimum and maximum are exchanged. $x^2$ bends up, its second derivative is 2, and it has a minimum."
)
NEITHER = (
    "A determinant below zero says that some directions bend up and others down. So the place is highest one "
    "way and lowest another."
)
TWIST = (
    "With a determinant above zero all directions bend the same way, whatever signs stand in the formula. "
    "Up or down: look at the first entry."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return ±x³ + β y² + γ xy and the linear terms that make it level at (p, q); all three kinds alike."""
    kind = str(rng.choice(list(KINDS)))
    while True:
        cube, p, q = int(rng.choice([-1, 1])), *(int(n) for n in rng.choice([-2, -1, 1, 2], 2))
        beta, gamma = (int(n) for n in rng.choice([-5, -4, -3, -2, 2, 3, 4, 5], 2))
        a, c, det = 6 * cube * p, 2 * beta, 12 * cube * p * beta - gamma**2
        d, e = -(3 * p * p * cube + gamma * q), -(2 * beta * q + gamma * p)
        if ("saddle" if det < 0 else "minimum" if a > 0 else "maximum") == kind and det and d and e:
            break
    f = tidy(parse(f"{cube}*x^3 + ({beta})*y^2 + ({gamma})*x*y + ({d})*x + ({e})*y", NAMES))
    here, twist = matrix([[a, gamma], [gamma, c]]), slips.mixed_terms_missing(f, NAMES)
    bends = matrix_part(
        "hessian",
        here,
        variables=(),
        label=f"$\\mathbf{{H}}$ at $({p},\\ {q})$:",
        misconceptions=(
            Misconception("bends-at-the-origin", ORIGIN, f"[0, {gamma}; {gamma}, {c}]"),
            Misconception("slopes-for-bends", FLAT, "[0, 0; 0, 0]"),
            Misconception(twist.code, twist.sentence, f"[{a}, 0; 0, {c}]"),
        ),
    )
    slip = (slips.mixed_term_not_squared(here), areas.diagonals_added(here), areas.main_diagonal_only(here))
    size = number_part(
        "det",
        det,
        label="$\\det\\mathbf{H} =$",
        misconceptions=slip,
        follow_through=FollowThrough("hessian_11*hessian_22 - hessian_12*hessian_21"),
    )
    other = "minimum" if (a > 0) == (kind == "saddle") else "maximum"
    last = "maximum" if other == "minimum" else "minimum"
    mistakes = [
        Misconception("diagonal-trusted", DIAGONAL, other),
        Misconception("one-direction-for-all", NEITHER, last),
    ]
    if kind != "saddle":
        mistakes = [Misconception("upside-down", UPSIDE, other), Misconception("twist-wins", TWIST, "saddle")]
    options = [{"id": name, "text": f"a {name}"} for name in rng.permutation(list(KINDS))]
    what = choice_part("kind", options, kind, label="The place is", misconceptions=mistakes)
    worked = classify_critical_point(f, NAMES, {"x": p, "y": q}).working
    values = {
        "f": f,
        "p": p,
        "q": q,
        "general": hessian(f, NAMES).result,
        "reason": KINDS[kind],
        "kind": kind,
    }
    return Draw({**values, "worked": worked}, (bends, distinct(size), what))
