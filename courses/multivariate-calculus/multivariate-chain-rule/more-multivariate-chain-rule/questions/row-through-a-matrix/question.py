"""1×2 times 2×2 times 2×1 in numbers, from the left."""

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part

STORIES = (
    "The reading $f$ of a thermometer depends on the place of a robot’s hand, the place on two angles, and "
    "the angles on the time $t$.",
    "The price $f$ of a cake depends on two ingredients, what they cost on two harvests, and the harvests on "
    "the day $t$ of the year.",
    "The brightness $f$ of a photograph depends on two filters, the filters on two dials, and the dials on "
    "how long, $t$, somebody has been playing with them.",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return small whole numbers, one of the matrix below 0, and a result that is not 0."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    p, q, r = (int(n) for n in rng.choice(np.arange(1, 5), 3, replace=False))
    s = -int(rng.integers(1, 4))
    g, h = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    left = (a * p + b * r, a * q + b * s)
    parts = (
        matrix_part(
            "row",
            f"[{left[0]}, {left[1]}]",
            variables=(),
            label=r"$\mathbf{J}_f\,\mathbf{J}_{\mathbf{x}} =$",
            misconceptions=_in_the_row(a, b, ((p, q), (r, s))),
        ),
        number_part(
            "rate",
            left[0] * g + left[1] * h,
            label=r"$\frac{df}{dt} =$",
            misconceptions=_in_the_rate((a, b), left, (g, h)),
            follow_through=FollowThrough(f"row_1*{g} + row_2*{h}"),
        ),
    )
    values = {"row": _latex([[a, b]]), "middle": _latex([[p, q], [r, s]]), "column": _latex([[g], [h]])}
    values |= {"together": _latex([list(left)]), "story": STORIES[int(rng.integers(3))]}
    numbers = {"a": a, "b": b, "p": p, "r": r, "answer": left[0] * g + left[1] * h}
    return Draw({**values, **numbers}, tuple(distinct(part) for part in parts))


def _in_the_row(a: int, b: int, matrix: tuple[tuple[int, int], tuple[int, int]]) -> tuple[Misconception, ...]:
    (p, q), (r, s) = matrix
    return (
        Misconception(
            "rows-taken-for-columns",
            "You multiplied the row by the *rows* of the matrix. A row goes down the columns: left with a "
            "row, right with a column.",
            f"[{a * p + b * q}, {a * r + b * s}]",
        ),
        Misconception(
            "diagonal-only-used",
            "You used the diagonal alone. Each number of a layer moves both of the next, so every entry "
            "of the new row has two terms.",
            f"[{a * p}, {b * s}]",
        ),
    )


def _in_the_rate(
    row: tuple[int, int], left: tuple[int, int], column: tuple[int, int]
) -> tuple[Misconception, ...]:
    return (
        Misconception(
            "middle-link-forgotten",
            "You multiplied the outer two and left out the matrix between them. Take the row that you have "
            "just worked out.",
            str(row[0] * column[0] + row[1] * column[1]),
        ),
        Misconception(
            "speeds-left-out",
            "You added the entries of the row. Each of them still has to be multiplied by its speed.",
            str(sum(left)),
        ),
    )


def _latex(rows: list[list[int]]) -> str:
    inside = r" \\ ".join(" & ".join(map(str, row)) for row in rows)
    return rf"\begin{{bmatrix}} {inside} \end{{bmatrix}}"
