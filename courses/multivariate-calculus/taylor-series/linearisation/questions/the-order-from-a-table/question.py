"""The order of accuracy of two recipes, from their errors with halved steps."""

import numpy as np

from upslope.questions import Draw, Misconception, Part, distinct, number_part

FACTOR = (
    "That is the factor by which the error falls when the step is halved. The order is the power of 2 in "
    "that factor."
)
SIZE = (
    "The smaller error is not the higher order. Look how *fast* each row falls from one step to the next, "
    "not how small its numbers are."
)
STRAIGHT = (
    "You halved the error, since the step was halved. That is so for order 1. Look how much this row fell "
    "the last time the step was halved."
)
POWERS = {1: "2 itself", 2: "2 times 2", 3: "2 three times as a factor", 4: "2 four times as a factor"}
# what one recipe leaves out with the step 0.1
SIZES = {1: (30, 40, 50, 60, 80), 2: (5, 6, 7, 8, 9), 3: (2, 3, 4), 4: (0.4, 0.5, 0.6)}


def generate(rng: np.random.Generator) -> Draw:
    """Return two different orders from 1 to 4 and errors that fall accordingly, but for a few per cent."""
    p, q = (int(n) for n in rng.choice([1, 2, 3, 4], 2, replace=False))
    rows = {name: _errors(order, rng) for name, order in (("a", p), ("b", q))}
    asked, order = ("A", p) if max(p, q) == p else ("B", q)
    last = rows[asked.lower()][2]
    following = last / 2**order
    parts = (
        _order("p", "Order of A:", p, q),
        _order("q", "Order of B:", q, p),
        number_part(
            "next",
            following,
            label="With a step of 0.05 about",
            relative=0.08,
            misconceptions=(Misconception("error-halved", STRAIGHT, f"{last / 2}"),),
        ),
    )
    shown = {f"{name}{k + 1}": _shown(error) for name, row in rows.items() for k, error in enumerate(row)}
    told = {"p": p, "q": q, "asked": asked, "next": _shown(following)}
    falls = {"fall_a": 2**p, "fall_b": 2**q, "power_a": POWERS[p], "power_b": POWERS[q]}
    return Draw({**shown, **told, **falls}, parts)


def _order(name: str, label: str, order: int, other: int) -> Part:
    mistakes = (
        Misconception("factor-for-order", FACTOR, str(2**order)),
        Misconception("size-for-order", SIZE, str(other)),
    )
    return distinct(number_part(name, order, label=label, misconceptions=mistakes))


def _errors(order: int, rng: np.random.Generator) -> tuple[float, float, float]:
    size, bend = float(rng.choice(SIZES[order])) / 1000, float(rng.choice([-0.1, 0.1, 0.15]))
    exact = (size * (step / 0.1) ** order * (1 + bend * (step - 0.1)) for step in (0.4, 0.2, 0.1))
    first, second, third = (float(f"{error:.3g}") for error in exact)
    return first, second, third


def _shown(error: float) -> str:
    return f"{error:.6f}".rstrip("0") if error < 1e-4 else f"{float(f'{error:.3g}'):g}"
