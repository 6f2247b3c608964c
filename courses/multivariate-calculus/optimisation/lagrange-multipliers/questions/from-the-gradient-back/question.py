"""A gradient is given, and one value: find the function. The mixed term must not be counted twice."""

import numpy as np

from upslope.maths import derivative, gradient, parse
from upslope.questions import Draw, Misconception, distinct, expression_part

TWICE = (
    "You went back from both slopes and added everything. The term with both letters shows up in both "
    "slopes, but it is *one* term of the function."
)
CONSTANT = "The slopes are right. At the origin your function has another value than the one that is given."
WHOLE = (
    "The term in y alone is too large. Differentiate it by y: the exponent comes down as a factor, so on the "
    "way back you divide by it."
)
ONE_SIDE = (
    "Your function has the right slope by x. Its slope by y lacks the part that holds only y: going back "
    "from the slope by x cannot see it."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a x²y (or a x y²) + b x + c y² + d, told by its gradient and its value d at the origin."""
    a, b, c = (int(n) for n in rng.integers(2, 6, 3))
    d = int(rng.integers(1, 10))
    mixed = str(rng.choice([f"{a} x^2*y", f"{a} x*y^2", f"{a} x*y"]))
    f = parse(f"{mixed} + {b} x + {c} y^2 + {d}", ("x", "y"))
    slopes = gradient(f, ("x", "y"))
    mistakes = (
        Misconception("mixed-term-twice", TWICE, str(f + parse(mixed, ("x", "y")))),
        Misconception("another-constant", CONSTANT, str(f - parse(str(d), ()))),
        Misconception("part-of-y-alone-lost", ONE_SIDE, f"{mixed} + {b} x + {d}"),
        Misconception("exponent-not-divided-by", WHOLE, f"{mixed} + {b} x + {2 * c} y^2 + {d}"),
    )
    part = expression_part("f", f, variables=("x", "y"), label="$f(x, y) =$", misconceptions=mistakes)
    by_x, by_y = derivative(f, "x"), derivative(f, "y")
    values = {"by_x": by_x, "by_y": by_y, "d": d, "mixed": parse(mixed, ("x", "y")), "b": b, "c": c, "f": f}
    return Draw({**values, "lacks": f"{2 * c}y", "worked": slopes}, (distinct(part),))
