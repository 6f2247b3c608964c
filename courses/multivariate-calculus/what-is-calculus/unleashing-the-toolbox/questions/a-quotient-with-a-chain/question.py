"""Something with an inside over a straight line: quotient and chain, then the slope at 0."""

from fractions import Fraction

import numpy as np

from upslope.maths import derivative, differentiate, number, parse, to_latex
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import at_point, quotient, slope

INSIDE = (
    "The quotient is handled well. In the top, something stands inside and changes at a rate of its own: "
    "multiply by that rate."
)
TOPS = ("e^({k}x)", "sin({k}x) + {a}", "e^({k}x) + {a}")


def generate(rng: np.random.Generator) -> Draw:
    """Return a top with an inside over b x + c, with c at most 2 so that the slope at 0 stays small."""
    k, b = (int(n) for n in rng.choice(np.arange(2, 7), 2, replace=False))
    a, c = int(rng.integers(2, 5)), int(rng.integers(1, 3))
    top, bottom = parse(str(rng.choice(TOPS)).format(k=k, a=a)), parse(f"{b}x + {c}")
    at_zero = {"e": 1, "s": a}[str(top)[0]] + (a if str(top).startswith("e") and "+" in str(top) else 0)
    answer = Fraction(k * c - at_zero * b, c * c)
    forgotten = (derivative(top) / k * bottom - top * derivative(bottom)) / bottom**2
    early = (
        quotient.quotient_of_derivatives(top, bottom),
        Misconception("inside-forgotten", INSIDE, str(forgotten)),
        quotient.turns_swapped(top, bottom),
        quotient.minus_lost(top, bottom),
    )
    parts = (
        expression_part(
            "derivative",
            derivative(top / bottom),
            label="$f'(x) =$",
            domain={"x": (0.0, 1.5)},
            misconceptions=early,
            weight=2,
        ),
        number_part(
            "at_zero",
            answer,
            label="$f'(0) =$",
            misconceptions=(
                slope.height_for_slope(at_zero if c == 1 else Fraction(at_zero, c)),
                *(at_point(mistake, {"x": 0}) for mistake in early),
            ),
            follow_through=FollowThrough("derivative", at={"x": 0}),
        ),
    )
    values = {"f": top / bottom, "worked": differentiate(top / bottom), "answer": number(answer)}
    slopes = {"top_slope": to_latex(derivative(top)), "bottom_slope": b}
    return Draw(
        {**values, **slopes, "top_at_zero": at_zero, "rate": k, "b": b, "c": c},
        tuple(distinct(part) for part in parts),
    )
