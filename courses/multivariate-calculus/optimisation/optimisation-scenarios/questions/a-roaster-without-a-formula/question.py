"""A roaster with many stepless dials and noisy marks, or with a few notches and marks without any order."""

import numpy as np

from upslope.questions import Curve, Dot, Draw, Misconception, Part, Plot, choice_part

TOOLS = {"algebra": "Algebra", "newton": "Newton–Raphson", "descent": "Gradient descent"}
TOOLS |= {"lagrange": "Lagrange multipliers", "differences": "Finite differences", "grid": "Grid search"}
REASONS = {
    "differences": "The marks follow smoothly but tremble; looks far enough apart drown the trembling.",
    "grid": "There are few settings, looks are cheap, and a neighbour’s mark says nothing about the next.",
    "exact": "The smaller the step between two looks, the more exact the slope.",
    "formula": "Slopes and bends can be written down, so no look is needed.",
}
SAME = (
    ("slopes-without-a-formula", "Whose formula would you differentiate?", "descent"),
    ("bends-without-a-formula", "Bends need a formula, or still more looks than slopes do.", "newton"),
    ("equation-without-a-formula", "There is no equation to solve, only a machine to ask.", "algebra"),
    ("fence-where-none-is", "Nothing ties the dials to one another: there is no fence.", "lagrange"),
)
OTHER = {
    "differences": ("grid-of-many-dials", "Count the settings: every dial multiplies them.", "grid"),
    "grid": ("slopes-of-jumping-marks", "The mark jumps: there is no slope to feel.", "differences"),
}
WRONG_REASON = {
    "differences": ("settings-called-few", "The dials have no notches: count what a grid needs.", "grid"),
    "grid": ("jumps-called-smooth", "Does a notch say anything about the next one?", "differences"),
}
SMALL = ("smallest-step-under-noise", "The trembling is divided by the step: tiny ones swell it.", "exact")
WRITTEN = (
    "taste-taken-for-a-formula",
    "Nobody can write this taste down: look at the story again.",
    "formula",
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a machine of one or the other kind, and what became of the tools on it."""
    right = str(rng.choice(["differences", "grid"]))
    return Draw(_dials(rng) if right == "differences" else _notches(rng), _parts(rng, right))


def _dials(rng: np.random.Generator) -> dict[str, object]:
    """Climb a smooth hill of many dials with looks a wide and a tiny step apart."""
    n, noise = int(rng.integers(5, 10)), int(rng.choice([1, 2, 3])) / 10
    start, bends, lost = rng.uniform(2, 3, n), rng.uniform(0.6, 1, n), {}
    for h in (1.0, 0.01):
        x, lost[h] = start, [float(bends @ start**2)]
        for _ in range(10):
            tremble = rng.uniform(-noise, noise, (2, n))
            sides = ((x + h * np.eye(n)) ** 2) @ bends, ((x - h * np.eye(n)) ** 2) @ bends
            x = x - 0.35 * (sides[0] - sides[1] + tremble[0] - tremble[1]) / (2 * h)
            lost[h].append(float(bends @ x**2))
    story = f"A coffee roaster has {n} stepless dials. Turn one a little: the taste changes little. A mark "
    story += f"for one setting trembles, by up to {noise} to either side. A roast takes ten minutes."
    rows = [f"| {k} | {2 * n * k} | {lost[1.0][k]:.2f} | {lost[0.01][k]:.2f} |" for k in (0, 1, 2, 5, 10)]
    table = ["| steps | roasts | below the best, wide looks | tiny looks |", "|---|---|---|---|", *rows]
    tempted = f"Slopes from wide looks are off by up to {noise:g}, from tiny ones by up to {100 * noise:g}. "
    tempted += f"A grid with ten places a dial would need $10^{{{n}}}$ roasts."
    top = 1.1 * max(*lost[1.0], *lost[0.01])
    pieces = {h: tuple((float(k), v) for k, v in enumerate(lost[h])) for h in lost}
    lines = (Curve((pieces[1.0],), "y", False, "wide"), Curve((pieces[0.01],), "error", True, "tiny"))
    alt = "Marks below the best after each step: nearly 0 at the end with wide looks, up and down with tiny."
    return {
        **{"story": story, "count": f"There are {n} dials. Ten places on each make $10^{{{n}}}$ settings."},
        "verdict": "**Finite differences, over wide steps.** Ten steps, with looks 1 and 0.01 away:",
        **{"table": "\n".join(table), "tempted": tempted},
        "picture": Plot((0.0, 10.0, 0.0, top), alt, lines, axes=("step", "below")),
    }


def _notches(rng: np.random.Generator) -> dict[str, object]:
    """Try every setting of two dials, and climb from notch to notch from each of them."""
    wide, high = int(rng.integers(6, 10)), int(rng.integers(5, 9))
    marks, most = rng.permutation(wide * high).reshape(high, wide) + 1, wide * high
    ends = [_climb(marks, (row, column)) for row in range(high) for column in range(wide)]
    best, tops = sum(marks[end] == most for end in ends), sorted(set(ends), key=lambda end: marks[end])
    story = (
        f"A coffee roaster has two dials with {wide} and {high} notches. The same setting always gets the "
    )
    story += "same mark, but a notch further on there may be any other. A roast takes a minute."
    rows = (
        f"| grid search | {most}, always |",
        f"| differences from notch to notch, then uphill | {best} of {most} |",
    )
    table = "\n".join(["| tool | finds the best from so many starts |", "|---|---|", *rows])
    there = f"notch {tops[-1][1] + 1} of the first dial, notch {tops[-1][0] + 1} of the second"
    dots = [Dot((column + 1.0, row + 1.0), "step") for row, column in tops[:-1]]
    dots.append(Dot((tops[-1][1] + 1.0, tops[-1][0] + 1.0), "y", "best"))
    alt = f"The {wide} by {high} settings, with a dot for each of {len(tops)} that no neighbour beats."
    return {
        **{"story": story, "table": table, "count": f"There are ${wide} \\times {high} = {most}$ settings."},
        "verdict": f"**A grid search.** {most} roasts, {most} minutes, and you know: {there}.",
        "picture": Plot((0.0, wide + 1.0, 0.0, high + 1.0), alt, dots=tuple(dots), axes=("", "")),
        "tempted": f"These {len(tops)} settings are better than their neighbours. All but one are traps.",
    }


def _climb(marks: np.ndarray, at: tuple[int, int]) -> tuple[int, int]:
    """Return where steps to the best neighbour end."""
    around = [(at[0] + up, at[1] + right) for up, right in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))]
    best = max(
        ((r, c) for r, c in around if 0 <= r < len(marks) and 0 <= c < marks.shape[1]),
        key=lambda one: marks[one],
    )
    return at if best == at else _climb(marks, best)


def _parts(rng: np.random.Generator, right: str) -> tuple[Part, Part]:
    def options(texts: dict[str, str]) -> list[dict[str, str]]:
        return [{"id": str(one), "text": texts[str(one)]} for one in rng.permutation(list(texts))]

    slips = tuple(Misconception(*slip) for slip in (OTHER[right], *SAME))
    reasons = (Misconception(*WRONG_REASON[right]), Misconception(*SMALL), Misconception(*WRITTEN))
    method = choice_part("method", options(TOOLS), right, label="Your tool:", misconceptions=slips)
    return method, choice_part("reason", options(REASONS), right, label="Why?", misconceptions=reasons)
