"""Three chains of rates: the one with the largest product, not the largest link or the most links."""

from fractions import Fraction
from math import prod

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

Number = int | Fraction

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Elif", "Finn", "Greta", "Hugo")
MISTAKES = (
    Misconception(
        "largest-link",
        "That chain has the largest single link. Follow the pinch on: the other links make little of it.",
        "tall",
    ),
    Misconception(
        "longest-chain",
        "That chain has the most links. A link below 1 makes a pinch smaller, so a long chain may well "
        "end with little. Multiply, and compare.",
        "long",
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a short chain of the largest product, one with the largest link, and one with the most links."""
    a, b = (int(n) for n in rng.integers(4, 7, 2))
    half, tall = Fraction(1, 2), 2 * int(rng.integers(8, 13))
    rates: dict[str, list[Number]] = {
        "best": [a, b],
        "tall": [tall, half],
        "long": [int(rng.integers(2, 4)), 2, half, int(rng.integers(1, 4)) * half],
    }
    names = [str(name) for name in rng.choice(NAMES, 3, replace=False)]
    order = [tuple(rates)[int(place)] for place in rng.permutation(3)]
    called = dict(zip(order, names, strict=True))
    mixed = {kind: [rates[kind][int(n)] for n in rng.permutation(len(rates[kind]))] for kind in order}
    options = [{"id": kind, "text": called[kind]} for kind in order]
    part = choice_part("blame", options, "best", label="It is the pinch of", misconceptions=MISTAKES)
    chains = [f"- {called[kind]}: {_listed(mixed[kind])}" for kind in order]
    products = [f"- {called[kind]}: ${_product(mixed[kind])}$" for kind in order]
    values = {"chains": "\n".join(chains), "products": "\n".join(products), "answer": called["best"]}
    return Draw(values, (part,))


def _listed(rates: list[Number]) -> str:
    return ", then ".join(f"${_latex(rate)}$" for rate in rates)


def _product(rates: list[Number]) -> str:
    return r" \cdot ".join(_latex(rate) for rate in rates) + f" = {_latex(prod(rates))}"


def _latex(rate: Number) -> str:
    if Fraction(rate).denominator == 1:
        return str(rate)
    return rf"\tfrac{{{Fraction(rate).numerator}}}{{{Fraction(rate).denominator}}}"
