"""The factor between the hidden layer and the output, and one link further through a hidden neuron's bend."""

from fractions import Fraction

import numpy as np

from upslope.maths import column_vector, jacobian, number, parse, row_vector
from upslope.questions import Draw, FollowThrough, Misconception, distinct, matrix_part, number_part

RULES = {"tanh": "$1 - a^2$ for tanh", "sigma": "$a\\,(1 - a)$ for σ"}
NO_BEND = (
    "This is the link through the weights alone. The output bends its sum before it speaks: multiply by "
    "that slope."
)
VALUE = (
    "You multiplied the weights by what the output says. The link is the slope of its bend, worked out "
    "from that value."
)
NO_WEIGHTS = (
    "You have the bend of the output in every place. Each hidden neuron is heard with its own weight."
)
HIDDEN_FIRST = "You went one link too far: the bends of the hidden neurons come after this row."
OWN_BEND = (
    "The row ends at what the hidden neuron says. From there to its sum is one link more, its own bend."
)
OTHER_NEURON = "That is the other hidden neuron. Check the small number below."
ONLY_OWN = "That is the hidden neuron's own bend. What comes back to it from the output is missing."


def generate(rng: np.random.Generator) -> Draw:
    """Return two weights, values whose slopes are short decimals, and a hidden neuron."""
    name, a2 = (("tanh", 5), ("tanh", -5), ("sigma", 2), ("sigma", 5), ("sigma", 8))[rng.integers(5)]
    out = Fraction(a2, 10)
    bend = out * (1 - out) if name == "sigma" else 1 - out**2
    weights = [int(n) for n in rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6], 2, replace=False)]
    signs = rng.choice([-1, 1], 2)
    said = [Fraction(int(s * n), 10) for s, n in zip(signs, rng.permutation([6, 8]), strict=True)]
    own = [1 - one**2 for one in said]
    k = int(rng.integers(2))
    row = [bend * w for w in weights]
    parts = (
        matrix_part(
            "factor",
            _text(row),
            variables=(),
            label="$\\dfrac{\\partial a^{(2)}}{\\partial a^{(1)}} =$",
            misconceptions=(
                Misconception("output-bend-forgotten", NO_BEND, _text(weights)),
                Misconception("output-value-for-slope", VALUE, _text([out * w for w in weights])),
                Misconception("weights-left-out", NO_WEIGHTS, _text([bend, bend])),
                Misconception(
                    "hidden-bends-too-soon",
                    HIDDEN_FIRST,
                    _text([r * o for r, o in zip(row, own, strict=True)]),
                ),
            ),
        ),
        number_part(
            "to_the_sum",
            _decimal(row[k] * own[k]),
            label=rf"$\dfrac{{\partial a^{{(2)}}}}{{\partial z_{k + 1}^{{(1)}}}} =$",
            misconceptions=(
                Misconception("hidden-bend-forgotten", OWN_BEND, str(row[k])),
                Misconception("other-hidden-neuron", OTHER_NEURON, str(row[1 - k] * own[1 - k])),
                Misconception("hidden-bend-alone", ONLY_OWN, str(own[k])),
            ),
            follow_through=FollowThrough(f"factor_1{k + 1}*({own[k]})"),
        ),
    )
    names = ("a_1", "a_2")
    linear = parse(f"({weights[0]})*a_1 + ({weights[1]})*a_2 + b", (*names, "b"))
    shown = {
        "a2": out,
        "bend": bend,
        "said": said[k],
        "own": own[k],
        "entry": row[k],
        "answer": row[k] * own[k],
    }
    values: dict[str, object] = {key: _decimal(value) for key, value in shown.items()}
    values |= {"act": r"\tanh" if name == "tanh" else r"\sigma", "k": k + 1, "rule": RULES[name]}
    values |= {"W": row_vector([number(w) for w in weights]), "row": _row(row)}
    values |= {"hidden": column_vector([parse(_decimal(one), ()) for one in said])}
    values |= {"worked": jacobian({"z": linear}, names)}
    return Draw(values, tuple(distinct(part) for part in parts))


def _decimal(value: Fraction | int) -> str:
    return f"{float(value):g}"


def _text(entries: list[Fraction] | list[int]) -> str:
    return f"[{', '.join(_decimal(entry) for entry in entries)}]"


def _row(entries: list[Fraction]) -> str:
    return rf"\begin{{bmatrix}} {' & '.join(_decimal(entry) for entry in entries)} \end{{bmatrix}}"
