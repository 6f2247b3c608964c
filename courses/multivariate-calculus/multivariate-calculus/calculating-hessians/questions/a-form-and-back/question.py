"""A quadratic form to its Hessian, and a Hessian to its quadratic form."""

import numpy as np

from upslope.maths import hessian, matrix, parse
from upslope.questions import Draw, Misconception, distinct, expression_part, matrix_part
from upslope.questions.misconceptions import hessian as slips

NAMES = ("x", "y")
MIXED = (
    "The diagonal is right. Differentiate $xy$ once by $x$ and once by $y$: that gives 1, not 2. The number "
    "before $xy$ goes into the table as it is."
)
TWICE = (
    "You wrote the entries before the squares as they stand. Try it: differentiate your formula twice by "
    "$x$, and compare with the table."
)
BOTH = (
    "The squares are right, and $xy$ is counted for both sides of the diagonal. Differentiate your formula "
    "by $x$ and then by $y$, and compare with the table."
)
HALVED = (
    "The squares are right. The number before $xy$ was halved as well: differentiate $xy$ once by each "
    "letter, and no 2 comes down that you would have to take back."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a x² ± b xy ± c y², and another form with an even twist, as a table."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 8), 3, replace=False))
    d, e = (int(n) for n in rng.choice(np.arange(2, 8), 2, replace=False))
    twist = 2 * int(rng.integers(1, 5))
    s, t, w, v = (int(n) for n in rng.choice([-1, 1], 4))
    q = parse(f"{a}x^2 {_signed(s * b)}x*y {_signed(t * c)}y^2", NAMES)
    worked = hessian(q, NAMES)
    table = matrix([[2 * d, w * twist], [w * twist, 2 * v * e]])
    form = parse(f"{d}x^2 {_signed(w * twist)}x*y {_signed(v * e)}y^2", NAMES)
    first = matrix_part(
        "hessian",
        worked.result,
        variables=(),
        label="The first Hessian:",
        misconceptions=(
            slips.coefficients_read_off(q, NAMES),
            Misconception(
                "mixed-brought-down-too", MIXED, f"[{2 * a}, {2 * s * b}; {2 * s * b}, {2 * t * c}]"
            ),
            slips.mixed_terms_missing(q, NAMES),
        ),
    )
    wrongs = {
        "diagonal-not-halved": (TWICE, (2 * d, w * twist, 2 * v * e)),
        "twist-counted-twice": (BOTH, (d, 2 * w * twist, v * e)),
        "twist-halved": (HALVED, (d, w * twist // 2, v * e)),
    }
    second = expression_part(
        "form",
        form,
        variables=NAMES,
        label="The second formula:",
        misconceptions=[
            Misconception(code, says, f"{p}x^2 {_signed(m)}x*y {_signed(n)}y^2")
            for code, (says, (p, m, n)) in wrongs.items()
        ],
    )
    return Draw(
        {"q": q, "other": table, "half": d, "form": form, "worked": worked}, (distinct(first), second)
    )


def _signed(n: int) -> str:
    return f"- {-n}" if n < 0 else f"+ {n}"
