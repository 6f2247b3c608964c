"""What the Maclaurin polynomials of order 1 and 2 leave out at one place."""

from math import exp, log, sqrt

import numpy as np

from upslope.maths import parse, taylor_polynomial
from upslope.questions import Draw, Misconception, distinct, number_part

CASES = {
    "e^(-x)": (lambda x: exp(-x), 1, -1, 1),
    "ln(1 + x)": (lambda x: log(1 + x), 0, 1, -1),
    "sqrt(1 - x)": (lambda x: sqrt(1 - x), 1, -0.5, -0.25),
    "1/(1 + x)": (lambda x: 1 / (1 + x), 1, -1, 2),
}
TURNED = (
    "The size is right. What is missing is the true value less the polynomial’s, and you took it backwards."
)
VALUE = "That is what the polynomial says. Asked is how much is missing from there to the true value."
WHOLE = (
    "The second derivative went in undivided. Divide it by $2!$, and the parabola bends as the function does."
)
LINE = "That is what the straight line misses. Take the term with the square along."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of four functions and a place from 0.2 to 0.5."""
    text, h = str(rng.choice(list(CASES))), int(rng.integers(2, 6)) / 10
    f, value, slope, bend = CASES[text]
    true, line, term = round(f(h), 4), value + slope * h, bend * h * h / 2
    first, second = round(true - line, 6), round(true - line - term, 6)
    parts = (
        _missing("first", "After order 1:", first, {"backwards": (TURNED, -first), "value": (VALUE, line)}),
        _missing(
            "second",
            "After order 2:",
            second,
            {
                "backwards": (TURNED, -second),
                "half-forgotten": (WHOLE, second - term),
                "line-again": (LINE, first),
                "value": (VALUE, line + term),
            },
        ),
    )
    values = {
        "f": parse(text),
        "h": f"{h}",
        "true": f"{true:.4f}",
        "line": f"{line:.5f}".rstrip("0"),
        "term": f"{term:.5f}".rstrip("0"),
        "parabola": f"{line + term:.5f}".rstrip("0"),
        "first": f"{first:.4f}",
        "second": f"{second:.4f}",
        "times": str(round(abs(first / second))),
        "worked": taylor_polynomial(parse(text), "x", 0, 2),
    }
    return Draw(values, parts)


def _missing(name: str, label: str, right: float, mistakes: dict[str, tuple[str, float]]):
    told = (Misconception(code, sentence, f"{wrong:.6f}") for code, (sentence, wrong) in mistakes.items())
    return distinct(number_part(name, right, label=label, decimals=4, misconceptions=tuple(told)))
