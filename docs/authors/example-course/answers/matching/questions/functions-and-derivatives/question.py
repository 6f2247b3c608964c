"""Functions and their derivatives; among the letters are the results of usual slips, too."""

import numpy as np

from upslope.maths import differentiate, number, parse, symbol, to_latex
from upslope.questions import Draw, Misconception, matching_part

MISTAKES = (
    Misconception("inner-forgotten", "What stands in the bracket changes, too.", "power: no_inner"),
    Misconception("sign-forgotten", "The cosine begins at its top and falls.", "cosine: no_sign"),
    Misconception("slopes-multiplied", "A product's derivative has two terms.", "product: exponential"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return (ax + b)ⁿ, cos cx, e^(kx) and x e^(kx); slopes multiplied, the last is like the third."""
    a, b, c, k = (int(value) for value in rng.choice(np.arange(2, 8), 4, replace=False))
    n = int(rng.integers(3, 7))
    x = symbol("x")
    inner = a * x + b
    functions = {
        "power": inner**n,
        "cosine": parse(f"cos({c}x)"),
        "exponential": parse(f"e^({k}x)"),
        "product": x * parse(f"e^({k}x)"),
    }
    worked = {name: differentiate(function) for name, function in functions.items()}
    slopes = {name: derivation.result for name, derivation in worked.items()}
    slopes |= {"no_inner": number(n) * inner ** (n - 1), "no_sign": parse(f"{c}sin({c}x)")}
    part = matching_part(
        "derivatives",
        [{"id": name, "text": f"${to_latex(functions[name])}$"} for name in rng.permutation(list(functions))],
        [{"id": name, "text": f"${to_latex(slopes[name])}$"} for name in rng.permutation(list(slopes))],
        {name: name for name in functions},
        words=("function", "derivative"),
        misconceptions=MISTAKES,
    )
    return Draw(worked, (part,))
