"""χ² of a line at four measurements, each with an uncertainty of its own."""

from fractions import Fraction

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, choice_part, distinct, number_part

SCENES = (
    "Four villages report how much snow fell, by height.",
    "Four clocks time one and the same train.",
    "Four kitchen scales weigh so many eggs.",
    "Four people measure the depth of a pond along a rope.",
    "Four thermometers hang in a chimney.",
    "Four telescopes measure how fast galaxies recede.",
)
NOT_SQUARED = (
    "You squared the residuals and left $\\sigma$ as it was. Divide first, then square: what counts is how "
    "many times its own $\\sigma$ a residual is long."
)
LEFT_OUT = (
    "This is the sum of squared residuals. A miss matters less where the measurement is rough: divide each "
    "residual by its $\\sigma$ before you square."
)
LENGTHS = (
    "You added the lengths of the residuals. In $\\chi^2$ each is squared, so that one large miss weighs "
    "more than several small ones."
)
MULTIPLIED = (
    "You multiplied by $\\sigma$. Then a rough measurement would count *more*. It should count less: divide."
)
LONGEST = (
    "This residual is the longest, in the unit of $y$. But its $\\sigma$ is large, too. Count in units of it."
)
SHORTEST = "This miss is short, also in units of its $\\sigma$. It adds little."
ROUGHEST = "This is a rough measurement. A large $\\sigma$ makes what it adds smaller."


def generate(rng: np.random.Generator) -> Draw:
    """Return a line and four residuals counted in error bars, the longest of them not the worst."""
    m, c = int(rng.integers(2, 6)), int(rng.integers(3, 9))
    xs = sorted(int(n) for n in rng.choice(np.arange(1, 8), 4, replace=False))
    # error bar and how many of them the residual is long: the worst is at most 5, the longest 2·3 or 2·4
    worst, rough, other = (int(rng.integers(low, low + count)) for low, count in ((3, 3), (3, 2), (1, 2)))
    pairs = [(1, worst), (rough, 2), (2, other), (1, 1)]
    order = rng.permutation(4)
    signs = rng.choice([-1, 1], 4)
    bars = [pairs[int(k)][0] for k in order]
    counts = [int(sign) * pairs[int(k)][1] for sign, k in zip(signs, order, strict=True)]
    residuals = [bar * count for bar, count in zip(bars, counts, strict=True)]
    said = [m * x + c + 8 for x in xs]
    chi = sum(count**2 for count in counts)
    squares = [r * r for r in residuals]
    number = number_part(
        "chi",
        chi,
        label=r"$\chi^2 =$",
        misconceptions=(
            Misconception("error-bar-left-out", LEFT_OUT, str(sum(squares))),
            Misconception("error-bar-not-squared", NOT_SQUARED, str(_divided(squares, bars))),
            Misconception("residuals-not-squared", LENGTHS, str(sum(abs(count) for count in counts))),
            Misconception("error-bar-multiplied", MULTIPLIED, str(_multiplied(squares, bars))),
        ),
    )
    most, longest = (max(range(4), key=lambda k: abs(each[k])) for each in (counts, residuals))
    options = [{"id": f"p{k}", "text": f"number {k + 1}, at $x = {xs[k]}$"} for k in range(4)]
    heaviest = choice_part(
        "heaviest",
        options,
        f"p{most}",
        label="The most is added by measurement",
        misconceptions=(
            Misconception("longest-residual", LONGEST, f"p{longest}"),
            Misconception("roughest-measurement", ROUGHEST, f"p{bars.index(2)}"),
            Misconception("shortest-residual", SHORTEST, f"p{residuals.index(min(residuals, key=abs))}"),
        ),
    )
    values: dict[str, object] = {"scene": str(rng.choice(SCENES)), "line": parse(f"{m}x + {c + 8}")}
    ys = [at + r for at, r in zip(said, residuals, strict=True)]
    columns = {"x": xs, "y": ys, "s": bars, "f": said, "r": residuals, "q": counts}
    columns["t"] = [count**2 for count in counts]
    values |= {f"{name}{k + 1}": column[k] for name, column in columns.items() for k in range(4)}
    values |= {"chi": chi, "most": most + 1, "longest": longest + 1}
    return Draw(values, (distinct(number), heaviest))


def _divided(squares: list[int], bars: list[int]) -> Fraction:
    return sum((Fraction(square, bar) for square, bar in zip(squares, bars, strict=True)), Fraction(0))


def _multiplied(squares: list[int], bars: list[int]) -> int:
    return sum(square * bar * bar for square, bar in zip(squares, bars, strict=True))
