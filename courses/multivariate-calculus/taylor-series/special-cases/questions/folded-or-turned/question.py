"""Five functions, each even, odd or neither, by what becomes of them when x turns its sign."""

import numpy as np

from upslope.maths import parse, to_latex
from upslope.questions import Draw, Misconception, matching_part

LIFTED = (
    "The wave or the power alone would be odd. A number has been added, and a number does not turn its sign: "
    "an odd function is 0 at 0, and this one is not."
)
MOVED = (
    "It has a mirror, but the mirror does not stand at 0. Compare the values at 1 and at −1 before you call "
    "it even."
)
PRODUCT = (
    "Each of the two factors is odd, but they are multiplied: both signs turn, and the two turns cancel."
)
ONE_TURN = "Of the two factors only one keeps its sign when x turns. One turn is left over."
INSIDE = "Before anything else happens x is squared, and after that nobody can tell its sign."
KINDS = ("even", "odd", "neither")


def generate(rng: np.random.Generator) -> Draw:
    """Return one function of each of five makes, with numbers from 2 to 5."""
    a, b, c = (int(n) for n in rng.integers(2, 6, 3))
    pools = {
        "lifted": (f"sin(x) + {a}", f"x^3 - {a}", f"sin({b} x) - {a}", f"x^5 + {a}"),
        "moved": (f"(x - {b})^2", f"(x + {b})^4", f"(x - {b})^4", f"(x + {b})^2"),
        "twice": (f"x sin({c} x)", f"x^3 sin({c} x)", f"{c} x sin(x)", f"sin(x) sin({c} x)"),
        "once": (f"x cos({c} x)", f"x^2 sin({c} x)", f"sin(x) cos({c} x)", f"x^3 cos({c} x)"),
        "inside": (f"e^(-{a} x^2)", f"ln(x^2 + {a})", f"sqrt(x^2 + {b})", f"{b}/(x^2 + {a})"),
    }
    functions = {name: to_latex(parse(str(rng.choice(pool)))) for name, pool in pools.items()}
    part = matching_part(
        "kinds",
        [{"id": str(name), "text": f"${functions[str(name)]}$"} for name in rng.permutation(list(functions))],
        [{"id": kind, "text": kind} for kind in KINDS],
        {"lifted": "neither", "moved": "neither", "twice": "even", "once": "odd", "inside": "even"},
        reuse=True,
        words=("function", "kind"),
        misconceptions=(
            Misconception("lifted-odd", LIFTED, "lifted: odd"),
            Misconception("mirror-not-at-zero", MOVED, "moved: even"),
            Misconception("odd-times-odd", PRODUCT, "twice: odd"),
            Misconception("odd-times-even", ONE_TURN, "once: even"),
            Misconception("square-not-seen", INSIDE, "inside: neither"),
        ),
    )
    return Draw(functions, (part,))
