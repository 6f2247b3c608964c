"""The value of a stand-in for the sine, the cosine or the exponential, by sums and products."""

import math
from fractions import Fraction

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

SIGN = "Every step is right but for a sign. Look at what stands before each term."
DIVISOR = "The powers are right. They are not used whole: divide each by the number below it."
DOUBLED = "A power is not a multiple: $x^2$ is $x$ times $x$, and $x^3$ is that times $x$ once more."
# the name of the function, its value, and its stand-in: sign, power and divisor of each term
STAND_INS = {
    "sine": (r"\sin {}", math.sin, ((1, 1, 1), (-1, 3, 6))),
    "cosine": (r"\cos {}", math.cos, ((1, 0, 1), (-1, 2, 2))),
    "exponential": ("e^{{{}}}", math.exp, ((1, 0, 1), (1, 1, 1), (1, 2, 2))),
}
TENTHS = {"sine": (3, 6, 9, 12), "cosine": (2, 4, 6, 8), "exponential": (-4, -2, 2, 4, 6)}
THINGS = ("toy robot", "weather balloon", "lighthouse", "kitchen scale")


def generate(rng: np.random.Generator) -> Draw:
    """Return one of three stand-ins and a number of tenths that keeps the arithmetic short."""
    kind = str(rng.choice(list(STAND_INS)))
    name, exact, terms = STAND_INS[kind]
    x = Fraction(int(rng.choice(TENTHS[kind])), 10)
    values = [sign * x**power / divisor for sign, power, divisor in terms]
    value, truth = sum(values), exact(x)
    mistakes = (
        Misconception("divisor-left-out", DIVISOR, str(sum(s * x**power for s, power, _ in terms))),
        Misconception("sign-turned", SIGN, str(sum(values[:-1]) - values[-1])),
        Misconception("power-as-multiple", DOUBLED, str(_multiplied(x, terms))),
    )
    part = number_part("value", float(value), label="It says", misconceptions=mistakes)
    told = {
        "thing": str(rng.choice(THINGS)),
        "name": name.format("x"),
        "shown": name.format(_decimal(x) if x > 0 or kind == "exponential" else f"({_decimal(x)})"),
        "polynomial": "".join(_term(*one) for one in terms).lstrip("+ "),
        "at": _decimal(x),
        "powers": " and ".join(f"$x^{power} = {_decimal(x**power)}$" for _, power, _ in terms if power > 1),
        "terms": "".join(_signed(one) for one in values).lstrip("+ "),
        "value": _decimal(value),
        "truth": f"{truth:.6f}",
        "off": _decimal(Fraction(f"{abs(float(value) - truth):.2g}")),
    }
    return Draw(told, (distinct(part),))


def _multiplied(x: Fraction, terms: tuple[tuple[int, int, int], ...]) -> Fraction:
    """Return the value with x² taken for 2x and x³ for 3x."""
    return sum((s * (x * power if power else 1) / divisor for s, power, divisor in terms), Fraction(0))


def _term(sign: int, power: int, divisor: int) -> str:
    body = "1" if power == 0 else "x" if power == 1 else rf"\frac{{x^{power}}}{{{divisor}}}"
    return f" {'+' if sign > 0 else '-'} {body}"


def _signed(value: Fraction) -> str:
    return f" {'+' if value > 0 else '-'} {_decimal(abs(value))}"


def _decimal(value: Fraction) -> str:
    return f"{float(value):.8f}".rstrip("0").rstrip(".")
