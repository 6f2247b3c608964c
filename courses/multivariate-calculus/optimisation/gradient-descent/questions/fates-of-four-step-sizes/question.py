"""What becomes of four step sizes in one valley, told by the factor of each step."""

from fractions import Fraction

import numpy as np

from upslope.maths import number, symbol, tidy
from upslope.questions import Draw, Misconception, matching_part

HALF = (
    "You took for a hit what swaps sides for ever. Differentiate before you step: the two comes down from "
    "the square, so a step is twice as long as the coefficient lets you think."
)
OVER = (
    "Flying over the bottom is not yet a disaster. Look at where it lands: if that is lower than before, the "
    "walk still comes home, to and fro."
)
FATES = {
    "creeps": "comes closer step by step, always on the same side",
    "hits": "lands on the bottom with the first step",
    "sways": "crosses the bottom each time, and comes closer",
    "swaps": "goes back and forth between two places for ever",
    "flies": "lands higher each time, and is gone",
}
SHARES = {
    "creeps": (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2)),
    "hits": (Fraction(1),),
    "sways": (Fraction(3, 2), Fraction(8, 5), Fraction(9, 5)),
    "swaps": (Fraction(2),),
    "flies": (Fraction(11, 5), Fraction(5, 2), Fraction(3)),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return half of k x², and a step size for three fates and for one of the two others."""
    k = int(rng.choice([2, 4, 10, 20]))
    names = ["hits", "sways", "swaps", str(rng.choice(["creeps", "flies"]))]
    shares = {name: SHARES[name][int(rng.integers(len(SHARES[name])))] for name in names}
    mixed = [str(name) for name in rng.permutation(names)]
    sizes = {name: f"{float(shares[name] / k):g}" for name in names}
    part = matching_part(
        "fates",
        [{"id": name, "text": rf"$\alpha = {sizes[name]}$"} for name in mixed],
        [{"id": str(name), "text": FATES[str(name)]} for name in rng.permutation(list(FATES))],
        {name: name for name in names},
        words=("walker", "fate"),
        misconceptions=(
            Misconception("bend-halved", HALF, "swaps: hits"),
            Misconception("crossing-taken-for-flight", OVER, "sways: flies"),
        ),
    )
    rows = [f"| {sizes[name]} | ${float(1 - shares[name]):g}$ | {FATES[name]} |" for name in mixed]
    table = "\n".join([r"| $\alpha$ | factor | so the walker |", "|---|---|---|", *rows])
    x = symbol("x")
    values = {"f": tidy(number(k // 2) * x**2), "slope": number(k) * x, "bend": k, "table": table}
    return Draw(values, (part,))
