"""A polynomial of two variables with a mixed term, a plain one and a term that only y moves."""

import numpy as np

from upslope.maths import Expression, derivative, parse, partial_derivative
from upslope.questions import Draw, Part, distinct, expression_part
from upslope.questions.misconceptions import partial_derivatives

NAMES = ("x", "y")


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ yᵐ ± b x y ± c y with n, m from 2 to 4."""
    a, b, c = (int(k) for k in rng.choice(np.arange(2, 10), 3, replace=False))
    n, m = (int(k) for k in rng.integers(2, 5, 2))
    first, second = (str(s) for s in rng.choice(["+", "-"], 2))
    f = parse(f"{a} x^{n} y^{m} {first} {b} x y {second} {c} y", NAMES)
    leading = parse(f"{a} x^{n} y^{m}", NAMES)
    values = {"f": f, "firstx": derivative(leading, "x"), "firsty": derivative(leading, "y")}
    worked = {"workedx": partial_derivative(f, "x"), "workedy": partial_derivative(f, "y")}
    return Draw({**values, **worked}, (_part(f, "x", "y"), _part(f, "y", "x")))


def _part(f: Expression, moves: str, still: str) -> Part:
    part = expression_part(
        f"slope_{moves}",
        derivative(f, moves),
        variables=NAMES,
        label=rf"$\dfrac{{\partial f}}{{\partial {moves}}} =$",
        misconceptions=(
            partial_derivatives.wrong_letter_moved(f, still),
            partial_derivatives.other_letter_moved_too(f, moves, still),
            partial_derivatives.other_letter_dropped(f, moves, still),
            partial_derivatives.slopes_added(f, moves, still),
        ),
    )
    return distinct(part)
