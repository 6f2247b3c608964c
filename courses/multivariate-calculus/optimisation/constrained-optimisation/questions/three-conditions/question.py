"""The conditions of Lagrange for a small function of two variables, typed line by line."""

import numpy as np

from upslope.maths import Expression, derivative, gradient, parse, symbol, tidy
from upslope.questions import Draw, Part, distinct, expression_part
from upslope.questions.misconceptions import lagrange as slips

NAMES = ("x", "y")
LETTERS = (*NAMES, "lambda")
# what is wanted, what holds, and the right sides with friendly solutions
PROBLEMS = (
    ("the largest hutch", "x y", "{a}x + {b}y", (12, 24, 36)),
    ("the shortest way to a hedge", "x^2 + y^2", "x y", (2, 3, 4, 5)),
    ("the least paint for a box", "2x^2 + {a}x y", "x^2 y", (8, 27, 64)),
    ("the most light through a window", "{a}x y - {b}x^2", "2x + y", (6, 10, 12)),
    ("the cheapest mixture", "x^2 + {a}y^2", "x + {b}y", (9, 11, 19)),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five kinds of problem with its numbers."""
    what, wanted, fence, sides = PROBLEMS[int(rng.integers(len(PROBLEMS)))]
    a, b = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
    f, g = (parse(text.format(a=a, b=b), NAMES) for text in (wanted, fence))
    c = int(rng.choice(sides))
    conditions = {name: tidy(derivative(f, name) - symbol("lambda") * derivative(g, name)) for name in NAMES}
    parts = tuple(
        _part(name, order, conditions[name], f, g)
        for name, order in zip(NAMES, ("First", "Second"), strict=True)
    )
    values = {"what": what, "f": f, "g": g, "c": c, "fx": derivative(f, "x"), "gx": derivative(g, "x")}
    values |= {"first": conditions["x"], "second": conditions["y"]}
    return Draw({**values, "gy": derivative(g, "y"), "of_f": gradient(f, NAMES)}, parts)


def _part(name: str, order: str, answer: Expression, f: Expression, g: Expression) -> Part:
    """The line of one variable; its sign and size are as asked, so the mistakes can be told apart."""
    return distinct(
        expression_part(
            f"by_{name}",
            answer,
            variables=LETTERS,
            up_to="factor",
            label=f"{order}, by ${name}$: what has to be 0",
            misconceptions=(
                slips.multiplier_sign_turned(f, g, name),
                slips.multiplier_forgotten(f, g, name),
                slips.constraint_left_out(f, name),
                slips.constraint_not_differentiated(f, g, name),
            ),
        )
    )
