"""Even, odd or neither, for a sum or a product of two simple functions."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

TEXTS = {"even": "even", "odd": "odd", "neither": "neither"}
REASONS = {
    "even": "With $-x$ it comes out the same: even. Its series has even powers only.",
    "odd": "With $-x$ its sign is turned: odd. Its series has odd powers only.",
    "neither": "With $-x$ it comes out as something else: neither. Its series has powers of both kinds.",
}
TRY = "Put a number in and its mirror image, such as 1 and $-1$. Compare what comes out, sign and all."
FUNCTIONS = {
    "even": (
        r"{a}x^2 + \cos x",
        r"x^{o}\,\sin x",
        r"{a} - x^4",
        r"\frac{{{a}}}{{1 + x^2}}",
        r"e^{{x^2}} + {a}",
    ),
    "odd": (
        r"{a}x + \sin x",
        r"x^{o}\,\cos x",
        r"x^3 - {a}x",
        r"\frac{{{a}x}}{{1 + x^2}}",
        r"x\,e^{{-{a}x^2}}",
    ),
    "neither": (r"{a}x + \cos x", r"e^{{{a}x}}", r"x^3 + {a}", r"\frac{{{a}}}{{2 + x}}", r"{a}x^2 + \sin x"),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return one of fifteen functions with a small number in it."""
    kind = str(rng.choice(list(TEXTS)))
    text = FUNCTIONS[kind][int(rng.integers(5))].format(a=int(rng.integers(2, 8)), o=int(rng.choice([3, 5])))
    options = [{"id": str(name), "text": TEXTS[str(name)]} for name in rng.permutation(list(TEXTS))]
    mistakes = tuple(Misconception(f"taken-for-{name}", TRY, name) for name in TEXTS if name != kind)
    part = choice_part("kind", options, kind, label="It is", misconceptions=mistakes)
    return Draw({"f": text, "reason": REASONS[kind]}, (part,))
