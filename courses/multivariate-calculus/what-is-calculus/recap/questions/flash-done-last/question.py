"""The last thing done names the first rule."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, choice_part

RULES = {"sum": "sum rule", "product": "product rule", "chain": "chain rule"}
FORMS = {
    "sum": ("sin(x) + x^{n}", "e^x + x^{n}", "x^{n} + cos(x)"),
    "product": ("x^{n} sin(x)", "x^{n} e^x", "e^x cos({n}x)"),
    "chain": ("sin(x^{n})", "e^(x^{n})", "(sin(x) + {n})^3"),
}
WHY = {
    "sum": "Last of all, two things are added: the sum rule.",
    "product": "Last of all, two things that both change are multiplied: the product rule.",
    "chain": "Last of all, something is done to everything inside: the chain rule.",
}
LOOK = (
    "Its turn may come later, or not at all. Work out a value in your mind: what do you do at the very end?"
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a short formula of one of three builds."""
    right = str(rng.choice(list(RULES)))
    f = parse(str(rng.choice(FORMS[right])).format(n=int(rng.integers(2, 7))))
    options = [{"id": name, "text": text} for name, text in RULES.items()]
    rng.shuffle(options)
    mistakes = tuple(Misconception(f"{name}-too-soon", LOOK, name) for name in RULES if name != right)
    return Draw({"f": f, "why": WHY[right]}, (choice_part("rule", options, right, misconceptions=mistakes),))
