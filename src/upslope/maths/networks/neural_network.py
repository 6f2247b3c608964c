"""Neural networks of any sizes: forward pass, cost, backpropagation in vector form, training.

Layer l turns a (n_in × N, one column per example) into σ(W a + b). Weights and bias of a layer stand side by
side in one matrix [W b] of shape n_out × (n_in + 1), and all layers in one flat array of parameters: a
gradient has the same layout, and a step of training is one subtraction.

Source: Goodfellow, Bengio and Courville, Deep Learning, section 6.5.4; Nielsen, Neural Networks and Deep
Learning, chapter 2.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.errors import MathsError

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Activation:
    """What a neuron does with z: its value, and its slope written in terms of that value."""

    value: Callable[[Array], Array]
    slope_from_value: Callable[[Array], Array]


def logistic(z: Array) -> Array:
    """Return 1/(1 + e^(−z)), between 0 and 1, for z of any size and shape."""
    # The same function as the quotient, and no power overflows on the way.
    return 0.5 + 0.5 * np.tanh(0.5 * z)


ACTIVATIONS: dict[str, Activation] = {
    "logistic": Activation(logistic, lambda a: a * (1 - a)),
    "tanh": Activation(np.tanh, lambda a: 1 - a * a),
    "relu": Activation(lambda z: np.maximum(z, 0.0), lambda a: (a > 0).astype(np.float64)),
    "identity": Activation(lambda z: z, np.ones_like),
}
"""The activations by name. The slope of relu at 0 is taken as 0."""


@dataclass(frozen=True)
class Network:
    """``sizes`` counts the neurons of every layer, inputs first; ``activations`` name one function a layer.

    ``parameters`` is the flat array of all weights and biases, layer by layer.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    parameters: Array

    @property
    def layers(self) -> tuple[Array, ...]:
        """The matrices [W b], of shape n_out × (n_in + 1): views, so that writing to them trains."""
        return unpacked(self.sizes, self.parameters)

    @property
    def weights(self) -> tuple[Array, ...]:
        """The matrices W, n_out × n_in, as views."""
        return tuple(layer[:, :-1] for layer in self.layers)

    @property
    def biases(self) -> tuple[Array, ...]:
        """The columns b, n_out × 1, as views."""
        return tuple(layer[:, -1:] for layer in self.layers)


def random_network(
    sizes: Sequence[int], rng: np.random.Generator, activations: str | Sequence[str] = "logistic"
) -> Network:
    """Return a network with weights drawn from the normal distribution, divided by √n_in, and biases of 0.

    ``activations`` is one name for all layers, or one a layer. Raises MathsError for sizes below 1, fewer
    than two layers, or an unknown activation.
    """
    names = (activations,) * (len(sizes) - 1) if isinstance(activations, str) else tuple(activations)
    _check(sizes, names)
    drawn = [
        np.hstack([rng.standard_normal((after, before)) / np.sqrt(before), np.zeros((after, 1))])
        for before, after in pairwise(sizes)
    ]
    return Network(tuple(sizes), names, np.concatenate([layer.ravel() for layer in drawn]))


def unpacked(sizes: Sequence[int], parameters: Array) -> tuple[Array, ...]:
    """Return views of a flat array (parameters, or their gradient) as the matrices [W b] of the layers."""
    layers, start = [], 0
    for before, after in pairwise(sizes):
        end = start + after * (before + 1)
        layers.append(parameters[start:end].reshape(after, before + 1))
        start = end
    return tuple(layers)


def forward(network: Network, x: Array) -> list[Array]:
    """Return the values of every layer, inputs first, for ``x`` of shape n_0 × N: arrays of shape n_l × N.

    Raises MathsError where ``x`` is not of that shape.
    """
    values = _forward_with_ones(network, network.layers, _inputs(network, x))
    return [layer[:-1] for layer in values]


def cost(network: Network, x: Array, y: Array) -> float:
    """Return the mean over the N examples of the squared distance ‖a − y‖² of output and target (n_L × N)."""
    return float(np.sum((forward(network, x)[-1] - _targets(network, x, y)) ** 2) / y.shape[1])


def backpropagate(network: Network, x: Array, y: Array) -> Array:
    """Return the gradient of the cost by all parameters, in their flat layout (see ``unpacked``).

    One pass forward, one back: δ of the last layer is 2(a − y)/N ⊙ σ', that of an inner one Wᵀδ ⊙ σ', and
    the gradient by [W b] is δ times the layer's inputs (with a row of ones for b), transposed.
    """
    values = _forward_with_ones(network, network.layers, _inputs(network, x))
    return _backward(network, network.layers, values, _targets(network, x, y))


@dataclass(frozen=True)
class Training:
    """A trained network, and the cost before each step and after the last (shape: steps + 1)."""

    network: Network
    costs: Array


def train(
    network: Network,
    x: Array,
    y: Array,
    steps: int,
    aggression: float,
    jitter: Callable[[Array], Array] = lambda gradient: gradient,
) -> Training:
    """Return the network after full-batch steps: parameters −= aggression · gradient.

    ``jitter`` may change a gradient before it is used (see ``noisy``). A step too long makes the cost grow
    without bound; then training stops early and ``costs`` ends with what is no longer finite.
    """
    parameters = network.parameters.copy()
    layers = unpacked(network.sizes, parameters)
    inputs, targets = _inputs(network, x), _targets(network, x, y)
    costs = np.empty(steps + 1)
    with np.errstate(all="ignore"):
        for step in range(steps + 1):
            values = _forward_with_ones(network, layers, inputs)
            miss = values[-1][:-1] - targets
            costs[step] = np.vdot(miss, miss) / targets.shape[1]
            if step == steps or not np.isfinite(costs[step]):
                break
            parameters -= aggression * jitter(_backward(network, layers, values, targets))
    return Training(replace(network, parameters=parameters), costs[: step + 1])


def noisy(noise: float, rng: np.random.Generator) -> Callable[[Array], Array]:
    """Return a jitter that multiplies every slope by 1 + ``noise`` times a normal number."""
    return lambda gradient: gradient * (1 + noise * rng.standard_normal(gradient.shape))


def _inputs(network: Network, x: Array) -> Array:
    """The inputs, one column an example, with a row of ones below."""
    if x.ndim != 2 or x.shape[0] != network.sizes[0]:
        raise _misshapen("Inputs", x, network.sizes[0], "any number of")
    return np.vstack([x, np.ones((1, x.shape[1]))])


def _targets(network: Network, x: Array, y: Array) -> Array:
    if y.shape != (network.sizes[-1], x.shape[1]):
        raise _misshapen("Targets", y, network.sizes[-1], str(x.shape[1]))
    return y


def _misshapen(what: str, given: Array, rows: int, columns: str) -> MathsError:
    return MathsError(
        f"{what} of shape {given.shape} do not fit this network.",
        f"It takes {rows} rows and {columns} columns, one column an example.",
    )


def _forward_with_ones(network: Network, layers: tuple[Array, ...], inputs: Array) -> list[Array]:
    """The values of every layer, each with a row of ones below, so that one product does W a + b."""
    values = [inputs]
    for layer, name in zip(layers, network.activations, strict=True):
        after = np.ones((layer.shape[0] + 1, inputs.shape[1]))
        after[:-1] = ACTIVATIONS[name].value(layer @ values[-1])
        values.append(after)
    return values


def _backward(network: Network, layers: tuple[Array, ...], values: list[Array], y: Array) -> Array:
    gradient = np.empty_like(network.parameters)
    pieces = unpacked(network.sizes, gradient)
    slope = (2 / y.shape[1]) * (values[-1][:-1] - y)
    for index in reversed(range(len(layers))):
        delta = slope * ACTIVATIONS[network.activations[index]].slope_from_value(values[index + 1][:-1])
        np.matmul(delta, values[index].T, out=pieces[index])
        slope = layers[index][:, :-1].T @ delta
    return gradient


def _check(sizes: Sequence[int], activations: Sequence[str]) -> None:
    if len(sizes) < 2 or min(sizes) < 1:
        raise MathsError(
            f"Layers of the sizes {list(sizes)} make no network.", "Give two or more sizes, each at least 1."
        )
    unknown = [name for name in activations if name not in ACTIVATIONS]
    if unknown or len(activations) != len(sizes) - 1:
        raise MathsError(
            f"{list(activations)} cannot be the activations of {len(sizes) - 1} layers.",
            f"Give one a layer after the first, of: {', '.join(ACTIVATIONS)}.",
        )
