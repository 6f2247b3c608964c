"""Ways from one quantity to another, with or without a direct one."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

ARROW = (
    "There is an arrow straight from the first to the last. It is a way, too, and brings a term of its own."
)
NO_ARROW = "You counted one more than there are. Nothing leads straight from the first to the last."
ONE = "That is a single way. Every other way brings a term of its own, and they are added."


def generate(rng: np.random.Generator) -> Draw:
    """Return two to four quantities in between, and perhaps a direct arrow."""
    n, direct = int(rng.integers(2, 5)), bool(rng.integers(2))
    f, t, letters = (("f", "t", "xyzw"), ("C", "s", "uvpq"), ("V", "h", "abcd"))[rng.integers(3)]
    *first, last = (f"${letter}$" for letter in letters[:n])
    slip = Misconception("direct-way-forgotten", ARROW, str(n))
    if not direct:
        slip = Misconception("direct-way-invented", NO_ARROW, str(n + 1))
    mistakes = (slip, Misconception("one-way-counted", ONE, "1"))
    part = number_part("terms", n + direct, label="Terms:", misconceptions=mistakes)
    values = {
        "t": t,
        "f": f,
        "between": f"{', '.join(first)} and {last}",
        "direct": f"It also stands in ${f}$ itself." if direct else f"It does not stand in ${f}$ itself.",
        "count": {2: "Two", 3: "Three", 4: "Four"}[n],
        "and_direct": ", and one straight" if direct else "",
        "answer": n + direct,
    }
    return Draw(values, (distinct(part),))
