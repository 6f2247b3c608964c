"""All antiderivatives of a polynomial, typed with a free constant; who forgets it is told."""

import numpy as np

from upslope.maths import derivative, differentiate, parse
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import antiderivative

SCENES = (
    "A hiker knows how steep her way was at every kilometre $x$, and would like the heights.",
    "A meter tells how fast water ran into a tank at every minute $x$. How much is in it?",
    "You know the speed of a snail at every hour $x$, and wonder where it is.",
    "Somebody has drawn the slope of a curve and has lost the curve.",
)
NO_CONSTANT = (
    "This is one of them, and it is right. Would it lose its slope if it were lifted? Every lifted copy "
    "has the same slope, so add a free constant, $+\\,C$."
)
NOT_DIVIDED = (
    "The exponents went up by one, as they should. Differentiate your answer: each new exponent comes down"
    " as a factor. Divide by it."
)
OLD_EXPONENT = (
    "You divided by the exponents as they were. Differentiate your answer: it is the new exponent that "
    "comes down, so divide by that one."
)
CONSTANT_LOST = (
    "The powers are done well. The plain number in the slope got lost: which function has that slope all "
    "the way? A straight line."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the slope of a xⁿ ± b x² + c x with n from 3 to 5."""
    n, a, b, c = (int(rng.integers(low, high)) for low, high in ((3, 6), (2, 5), (2, 6), (2, 10)))
    sign = str(rng.choice(["+", "-"]))
    one = parse(f"{a} x^{n} {sign} {b} x^2 + {c} x")
    slope = derivative(one)
    middle = f"{sign} {2 * b}"
    part = expression_part(
        "family",
        parse(f"({one}) + C", ("x", "C")),
        label="$f(x) =$",
        variables=("x", "C"),
        misconceptions=(
            Misconception("constant-of-integration-forgotten", NO_CONSTANT, str(one)),
            antiderivative.differentiated_instead(slope),
            Misconception(
                "not-divided-by-the-exponent", NOT_DIVIDED, f"{a * n} x^{n} {middle} x^2 + {c} x + C"
            ),
            Misconception(
                "divided-by-the-old-exponent", OLD_EXPONENT, f"{a * n}/{n - 1} x^{n} {middle} x^2 + {c} x + C"
            ),
            Misconception("constant-slope-lost", CONSTANT_LOST, f"{a} x^{n} {sign} {b} x^2 + C"),
        ),
    )
    values = {"scene": str(rng.choice(SCENES)), "slope": slope, "one": one, "first": parse(f"{a} x^{n}")}
    return Draw({**values, "worked": differentiate(one)}, (distinct(part),))
