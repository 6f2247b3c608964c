"""Backpropagation of one example with its numbers: forward layer by layer, then back along the chain rule.

Source: Goodfellow, Bengio and Courville, Deep Learning, section 6.5.4; Nielsen, Neural Networks and Deep
Learning, chapter 2 (his cost has a factor ½, ours has none).
"""

from collections.abc import Callable

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.errors import MathsError
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Call, E, Expression, Sum, Symbol, Unworked, number, sum_of
from upslope.maths.expressions.matrix import Matrix, column_vector, matrix
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.networks.neural_network import ACTIVATIONS, Array, Network, forward
from upslope.maths.simplification.tidy import tidy

MOST_NEURONS = 8
_DIGITS = 5
_VALUES: dict[str, Callable[[Expression], Expression]] = {
    "logistic": lambda z: number(1) / (number(1) + E ** tidy(-z)),
    "tanh": lambda z: Call("tanh", z),
    "relu": lambda z: (z + Call("abs", z)) / number(2),
    "identity": lambda z: z,
}
_SLOPES: dict[str, Callable[[Expression], Expression]] = {
    "logistic": lambda a: a * (number(1) - a),
    "tanh": lambda a: number(1) - a**2,
    "relu": lambda a: number(0 if a == number(0) else 1),
    "identity": lambda a: number(1),
}
_CALLED = {"logistic": r"$\sigma(z) = \frac{1}{1 + e^{-z}}$", "tanh": r"$\tanh$", "relu": r"$\max(z, 0)$"}
_SLOPE_IN_WORDS = {
    "logistic": "the slope of the logistic function is $a(1 - a)$",
    "tanh": r"the slope of $\tanh$ is $1 - a^{2}$",
    "relu": "the slope of relu is $1$ where the neuron is awake and $0$ where it sleeps",
    "identity": "this layer passes $z$ on as it is, with slope $1$",
}


def backpropagation_worked(network: Network, x: Array, y: Array) -> Derivation:
    """Return the gradient of C = ‖a − y‖² for one example, worked with numbers of 5 digits.

    ``x`` has shape n_0 × 1, ``y`` n_L × 1. The result is a system: for every layer one equation for the
    gradient by its weights (n_out × n_in) and one for that by its bias (n_out × 1). Raises MathsError for
    more than one example, and for layers of more than 8 neurons, which nobody reads.
    """
    if x.shape[1:] != (1,) or max(network.sizes) > MOST_NEURONS:
        raise MathsError(
            f"Inputs of shape {x.shape} and layers of {list(network.sizes)} are too much to write out.",
            f"Give one example (one column) and layers of up to {MOST_NEURONS} neurons.",
        )
    values = forward(network, x)
    steps = [step for layer in range(len(network.layers)) for step in _forward(network, values, layer)]
    misses = list(zip(_shown(values[-1]).children, _shown(y).children, strict=True))
    cost = rounded(float(((values[-1] - y) ** 2).sum()), _DIGITS)
    why = "The cost is the squared distance between what came out and what should have."
    steps.append(Step("cost", sum_of(tuple((a - t) ** 2 for a, t in misses)), cost, why, link="≈"))
    slope = 2 * (values[-1] - y)
    why = (
        r"How does the cost change with each output? $\frac{\partial C}{\partial a_i} = 2(a_i - y_i)$: "
        "a square falls to twice what is squared."
    )
    steps.append(
        Step(
            "slope of the cost",
            column_vector(number(2) * (a - t) for a, t in misses),
            _shown(slope),
            why,
            link="≈",
        )
    )
    rows: list[Expression] = []
    for layer in reversed(range(len(network.layers))):
        delta = slope * ACTIVATIONS[network.activations[layer]].slope_from_value(values[layer + 1])
        steps += _slopes_of_layer(network, values, layer, slope, delta)
        rows = [_by("W", layer, delta @ values[layer].T), _by("b", layer, delta), *rows]
        if layer:
            slope = network.weights[layer].T @ delta
            steps.append(_sent_back(network, layer, delta, slope))
    result = system(rows)
    steps.append(Step("collect", steps[-1].end, result, "Every slope of the cost, layer by layer.", link="⇒"))
    return Derivation(r"\text{every slope of } C", result, tuple(steps))


def _forward(network: Network, values: list[Array], layer: int) -> list[Step]:
    """From the values of one layer to z, and from z to the values of the next."""
    weights, bias, name = network.weights[layer], network.biases[layer], network.activations[layer]
    z = _shown(weights @ values[layer] + bias)
    start = Sum((_shown(weights) * _shown(values[layer]), _shown(bias)))
    rows, columns = weights.shape
    here, before = layer + 1, layer
    why = (
        f"Layer {here}: $z^{{({here})}} = W^{{({here})}} a^{{({before})}} + b^{{({here})}}$, with shapes "
        f"{rows}×{columns} times {columns}×1, plus {rows}×1."
    )
    steps = [Step(f"forward to layer {here}", start, z, why, link="≈")]
    if name != "identity":
        why = f"Each neuron puts its own $z$ through {_CALLED[name]}."
        entries = column_vector(_VALUES[name](entry) for entry in z.children)
        steps.append(Step(f"activate layer {here}", entries, _shown(values[here]), why, link="≈"))
    return steps


def _slopes_of_layer(
    network: Network, values: list[Array], layer: int, slope: Array, delta: Array
) -> list[Step]:
    """From the slope of the cost by a layer's values to those by its z, its weights and its bias."""
    name, here = network.activations[layer], layer + 1
    after = _shown(values[here]).children
    entries = column_vector(s * _SLOPES[name](a) for s, a in zip(_shown(slope).children, after, strict=True))
    through = (
        rf"Back through the activation of layer {here}: multiply each slope by $\sigma'(z)$; "
        rf"{_SLOPE_IN_WORDS[name]}. Call the result $\delta^{{({here})}}$."
    )
    outer = _shown(delta) * _shown(values[layer].T)
    rows, columns = network.weights[layer].shape
    weights = (
        rf"$z = W a + b$, so a weight counts as much as the value it multiplies: "
        rf"$\frac{{\partial C}}{{\partial W^{{({here})}}}} = \delta^{{({here})}} (a^{{({layer})}})^{{T}}$, "
        rf"shapes {rows}×1 times 1×{columns}. The bias multiplies $1$, with slope $\delta^{{({here})}}$."
    )
    return [
        Step(f"back to z of layer {here}", entries, _shown(delta), through, link="≈"),
        Step(f"weights of layer {here}", outer, _shown(delta @ values[layer].T), weights, link="≈"),
    ]


def _sent_back(network: Network, layer: int, delta: Array, slope: Array) -> Step:
    here = layer + 1
    why = (
        rf"One layer back: a neuron of layer {layer} reaches the cost through every neuron of layer {here}, "
        rf"and the ways are added up: $(W^{{({here})}})^{{T}} \delta^{{({here})}}$."
    )
    start = _shown(network.weights[layer].T) * _shown(delta)
    return Step(f"back to layer {layer}", start, _shown(slope), why, link="≈")


def _by(letter: str, layer: int, slope: Array) -> Expression:
    by = Unworked("partial", Symbol("C"), f"{letter}^({layer + 1})")
    return Equation(by, _shown(slope), "≈")


def _shown(array: Array) -> Matrix:
    return matrix([rounded(float(entry), _DIGITS) for entry in row] for row in array)
