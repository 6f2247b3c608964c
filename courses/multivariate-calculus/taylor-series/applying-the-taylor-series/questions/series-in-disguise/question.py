"""The Maclaurin polynomial of exp(a x²), from that of the exponential."""

import numpy as np

from upslope.maths import parse, taylor_polynomial
from upslope.questions import Draw, Misconception, distinct, expression_part

PLAIN = (
    "You put in the number and lost the square: this is the series of an exponent that grows evenly. The "
    "whole exponent stands for $u$, square and all."
)
NUMBER = (
    "The powers of $x$ are right. When $u$ is squared, the number in front of its $x^2$ is squared as well."
)
UNDIVIDED = "The last term of the exponential is $u^2$ divided by $2!$. The half is missing."
SHORT = "That is right as far as it goes, and it stops at $x^2$. The square of $u$ has a power of 4."
POWER = "Squaring $u$ squares its $x^2$: the exponents are multiplied, so the power of $x$ becomes 4."


def generate(rng: np.random.Generator) -> Draw:
    """Return e^(a x²), or b times it, with a from −4 to 4 and b from 1 to 3."""
    a, b = int(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4])), int(rng.integers(1, 4))
    front = "" if b == 1 else f"{b}*"

    def polynomial(second: str, third: str = "") -> str:
        return f"{b} + {b}*({a})*{second}" + (f" + {b}*{third}" if third else "")

    part = expression_part(
        "polynomial",
        polynomial("x^2", f"{a * a}*x^4/2"),
        label="$p(x) =$",
        misconceptions=(
            Misconception("square-of-the-exponent-lost", PLAIN, polynomial("x", f"{a * a}*x^2/2")),
            Misconception("number-not-squared", NUMBER, polynomial("x^2", f"({a})*x^4/2")),
            Misconception("factorials-missing", UNDIVIDED, polynomial("x^2", f"{a * a}*x^4")),
            Misconception("one-order-short", SHORT, polynomial("x^2")),
            Misconception("powers-not-multiplied", POWER, polynomial("x^2", f"{a * a}*x^3/2")),
        ),
    )
    inner = f"{a} x^2" if abs(a) > 1 else ("x^2" if a > 0 else "-x^2")
    middle = f"{'-' if a < 0 else '+'} {abs(a * b) if abs(a * b) > 1 else ''} x^2"
    last = f"{a * a * b} x^4/2" if a * a * b > 1 else "x^4/2"
    values = {
        "f": parse(f"{front}e^({inner})"),
        "inner": parse(inner),
        "square": parse(f"{a * a} x^4" if abs(a) > 1 else "x^4"),
        "worked": taylor_polynomial(parse(f"{front}e^u", ("u",)), "u", 0, 2),
        "answer": parse(f"{b} {middle} + {last}"),
    }
    return Draw(values, (distinct(part),))
