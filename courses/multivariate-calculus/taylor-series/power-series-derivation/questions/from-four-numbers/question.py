"""The polynomial of order 3 that has a given value and three given derivatives at 0."""

import numpy as np

from upslope.maths import number, parse, symbol, tidy
from upslope.questions import Draw, Misconception, expression_part

UNDIVIDED = (
    "You wrote the four numbers straight before the powers. Differentiate your square twice: it gives twice "
    "the acceleration. Divide each number by the factorial of its order."
)
BY_THE_ORDER = (
    "The square is right. Differentiate your cube three times and compare with the jerk: a 3, a 2 and a 1 "
    "come down, so divide by all of them."
)
NO_HEIGHT = "These are the changes from second 0 on. The drone was not on the ground: add its height."


def generate(rng: np.random.Generator) -> Draw:
    """Return height and speed, an even acceleration and a jerk that six divides; negative ones, too."""
    height, speed = int(rng.integers(2, 10)), int(rng.integers(2, 10))
    bend, twist = int(rng.choice([-3, -2, 2, 3])), int(rng.choice([-2, -1, 1, 2]))
    t = symbol("t")

    def polynomial(*dials: int) -> str:
        return str(tidy(sum((number(c) * t ** number(k) for k, c in enumerate(dials)), number(0))))

    mistakes = (
        Misconception("factorials-missing", UNDIVIDED, polynomial(height, speed, 2 * bend, 6 * twist)),
        Misconception("divided-by-the-order", BY_THE_ORDER, polynomial(height, speed, bend, 2 * twist)),
        Misconception("taylor-value-dropped", NO_HEIGHT, polynomial(0, speed, bend, twist)),
    )
    signs = ["-" if dial < 0 else "+" for dial in (bend, twist)]
    cube = f"{abs(twist)} t^3" if abs(twist) > 1 else "t^3"
    answer = parse(f"{height} + {speed} t {signs[0]} {abs(bend)} t^2 {signs[1]} {cube}", ("t",))
    part = expression_part(
        "height", answer, label="$f(t) \\approx$", variables=("t",), misconceptions=mistakes
    )
    values = {
        "height": height,
        "speed": speed,
        "acceleration": 2 * bend,
        "jerk": 6 * twist,
        "start": parse(f"{height} + {speed} t", ("t",)),
        "answer": answer,
        "cube": tidy(parse(f"({twist}) t^3", ("t",))),
    }
    return Draw(values, (part,))
