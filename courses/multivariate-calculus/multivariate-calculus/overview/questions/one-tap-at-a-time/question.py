"""A quadratic of two taps: hold one still, and take the slope by the other."""

import numpy as np

from upslope.maths import Expression, derivative, evaluate, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import at_point, partial_derivatives


def generate(rng: np.random.Generator) -> Draw:
    """Return k x² + m xy + n y² + c with small whole numbers, and a setting of both taps."""
    k, m, n, c = (int(number) for number in rng.integers(2, 6, 4))
    a, b = (int(number) for number in rng.choice(np.arange(1, 6), 2, replace=False))
    f = parse(f"{k}x^2 - {m}*x*y + {n}y^2 + {c}", ("x", "y"))
    alone = tidy(f.substitute({"y": b}))
    slope = tidy(derivative(alone))
    answer = round(evaluate(slope, {"x": a}))
    at = {"x": a, "y": b}
    parts = (
        expression_part("alone", alone, label=f"$f(x, {b}) =$", misconceptions=(_dropped(f),)),
        number_part(
            "slope",
            answer,
            label=f"Its slope at $x = {a}$:",
            misconceptions=(
                at_point(partial_derivatives.wrong_letter_moved(f, "y"), at),
                at_point(partial_derivatives.slopes_added(f), at),
                at_point(partial_derivatives.other_letter_taken_for_zero(f), at),
                _height(round(evaluate(f, at))),
            ),
            follow_through=FollowThrough("alone", differentiate="x", at={"x": a}),
        ),
    )
    values = {"f": f, "a": a, "b": b, "alone": alone, "slope": slope, "answer": answer}
    return Draw(values, tuple(distinct(part) for part in parts))


def _dropped(f: Expression) -> Misconception:
    return Misconception(
        "held-letter-dropped",
        "You left out the terms with $y$. A letter that holds still is not gone: it stays, as a number.",
        str(f.substitute({"y": 0})),
    )


def _height(value: int) -> Misconception:
    return Misconception(
        "height-for-slope",
        "That is how bad it is at this setting. Asked is how fast it changes: take the derivative before you "
        "put the number in.",
        str(value),
    )
