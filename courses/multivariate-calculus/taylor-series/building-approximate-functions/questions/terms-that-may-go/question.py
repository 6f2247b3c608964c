"""How many terms of a polynomial in a small step matter at a wanted precision."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ALL = (
    "You kept everything. The numbers in front look large enough; the powers of a small step are not. Work "
    "out the size of the last term."
)
SHORT = (
    "One too few. Work out the first term that you cut off: it is larger than what you may be off by, so it "
    "has to stay."
)
MANY = "One too many. Work out the last term that you kept: it is smaller than what you may be off by."
SCENES = (
    ("A tram rolls $d$ minutes longer than usual. How far it comes, in metres, is", "metre"),
    ("The sea stands at a harbour wall, $d$ hours after noon. Its depth in metres is", "metre"),
    ("A jug cools, $d$ hours from now. Its temperature in degrees is", "degree"),
    ("A dial is turned by $d$. What the scale shows, in grams, is", "gram"),
)
PRECISIONS = (("half a {}", 0.5), ("a tenth of a {}", 0.1), ("a hundredth of a {}", 0.01))
WORDS = ("", "the first one", "the first two", "the first three")


def generate(rng: np.random.Generator) -> Draw:
    """Return four terms, a step and a precision, so that one to three terms plainly matter."""
    while True:
        numbers = [int(rng.integers(20, 90)), *(int(n) for n in rng.choice(np.arange(2, 10), 3, False))]
        d, (words, allowed) = float(rng.choice([0.01, 0.1, 0.2])), PRECISIONS[int(rng.integers(3))]
        sizes = [number * d**power for power, number in enumerate(numbers)]
        stay = sum(size > allowed for size in sizes)
        if stay < 4 and sizes[stay - 1] > 1.5 * allowed and sum(sizes[stay:]) < 0.6 * allowed:
            break
    signs = [1, *(int(n) for n in rng.choice([-1, 1], 3))]
    scene, unit = SCENES[int(rng.integers(len(SCENES)))]
    mistakes = (
        Misconception("all-terms-kept", ALL, "4"),
        *((Misconception("one-term-short", SHORT, str(stay - 1)),) if stay > 1 else ()),
        Misconception("one-term-too-many", MANY, str(stay + 1)),
    )
    part = number_part("terms", stay, label="Terms that stay:", misconceptions=mistakes)
    powers = ("", "d", "d^2", "d^3")
    formula = "".join(
        f" {'+' if sign > 0 else '-'} {number}{power}"
        for sign, number, power in zip(signs, numbers, powers, strict=True)
    )
    value = sum(sign * size for sign, size in zip(signs[:stay], sizes[:stay], strict=True))
    values = {
        "scene": scene,
        "formula": formula.lstrip("+ "),
        "d": f"{d:g}",
        "precision": words.format(unit),
        "sizes": ", ".join(f"${_plain(size)}$" for size in sizes),
        "last": _plain(sizes[stay - 1]),
        "rest": _plain(sum(sizes[stay:])),
        "count": WORDS[stay],
        "value": _plain(value),
    }
    return Draw(values, (distinct(part),))


def _plain(value: float) -> str:
    return f"{value:.8f}".rstrip("0").rstrip(".")
