"""A power, a wave, an exponential and a constant in disguise: each term by its own rule."""

import numpy as np

from upslope.maths import Expression, derivative, differentiate, parse, to_latex
from upslope.questions import Draw, Misconception, distinct, expression_part
from upslope.questions.misconceptions import sum_rule

# a constant that looks like a function, and what comes out if it is taken for one
DISGUISES = (
    ("pi^{n}", "{n}*pi^{m}"),
    ("e^{n}", "{n}*e^{m}"),
    ("sin({n})", "cos({n})"),
    ("cos({n})", "-sin({n})"),
    ("sqrt({n})", "1/(2*sqrt({n}))"),
    ("ln({n})", "1/{n}"),
)
DISGUISED = (
    "The last term was differentiated as if it held a variable. There is no $x$ in it: it is one fixed "
    "number, and the slope of a number is 0."
)
INSIDES = (
    "The outer functions are differentiated well. Inside the wave and the exponential stands more than a "
    "plain $x$: multiply each by the slope of its inside."
)
SIGN = (
    "All but the wave is right. The slope of the sine is the cosine; that of the cosine is *minus* the sine."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a xⁿ + b sin(k x) + e to m x + a constant, with the wave a sine or a cosine."""
    a, b, n = (int(c) for c in rng.integers(2, 7, 3))
    k, m = (int(c) for c in rng.choice(np.arange(2, 6), 2, replace=False))
    power, rise = parse(f"{a}x^{n + 1}"), parse(f"e^({m}x)")
    wave = parse(f"{b}*{rng.choice(['sin', 'cos'])}({k}x)")
    size = int(rng.choice([2, 3, 5, 6]))
    looks, taken = DISGUISES[rng.integers(len(DISGUISES))]
    constant, wrong = (parse(text.format(n=size, m=size - 1), ()) for text in (looks, taken))
    changing = power + wave + rise
    slope, waved = derivative(changing), derivative(wave)
    no_insides = derivative(power) + waved / k + rise
    part = expression_part(
        "derivative",
        slope,
        label="$f'(x) =$",
        domain={"x": (-1.0, 1.0)},
        misconceptions=(
            sum_rule.constant_survives(changing, constant),
            Misconception("constant-in-disguise", DISGUISED, str(slope + wrong)),
            sum_rule.constant_becomes_one(changing),
            Misconception("insides-forgotten", INSIDES, str(no_insides)),
            Misconception("wave-sign-turned", SIGN, str(slope - 2 * waved)),
        ),
    )
    values: dict[str, Expression | str] = {"f": power + wave + rise + constant, "constant": constant}
    texts = {"first": to_latex(derivative(power))}
    return Draw(
        {**values, **texts, "worked": differentiate(power + wave + rise + constant)}, (distinct(part),)
    )
