"""The rule that comes first is the one for what was done last."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, choice_part

RULES = {"sum": "the sum rule", "product": "the product rule", "chain": "the chain rule"}
FORMS = {
    "sum": (
        "x^{n} sin(x) + e^({a}x)",
        "({a}x + {b})^{n} + x e^x",
        "x cos({a}x) + x^{n}",
        "sin(x)^{n} + x e^x",
    ),
    "product": (
        "({a}x + {b})^{n} e^x",
        "x^{n} sin({a}x + {b})",
        "(x^2 + {b}) cos({a}x)",
        "e^({a}x) (x + {b})^{n}",
    ),
    "chain": (
        "sin(x^{n} e^x + {b})",
        "({a}x + x sin(x))^{n}",
        "e^({a}x + x cos(x))",
        "(x^2 cos(x) + {b})^{n}",
    ),
}
WHY = {
    "sum": "The last thing done is to add.",
    "product": "The last thing done is to multiply two things that both change.",
    "chain": "The last thing done is done to everything inside at once.",
}
SEEN = {
    (
        "sum",
        "product",
    ): "There is a product in it, but it is only one of the terms. After it something is added.",
    ("sum", "chain"): "There is a function inside another, in one of the terms. After it something is added.",
    ("product", "sum"): "There is a plus in it, deep down. It was done early on. What was done last?",
    ("product", "chain"): "One of the two factors needs the chain rule later. First there are two factors.",
    ("chain", "sum"): "There is a plus in it, but something was done to the whole sum afterwards.",
    ("chain", "product"): "There is a product in it, but something was done to the whole of it afterwards.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a formula in which at least two rules are needed, and three rules to choose from."""
    right = str(rng.choice(list(RULES)))
    a, b, n = int(rng.integers(2, 8)), int(rng.integers(1, 10)), int(rng.integers(2, 6))
    f = parse(str(rng.choice(FORMS[right])).format(a=a, b=b, n=n))
    options = [{"id": name, "text": text} for name, text in RULES.items()]
    rng.shuffle(options)
    mistakes = tuple(
        Misconception(f"{wrong}-before-{right}", SEEN[right, wrong], wrong)
        for wrong in RULES
        if wrong != right
    )
    part = choice_part("rule", options, right, label="First comes", misconceptions=mistakes)
    return Draw({"f": f, "why": WHY[right], "rule": RULES[right]}, (part,))
