"""The cost of a box with a square floor: a square, a product and a number, and one letter that moves."""

import numpy as np

from upslope.maths import number, parse, partial_derivative
from upslope.questions import Draw, distinct, expression_part
from upslope.questions.misconceptions import partial_derivatives, sum_rule

THINGS = ("A crate", "A planter", "An aquarium", "A letterbox", "A rabbit hutch", "A nesting box")
NAMES = (("w", "h"), ("b", "h"), ("s", "k"), ("x", "y"))


def generate(rng: np.random.Generator) -> Draw:
    """Return a w² + b w h + c, to be differentiated by either letter."""
    a, b, c = (int(n) for n in rng.choice(np.arange(2, 10), 3, replace=False))
    names = NAMES[int(rng.integers(len(NAMES)))]
    x, y = names
    f = parse(f"{a} {x}^2 + {b} {x} {y} + {c}", names)
    moves, still = names if rng.integers(3) else (y, x)
    worked = partial_derivative(f, moves)
    mistakes = (
        partial_derivatives.other_letter_dropped(f, moves, still),
        partial_derivatives.other_letter_taken_for_zero(f, moves, still),
        partial_derivatives.wrong_letter_moved(f, still),
        sum_rule.constant_survives(f, number(c), moves),
    )
    part = expression_part(
        "slope",
        worked.result,
        variables=names,
        label=rf"$\dfrac{{\partial c}}{{\partial {moves}}} =$",
        misconceptions=mistakes,
    )
    thing = THINGS[int(rng.integers(len(THINGS)))]
    values = {"thing": thing, "f": f, "x": x, "y": y, "moves": moves, "still": still, "worked": worked}
    return Draw(values, (distinct(part),))
