"""k a e^(r b) plus or minus cⁿ times a wave in a: three slopes of one function."""

import numpy as np

from upslope.maths import Expression, derivative, parse, partial_derivative
from upslope.questions import Draw, Misconception, Part, distinct, expression_part
from upslope.questions.misconceptions import exponential, partial_derivatives, trigonometry

NAMES = ("x", "y", "z")


def generate(rng: np.random.Generator) -> Draw:
    """Return the function with x, y, z dealt to its three places."""
    a, b, c = (str(name) for name in rng.permutation(NAMES))
    k, rate = (int(n) for n in rng.choice(np.arange(2, 7), 2, replace=False))
    n, wave, sign = int(rng.integers(2, 4)), str(rng.choice(["sin", "cos"])), str(rng.choice(["+", "-"]))
    rising = parse(f"{k} {a} e^({rate} {b})", NAMES)
    swinging = parse(f"{c}^{n} {wave}({a})", NAMES)
    f = rising + swinging if sign == "+" else rising - swinging
    swing = swinging if sign == "+" else -swinging
    turned, rateless = trigonometry.sign_turned(swing, a), exponential.rate_forgotten(parse(f"{rate} {b}", b))
    told = {
        a: (turned.code, turned.sentence, f"{derivative(rising, a)} + ({turned.wrong})"),
        b: (rateless.code, rateless.sentence, str(rising)),
        c: (
            "first-term-untouched",
            "The first term is still there. It does not hold the letter that moves, so it has slope 0.",
            f"{rising} + ({derivative(swing, c)})",
        ),
    }
    worked = {
        f"worked{place}": partial_derivative(f, name) for place, name in zip("abc", (a, b, c), strict=True)
    }
    parts = tuple(_part(f, name, Misconception(*told[name])) for name in NAMES)
    return Draw({"f": f, "a": a, "b": b, "c": c, "rate": rate, **worked}, parts)


def _part(f: Expression, moves: str, likely: Misconception) -> Part:
    others = [name for name in NAMES if name != moves]
    part = expression_part(
        f"slope_{moves}",
        derivative(f, moves),
        variables=NAMES,
        label=rf"$\dfrac{{\partial f}}{{\partial {moves}}} =$",
        misconceptions=(
            likely,
            partial_derivatives.wrong_letter_moved(f, others[0]),
            partial_derivatives.other_letter_dropped(f, moves, others[1]),
        ),
    )
    return distinct(part)
