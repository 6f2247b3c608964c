"""The Jacobian of e^(k a) times a wave in b, plus a power of b: a row of two."""

import numpy as np

from upslope.maths import derivative, jacobian, parse
from upslope.questions import Draw, Misconception, distinct, matrix_part
from upslope.questions.misconceptions import gradient

NAMES = ("x", "y")
RATE = (
    "The exponential came back as it was. Its exponent changes at a rate of its own: multiply by that number."
)
STACKED = (
    "Both slopes are right, and they stand one above the other: that column is the gradient. The Jacobian of "
    "one output is one row."
)
SIGN = "The wave’s slope has its sign turned. The sine turns into the cosine, the cosine into minus the sine."


def generate(rng: np.random.Generator) -> Draw:
    """Return the function with x and y in either role, k from 2 to 6."""
    a, b = (str(name) for name in rng.permutation(NAMES))
    k, n, wave = int(rng.integers(2, 7)), int(rng.integers(2, 5)), str(rng.choice(["sin", "cos"]))
    product = parse(f"e^({k} {a}) {wave}({b})", NAMES)
    power = parse(f"{b}^{n}", b)
    f = product + power
    slope = {name: derivative(f, name) for name in NAMES}
    lost = slope | {a: product}
    turned = slope | {b: derivative(power, b) - derivative(product, b)}
    mistakes = (
        Misconception("rate-forgotten", RATE, _row(lost)),
        Misconception("wave-sign-turned", SIGN, _row(turned)),
        Misconception("transposed", STACKED, f"[{slope['x']}; {slope['y']}]"),
        gradient.slopes_swapped((slope["x"], slope["y"])),
    )
    worked = jacobian({"f": f}, NAMES)
    part = matrix_part(
        "jacobian",
        worked.result,
        variables=NAMES,
        shape="chosen",
        label=r"$\mathbf{J} =$",
        misconceptions=mistakes,
    )
    return Draw({"f": f, "a": a, "b": b, "k": k, "slope": slope[a], "worked": worked}, (distinct(part),))


def _row(slopes: dict[str, object]) -> str:
    return f"[{slopes['x']}, {slopes['y']}]"
