"""A composition to be taken apart into its inner and its outer function."""

import numpy as np

from upslope.maths import Expression, parse, symbol
from upslope.questions import Draw, Misconception, distinct, expression_part

OUTER = {
    "sin(u)": "the sine",
    "cos(u)": "the cosine",
    "e^u": "taking $e$ to that power",
    "sqrt(u)": "the square root",
    "u^{n}": "the power",
}
INNER = ("{a}x^2 + {b}", "x^3 + {a}x", "{a}x + {b}", "e^x + {b}", "sin(x) + {b}", "x^2 + {a}cos(x)")
CHANGED_PLACES = "Inside and outside have changed places. The inside is what meets $x$ first."
A_PIECE = (
    "That is a piece of the inside. The outer function works on all that it is given, "
    "so $u$ is the whole of it."
)
STILL_X = (
    "You named the right function, and you fed it $x$. What reaches it is $u$: write it with $u$ in its "
    "place."
)
WHOLE_DISPLAY = "That is the inside itself. The outer function is what is done *to* $u$ in the last move."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five outer functions round one of six inner ones."""
    a, b = (int(n) for n in rng.choice(np.arange(2, 10), 2, replace=False))
    form, name = list(OUTER.items())[rng.integers(len(OUTER))]
    outer = parse(form.format(n=int(rng.integers(3, 9))), ("u",))
    inner = parse(str(rng.choice(INNER)).format(a=a, b=b))
    x = symbol("x")
    parts = (
        expression_part(
            "inside",
            inner,
            label="$u =$",
            domain={"x": (0.3, 3.0)},
            misconceptions=(
                Misconception("changed-places", CHANGED_PLACES, str(outer.substitute({"u": x}))),
                Misconception("a-piece-of-the-inside", A_PIECE, str(_first_term(inner))),
            ),
        ),
        expression_part(
            "outside",
            outer,
            label="$y =$",
            variables=("u", "x"),
            domain={"u": (0.3, 3.0), "x": (0.3, 3.0)},
            misconceptions=(
                Misconception("outside-fed-with-x", STILL_X, str(outer.substitute({"u": x}))),
                Misconception("inside-for-outside", WHOLE_DISPLAY, str(inner)),
            ),
        ),
    )
    values = {"f": outer.substitute({"u": inner}), "inner": inner, "outer": outer, "last": name}
    return Draw(values, tuple(distinct(part) for part in parts))


def _first_term(inner: Expression) -> Expression:
    """Return what stands before the plus."""
    return parse(str(inner).split(" + ")[0])
