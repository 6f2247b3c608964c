"""a + k b for two columns with small whole entries."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, matrix_part

ALL = (
    "You added first and stretched afterwards. Only the second arrow is stretched; the first is walked once."
)
ONCE = (
    "You stretched only the upper entry. A number before a vector stretches all of it, or "
    "its direction changes."
)
PLAIN = "You added the arrows as they are. The second one has a number before it: walk it that many times."


def generate(rng: np.random.Generator) -> Draw:
    """Return two vectors without a zero and a factor 2, 3 or 4."""
    entries = [n for n in range(-5, 6) if n]
    a1, a2, b1, b2 = (int(n) for n in rng.choice(entries, 4))
    k = int(rng.integers(2, 5))
    mistakes = (
        Misconception("sum-stretched", ALL, f"[{k * (a1 + b1)}; {k * (a2 + b2)}]"),
        Misconception("one-entry-stretched", ONCE, f"[{a1 + k * b1}; {a2 + b2}]"),
        Misconception("factor-left-out", PLAIN, f"[{a1 + b1}; {a2 + b2}]"),
    )
    key = f"[{a1 + k * b1}; {a2 + k * b2}]"
    part = matrix_part(
        "sum", key, variables=(), label=f"$\\mathbf{{a}} + {k}\\,\\mathbf{{b}} =$", misconceptions=mistakes
    )
    values = {"a1": a1, "a2": a2, "b1": b1, "b2": b2, "k": k, "kb1": k * b1, "kb2": k * b2}
    return Draw({**values, "s1": a1 + k * b1, "s2": a2 + k * b2}, (distinct(part),))
