"""All functions with a given derivative: a constant makes no difference, a factor does."""

import numpy as np

from upslope.maths import derivative, differentiate, symbol, to_latex
from upslope.questions import Draw, Misconception, choices_part

MISTAKES = (
    Misconception("no-constant", "One of them, yes. Would it lose its slope if it were lifted?", "plain"),
    Misconception("wrong-way", "This one is the derivative of $f'$: one step too far.", "derivative"),
    Misconception("factor-kept", "The power brings its own factor down. Divide by it first.", "undivided"),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return the slope of a xⁿ + b x, three functions that have it and three that do not."""
    n, a = int(rng.integers(3, 6)), int(rng.integers(2, 5))
    b, up, down = (int(value) for value in rng.choice(np.arange(2, 10), 3, replace=False))
    x = symbol("x")
    plain = a * x**n + b * x
    slope = derivative(plain, "x")
    functions = {
        "plain": plain,
        "lifted": plain + up,
        "lowered": plain - down,
        "undivided": a * n * x**n + b * x,
        "derivative": derivative(slope, "x"),
        "stretched": up * a * x**n + up * b * x,
    }
    options = [{"id": name, "text": f"${to_latex(function)}$"} for name, function in functions.items()]
    part = choices_part(
        "all_of_them",
        [options[int(place)] for place in rng.permutation(6)],
        ["plain", "lifted", "lowered"],
        label="Which of these can $f(x)$ be?",
        misconceptions=MISTAKES,
    )
    return Draw({"slope": slope, "plain": plain, "worked": differentiate(plain + up)}, (part,))
