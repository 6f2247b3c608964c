"""A 2 by 2 determinant and what it says about areas."""

import numpy as np

from upslope.maths import determinant, parse
from upslope.questions import Draw, Misconception, choice_part, distinct, misconceptions, number_part

EFFECTS = {
    "plain": "It leaves the square face up.",
    "mirror": "It turns the square on its back.",
    "flat": "It presses the square flat.",
}
MEANING = {
    "plain": "Above zero: the patch is as many times as large as the square, and lies face up.",
    "mirror": "Below zero: the size is the area of the patch, and the sign says that it lies on its back.",
    "flat": "Zero: the two columns lie along one line, so no area is left, and no inverse exists.",
}
SIGN = "A determinant below zero mirrors. Look at the sign of yours once more: which of the two is it?"
ZERO = "Flat means that no area is left, which happens only for the determinant zero."
NOT_ZERO = "With the determinant zero no area is left at all. So there is no side to lie on."


def generate(rng: np.random.Generator) -> Draw:
    """Return a matrix with whole entries whose determinant is above, below or exactly zero."""
    kind = str(rng.choice(["plain", "mirror", "flat"], p=[0.4, 0.4, 0.2]))
    a, b, c, d = entries_of(kind, rng)
    matrix = parse(f"[{a}, {b}; {c}, {d}]", ())
    worked = determinant(matrix)
    number = number_part(
        "determinant",
        a * d - b * c,
        label="$\\det \\mathbf{A} =$",
        misconceptions=(
            misconceptions.determinant.diagonals_added(matrix),
            misconceptions.determinant.main_diagonal_only(matrix),
            misconceptions.determinant.diagonals_turned_round(matrix),
        ),
    )
    wrong = tuple(Misconception(code, sentence, option) for option, (code, sentence) in SLIPS[kind].items())
    options = [{"id": str(one), "text": EFFECTS[str(one)]} for one in rng.permutation(list(EFFECTS))]
    effect = choice_part("effect", options, kind, label="What it does:", misconceptions=wrong)
    values = {"matrix": matrix, "worked": worked, "meaning": MEANING[kind]}
    return Draw(values, (distinct(number), effect))


SLIPS = {
    "plain": {"mirror": ("sign-misread", SIGN), "flat": ("flat-without-zero", ZERO)},
    "mirror": {"plain": ("sign-misread", SIGN), "flat": ("flat-without-zero", ZERO)},
    "flat": {"plain": ("area-from-zero", NOT_ZERO), "mirror": ("area-from-zero-mirrored", NOT_ZERO)},
}


def entries_of(kind: str, rng: np.random.Generator) -> tuple[int, int, int, int]:
    if kind == "flat":
        a, b, times = int(rng.integers(1, 5)), int(rng.integers(1, 5)), int(rng.integers(2, 4))
        return a, b, times * a, times * b
    while True:
        a, b, c, d = (int(n) for n in rng.integers(-3, 7, 4))
        if a * b * c * d and (a * d > b * c if kind == "plain" else a * d < b * c):
            return a, b, c, d
