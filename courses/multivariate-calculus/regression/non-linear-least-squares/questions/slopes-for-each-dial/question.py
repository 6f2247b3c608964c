"""The row of slopes of a model with two dials, one in front and one inside."""

import numpy as np

from upslope.maths import derivative, parse, partial_derivative, row_vector
from upslope.questions import Draw, Misconception, distinct, matrix_part

MODELS = (
    ("A drum is struck and its sound dies away.", "p e^(-q x)"),
    ("A plant gets more and more light, and grows faster, up to a limit.", "p x/(q + x)"),
    ("A pendulum swings.", "p sin(q x)"),
    ("A crowd gets used to a joke.", "p/(1 + q x)"),
    ("A battery is charged.", "p (1 - e^(-q x))"),
    ("A cat gets heavier, and eats more.", "p x^q"),
)
NAMES = (("a", "b"), ("A", "k"), ("c", "r"), ("h", "w"))
BY_X = "You differentiated by $x$. In a fit $x$ is a measured number; the dials are what moves."
CHAIN = (
    "The first slope is right. For the dial inside, the chain rule has one more factor: how fast the inside "
    "moves with it."
)
TURNED = "Both slopes are right, and they have changed places: the row keeps the order of the dials."
SIGN = (
    "The first slope is right. The second has the wrong sign: does the model grow or fall when that dial "
    "grows?"
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of six models with letters for its dials."""
    scene, text = MODELS[rng.integers(len(MODELS))]
    p, q = NAMES[rng.integers(len(NAMES))]
    model = parse(text, ("x", "p", "q")).substitute({"p": parse(p, (p,)), "q": parse(q, (q,))})
    first, second = derivative(model, p), derivative(model, q)
    by_x = derivative(model, "x")
    is_chain = "q x)" in text  # the dial multiplies x inside, so the factor is x
    inside = second / parse("x", ("x",))
    mistakes = (
        Misconception("dials-exchanged", TURNED, f"[{second}, {first}]"),
        *([Misconception("inner-dial-without-chain", CHAIN, f"[{first}, {inside}]")] if is_chain else []),
        *([Misconception("inner-dial-without-sign", CHAIN, f"[{first}, -({inside})]")] if is_chain else []),
        Misconception("inner-dial-sign-turned", SIGN, f"[{first}, -({second})]"),
        Misconception("by-x-in-place-of-a-dial", BY_X, f"[{first}, {by_x}]"),
    )
    part = matrix_part(
        "row",
        row_vector([first, second]),
        variables=("x", p, q),
        label=r"$\mathbf{J} =$",
        domain={"x": (0.5, 3), p: (0.5, 3), q: (0.5, 2)},
        misconceptions=mistakes,
    )
    values = {"scene": scene, "f": model, "p": p, "q": q, "first": first}
    works = {"by_p": partial_derivative(model, p), "by_q": partial_derivative(model, q)}
    return Draw({**values, **works}, (distinct(part),))
