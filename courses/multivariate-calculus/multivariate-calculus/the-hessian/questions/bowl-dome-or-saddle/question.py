"""A Hessian of numbers on level ground: minimum, maximum or saddle."""

import numpy as np

from upslope.maths import matrix
from upslope.questions import Draw, Misconception, choice_part

TEXTS = {
    "hollow": "the bottom of a hollow: a minimum",
    "summit": "a summit: a maximum",
    "pass": "a pass: a saddle",
}
REASONS = {
    "hollow": "Above zero: all directions bend the same way. The first entry says up, so it is a minimum.",
    "summit": "Above zero: all directions bend the same way. The first entry says down, so it is a maximum.",
    "pass": "Below zero: some directions bend up and others down. A saddle, whatever the diagonal says.",
}
DIAGONAL = (
    "Both bends on the diagonal agree, so you trusted them. Between the two axes the twist may win: work out "
    "the determinant, with the square of the twist."
)
UPSIDE = (
    "Hollow and summit are exchanged. Think of one variable: $x^2$ has the second derivative 2, above zero, "
    "and is lowest in the middle."
)
NEITHER = (
    "Below zero, the determinant says that some directions bend up and others down. No hollow and no summit "
    "does that."
)
TWIST = (
    "A twist alone does not make a pass, nor does a minus sign somewhere in the matrix. Compare the product "
    "of the two bends with the square of the twist."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a symmetric matrix with two bends of one sign; the twist decides in one case of three."""
    kind = str(rng.choice(["hollow", "summit", "pass"]))
    sign = -1 if kind == "summit" else int(rng.choice([-1, 1])) if kind == "pass" else 1
    a, c = (int(n) for n in rng.integers(1, 7, 2))
    twists = [b for b in range(1, 8) if (b * b > a * c if kind == "pass" else b * b < a * c)]
    if not twists:
        a, c, twists = 3, 5, [1, 2, 3]
    b = int(rng.choice(twists)) * int(rng.choice([-1, 1]))
    a, c = sign * a, sign * c
    trusted = "hollow" if sign > 0 else "summit"
    other = "summit" if sign > 0 else "hollow"
    mistakes = (
        (
            Misconception("diagonal-trusted", DIAGONAL, trusted),
            Misconception("one-direction-for-all", NEITHER, other),
        )
        if kind == "pass"
        else (
            Misconception("upside-down", UPSIDE, other),
            Misconception("twist-makes-a-pass", TWIST, "pass"),
        )
    )
    options = [{"id": name, "text": text} for name, text in TEXTS.items()]
    rng.shuffle(options)
    part = choice_part("kind", options, kind, label="There is", misconceptions=mistakes)
    products = rf"{_shown(a)} \cdot {_shown(c)} - {_shown(b)}^2"
    values = {"hessian": matrix([[a, b], [b, c]]), "products": products, "det": a * c - b * b}
    return Draw({**values, "reason": REASONS[kind]}, (part,))


def _shown(n: int) -> str:
    return f"({n})" if n < 0 else str(n)
