"""The steps of the chain rule; the two slopes may be found in either order."""

import numpy as np

from upslope.maths import derivative, differentiate, symbol, to_latex
from upslope.questions import Draw, Misconception, ordering_part

MISTAKES = (
    Misconception("outer-missing", "What is multiplied here has to be found first.", "multiply, outer"),
    Misconception("product-before-slopes", "Find both slopes before you multiply them.", "multiply, inner"),
    Misconception(
        "put-back-too-soon", "With $u$ put back there is nothing left to multiply.", "back, multiply"
    ),
    Misconception("name-too-late", "The steps speak of $u$. Say first what $u$ is.", "outer, name"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the steps for (ax² + b)ⁿ."""
    a, b, n = int(rng.integers(2, 7)), int(rng.integers(1, 10)), int(rng.integers(3, 8))
    x, u = symbol("x"), symbol("u")
    inner = a * x**2 + b
    f = inner**n
    outer, inner_slope = to_latex(derivative(u**n, "u")), to_latex(derivative(inner, "x"))
    texts = {
        "name": f"Name what is in the bracket: $u = {to_latex(inner)}$.",
        "outer": f"The outer slope: $\\frac{{df}}{{du}} = {outer}$.",
        "inner": f"The inner slope: $\\frac{{du}}{{dx}} = {inner_slope}$.",
        "multiply": f"Multiply: $\\frac{{df}}{{dx}} = {outer} \\cdot {inner_slope}$.",
        "back": f"Put the bracket back: $f'(x) = {to_latex(derivative(f, 'x'))}$.",
    }
    part = ordering_part(
        "steps",
        [{"id": name, "text": text} for name, text in texts.items()],
        ["name", ["outer", "inner"], "multiply", "back"],
        rng=rng,
        misconceptions=MISTAKES,
    )
    return Draw({"f": f, "worked": differentiate(f)}, (part,))
