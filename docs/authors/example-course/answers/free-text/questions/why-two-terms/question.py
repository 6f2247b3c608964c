"""Explaining the product rule to somebody who let only one factor change."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, free_text_part


def generate(rng: np.random.Generator) -> Draw:
    """Return a power times another function, and the one term that the product rule begins with."""
    u = parse(f"x^{int(rng.integers(2, 6))}")
    v = parse(str(rng.choice(["sin(x)", "cos(x)", "e^x", "ln(x)"])))
    worked = differentiate(u * v)
    part = free_text_part(
        "why",
        "When $x$ moves, both factors change, not only the first. The term that is there is what the first "
        "change brings while the second factor holds still. The missing term is what the second change "
        "brings while the first factor holds still. Both at once would only add a corner that is smaller "
        "than either strip and vanishes in the limit.",
        points=(
            "Both factors change when $x$ changes.",
            "The term they have belongs to the change of the first factor, with the second held still.",
            "The missing term is the second factor’s change times the first factor as it stands.",
        ),
    )
    values = {"f": u * v, "u": u, "v": v, "half": derivative(u) * v, "worked": worked}
    return Draw(values, (part,))
