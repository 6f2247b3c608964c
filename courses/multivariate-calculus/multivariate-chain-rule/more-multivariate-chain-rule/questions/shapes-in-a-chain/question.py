"""How many rows and columns the Jacobians of a chain have, and how many their product."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, matrix_part

STORIES = (
    (
        "A machine has {k} motors. They move {m} joints, and the joints move {n} tools.",
        ("motors", "joints", "tools"),
    ),
    (
        "A greenhouse has {k} valves. They decide {m} temperatures, and these decide how fast "
        "{n} plants grow.",
        ("valves", "temperatures", "plants"),
    ),
    (
        "A small network takes {k} inputs. From them it makes {m} numbers in the middle, and from those "
        "{n} outputs.",
        ("inputs", "numbers in the middle", "outputs"),
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a story with three different sizes from 2 to 7."""
    k, m, n = (int(size) for size in rng.choice(np.arange(2, 8), 3, replace=False))
    story, (first, second, third) = STORIES[int(rng.integers(len(STORIES)))]
    parts = (
        matrix_part("inner", f"[{m}, {k}]", variables=(), label=r"$\mathbf{J}_{\mathbf{b}}$ has the shape"),
        matrix_part(
            "product",
            f"[{n}, {k}]",
            variables=(),
            label=r"$\mathbf{J}_{\mathbf{c}}\,\mathbf{J}_{\mathbf{b}}$ has the shape",
            misconceptions=(
                Misconception(
                    "inner-number-kept",
                    "The number in the middle is summed over, and vanishes. The outer two are left: rows of "
                    "the first factor, columns of the last.",
                    f"[{n}, {m}]",
                ),
            ),
        ),
    )
    values = {"story": story.format(k=k, m=m, n=n), "first": first, "second": second, "third": third}
    return Draw({**values, "k": k, "m": m, "n": n}, tuple(distinct(part) for part in parts))
