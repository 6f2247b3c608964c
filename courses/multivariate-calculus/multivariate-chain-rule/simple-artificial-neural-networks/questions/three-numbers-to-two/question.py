"""A layer from three numbers to two: its sums by hand, and the whole layer as a function."""

import numpy as np

from upslope.maths import column_vector, matrix, number
from upslope.questions import Draw, Misconception, code_part, distinct, matrix_part

NO_BIAS = "The products are added as they should be. Then each neuron adds its bias."
NO_INPUTS = (
    "You added the weights themselves. Each is there to be multiplied by its input: a weight counts as much "
    "as what comes in."
)
BIAS_FIRST = "The bias is in your sums twice. Each neuron adds its bias once, at the end."
CODE_NO_BIAS = "Your layer has no bias. Add `b` before the squashing."
CODE_NO_SIGMA = "Your function returns $z$. One thing is left to do: every entry goes through `sigma`."
CODE_OUTSIDE = (
    "The bias is added after the squashing, and what comes out can leave the range from 0 to 1. It belongs "
    "inside."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return small whole weights, biases and inputs with sums between -9 and 9."""
    while True:
        W, a, b = (
            rng.integers(-3, 5, (2, 3)),
            rng.integers(1, 5, 3),
            rng.choice([-4, -3, -2, -1, 1, 2, 3, 4], 2),
        )
        plain = W @ a
        z = plain + b
        if 0 not in W and max(abs(z)) < 10 and z[0] != z[1] and len(set(a.tolist())) > 1:
            break
    by_hand = distinct(
        matrix_part(
            "sums",
            _column(z),
            variables=(),
            label="$z^{(1)} =$",
            misconceptions=(
                Misconception("sums-without-bias", NO_BIAS, str(_column(plain))),
                Misconception("sums-without-inputs", NO_INPUTS, str(_column(W.sum(axis=1) + b))),
                Misconception("bias-added-twice", BIAS_FIRST, str(_column(z + b))),
            ),
        )
    )
    code = code_part(
        "layer",
        _layer("sigma(W @ a0 + b)"),
        calls={"layer": [_array(2, 3), _array(2, 1), _array(3, 1)]},
        given="import numpy as np\n\ndef sigma(z):\n    return 1 / (1 + np.exp(-z))",
        label="The layer as a function",
        misconceptions=(
            Misconception("layer-without-bias", CODE_NO_BIAS, _layer("sigma(W @ a0)")),
            Misconception("layer-without-activation", CODE_NO_SIGMA, _layer("W @ a0 + b")),
            Misconception("layer-bias-outside", CODE_OUTSIDE, _layer("sigma(W @ a0) + b")),
        ),
    )
    rows = matrix([[number(int(n)) for n in row] for row in W])
    first = " + ".join(f"{_signed(w)} \\cdot {x}" for w, x in zip(W[0].tolist(), a.tolist(), strict=True))
    values = {"W": rows, "a": _column(a), "b": _column(b), "z": _column(z), "product": _column(plain)}
    return Draw({**values, "first": f"{first} + {_signed(int(b[0]))}"}, (by_hand, code))


def _column(entries: np.ndarray) -> object:
    return column_vector([number(int(n)) for n in entries])


def _signed(value: int) -> str:
    return f"({value})" if value < 0 else str(value)


def _layer(returned: str) -> str:
    return f"def layer(W, b, a0):\n    return {returned}"


def _array(rows: int, columns: int) -> dict[str, object]:
    return {"low": -2, "high": 2, "shape": [rows, columns]}
