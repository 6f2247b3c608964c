"""A sum, a product and two chains of the same power and wave, to be matched with their slopes."""

import numpy as np

from upslope.maths import derivative, parse, tidy, to_latex
from upslope.questions import Draw, Misconception, matching_part

INSIDE = (
    "The outside is differentiated well, at the inside. The inside has a slope as well, and it is a factor."
)
TURNS = "That multiplies the two slopes. In a product the factors take turns, so there are two terms."


def generate(rng: np.random.Generator) -> Draw:
    """Return xⁿ with the sine or the cosine: added, multiplied, and each inside the other."""
    n, wave = int(rng.integers(2, 8)), str(rng.choice(["sin", "cos"]))
    texts = {
        "sum": f"x^{n} + {wave}(x)",
        "product": f"x^{n} {wave}(x)",
        "chain": f"{wave}(x^{n})",
        "power": f"{wave}(x)^{n}",
    }
    functions = {name: parse(text) for name, text in texts.items()}
    slopes = {name: tidy(derivative(function)) for name, function in functions.items()}
    power, wave_slope = derivative(parse(f"x^{n}")), derivative(parse(f"{wave}(x)"))
    slopes["inside-left-out"] = tidy(wave_slope.substitute({"x": parse(f"x^{n}")}))
    slopes["slopes-multiplied"] = tidy(power * wave_slope)
    latex = {f"{name}_slope": to_latex(slope) for name, slope in slopes.items()}
    part = matching_part(
        "slopes",
        [
            {"id": str(name), "text": f"${to_latex(functions[str(name)])}$"}
            for name in rng.permutation(list(texts))
        ],
        [{"id": str(name), "text": f"${latex[f'{name}_slope']}$"} for name in rng.permutation(list(slopes))],
        {name: name for name in functions},
        words=("function", "slope"),
        misconceptions=(
            Misconception("inner-derivative-forgotten", INSIDE, "chain: inside-left-out"),
            Misconception("product-of-derivatives", TURNS, "product: slopes-multiplied"),
        ),
    )
    return Draw({**functions, **latex}, (part,))
