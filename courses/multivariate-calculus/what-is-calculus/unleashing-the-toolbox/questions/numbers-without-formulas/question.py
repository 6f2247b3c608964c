"""Slopes of a sum, a product and a chain from a table of values and slopes alone."""

import numpy as np

from upslope.questions import Draw, Misconception, Part, distinct, number_part

SENTENCES = {
    "constant-survives": (
        "The number added is still in your slope. It lifts the whole curve and tilts it nowhere: it adds 0."
    ),
    "factor-dropped": "A factor in front stretches every rise, and so every slope. Keep it.",
    "height-for-slope": "That is the value there, not the slope. The slopes stand in the rows with a prime.",
    "product-of-derivatives": "You multiplied the two slopes. In a product the factors take turns to change.",
    "first-factor-only": "That is one turn. Now let the other factor change, hold the first one, and add.",
    "sum-of-derivatives": (
        "You added the two slopes. A factor’s change counts the more the larger the *other* factor is."
    ),
    "outer-slope-at-the-wrong-place": (
        "Both slopes are there, but $f$ never meets $x$: what reaches it is $g(x)$. Take $f'$ from the "
        "column of that number."
    ),
    "inner-derivative-forgotten": "The place is right. The inside changes too: multiply by its slope.",
    "outer-unchanged": "You took the value of $f$ at the inside. The chain rule asks for its slope there.",
    "links-added": "You found both links and added them. Rates along a chain multiply.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a table at 1, 2, 3 and the place that is asked about; g leads from there to another place."""
    at = int(rng.integers(1, 4))
    f, s = np.split(rng.choice(np.arange(2, 10), 6, replace=False), 2)
    f, s, t = f.tolist(), s.tolist(), rng.choice(np.arange(4, 9), 3, replace=False).tolist()
    g = (np.roll([1, 2, 3], int(rng.choice([1, 2])))).tolist()
    scale, lift = (int(n) for n in rng.choice(np.arange(2, 10), 2, replace=False))
    here = {"fa": f[at - 1], "sa": s[at - 1], "inside": g[at - 1], "ta": t[at - 1]}
    there = {"fg": f[here["inside"] - 1], "sg": s[here["inside"] - 1]}
    parts = (
        _scaled(scale, lift, here["fa"], here["sa"]),
        _product(here["fa"], here["sa"], here["inside"], here["ta"]),
        _chain(here["sa"], here["ta"], there["fg"], there["sg"]),
    )
    rows = zip("fsgt", (f, s, g, t), strict=True)
    table = {f"{row}{n}": value for row, cells in rows for n, value in enumerate(cells, 1)}
    found = {
        name: int(part.key["answer"]) for name, part in zip(("first", "second", "third"), parts, strict=True)
    }
    return Draw({**table, **here, **there, **found, "at": at, "scale": scale, "lift": lift}, parts)


def _scaled(scale: int, lift: int, fa: int, sa: int) -> Part:
    right = scale * sa
    wrong = {"constant-survives": right + lift, "factor-dropped": sa, "height-for-slope": scale * fa + lift}
    return _part("scaled", f"${scale}\\,f(x) + {lift}$:", right, wrong)


def _product(fa: int, sa: int, ga: int, ta: int) -> Part:
    wrong = {"product-of-derivatives": sa * ta, "first-factor-only": sa * ga, "sum-of-derivatives": sa + ta}
    return _part("product", "$f(x)\\,g(x)$:", sa * ga + fa * ta, wrong)


def _chain(sa: int, ta: int, fg: int, sg: int) -> Part:
    wrong = {
        "outer-slope-at-the-wrong-place": sa * ta,
        "inner-derivative-forgotten": sg,
        "outer-unchanged": fg * ta,
        "links-added": sg + ta,
    }
    return _part("chain", "$f(g(x))$:", sg * ta, wrong)


def _part(name: str, label: str, right: int, wrong: dict[str, int]) -> Part:
    noticed = tuple(Misconception(code, SENTENCES[code], str(value)) for code, value in wrong.items())
    return distinct(number_part(name, right, label=label, misconceptions=noticed))
