"""Trains the lab's 1-6-7-2 network for 50,000 full-batch steps, ours and others side by side.

The plain loop is the lab's own formulation in numpy: six Jacobian functions, each with its own forward pass.
PyTorch (eager, and with nothing but its own autograd) and JAX (compiled, with a compiled loop) are measured
where they are installed. All start from the same weights; the cost after the first steps shows that they do
the same. (Later the long steps of the lab blow rounding up, and costs drift apart by a few per cent.)
"""

import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from upslope.maths.networks.neural_network import Network, cost, random_network, train

STEPS = 50_000
PLAIN_STEPS = 10_000  # the slow ones run fewer and are scaled up; every step does the same work
EARLY = 200
EXAMPLES = 100
AGGRESSION = 7.0

Array = NDArray[np.float64]


def problem() -> tuple[Network, Array, Array]:
    x = np.arange(EXAMPLES)[None] / EXAMPLES
    angle = 2 * np.pi * x
    y = 0.5 + 0.35 * np.vstack([np.sin(angle) ** 3, np.cos(angle) - 0.3 * np.cos(2 * angle)])
    return random_network((1, 6, 7, 2), np.random.default_rng(1)), x, y


def sigma(z: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-z)))


def d_sigma(z: Array) -> Array:
    return np.asarray(np.cosh(z / 2) ** (-2) / 4)


def network_function(weights: list[Array], biases: list[Array], a0: Array) -> tuple[list[Array], list[Array]]:
    """Every a and every z, as the lab's function of this name returns them."""
    a, z = [a0], []
    for w, b in zip(weights, biases, strict=True):
        z.append(w @ a[-1] + b)
        a.append(sigma(z[-1]))
    return a, z


def jacobian(
    weights: list[Array], biases: list[Array], data: tuple[Array, Array], layer: int
) -> tuple[Array, Array]:
    """The cost by z of a layer, and the layer's inputs: the start of both J_W and J_b of that layer."""
    x, y = data
    a, z = network_function(weights, biases, x)
    j: Array = 2 * (a[3] - y) * d_sigma(z[2])
    for back in range(2, layer, -1):
        j = (j.T @ weights[back]).T * d_sigma(z[back - 1])
    return j, a[layer]


def plain_loop(network: Network, x: Array, y: Array, steps: int) -> float:
    """The lab as a learner writes it: each of the six Jacobians has its own forward pass."""
    weights, biases = [w.copy() for w in network.weights], [b.copy() for b in network.biases]

    def j_w(layer: int) -> Array:
        j, a = jacobian(weights, biases, (x, y), layer)
        return np.asarray(j @ a.T / EXAMPLES)

    def j_b(layer: int) -> Array:
        j, _ = jacobian(weights, biases, (x, y), layer)
        return np.asarray(np.sum(j, axis=1, keepdims=True) / EXAMPLES)

    for _ in range(steps):
        slopes = [j_w(0), j_w(1), j_w(2), j_b(0), j_b(1), j_b(2)]
        for parameter, slope in zip([*weights, *biases], slopes, strict=True):
            parameter -= AGGRESSION * slope
    return float(np.sum((network_function(weights, biases, x)[0][-1] - y) ** 2) / EXAMPLES)


def ours(network: Network, x: Array, y: Array, steps: int) -> float:
    return cost(train(network, x, y, steps, AGGRESSION).network, x, y)


def torch_loop(network: Network, x: Array, y: Array, steps: int) -> float:
    torch: Any = import_module("torch")
    torch.set_num_threads(1)
    inputs, targets = torch.from_numpy(x), torch.from_numpy(y)
    layers = [
        (torch.tensor(w, requires_grad=True), torch.tensor(b, requires_grad=True))
        for w, b in zip(network.weights, network.biases, strict=True)
    ]

    def loss() -> Any:
        a = inputs
        for w, b in layers:
            a = torch.sigmoid(w @ a + b)
        return ((a - targets) ** 2).sum() / EXAMPLES

    parameters = [p for layer in layers for p in layer]
    optimiser = torch.optim.SGD(parameters, lr=AGGRESSION)
    for _ in range(steps):
        optimiser.zero_grad()
        loss().backward()
        optimiser.step()
    return float(loss().detach())


def jax_loop(network: Network, x: Array, y: Array, steps: int) -> float:
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)

    def loss(layers: Any) -> Any:
        a = x
        for w, b in layers:
            a = jax.nn.sigmoid(w @ a + b)
        return ((a - y) ** 2).sum() / EXAMPLES

    def step(_: int, layers: Any) -> Any:
        slopes = jax.grad(loss)(layers)
        return jax.tree_util.tree_map(lambda p, s: p - AGGRESSION * s, layers, slopes)

    start = list(zip(network.weights, network.biases, strict=True))
    run = jax.jit(lambda layers: jax.lax.fori_loop(0, steps, step, layers))
    return float(loss(run(start)))


def microseconds_a_step(method: Callable[..., float], steps: int) -> tuple[float, float]:
    network, x, y = problem()
    reached = method(network, x, y, EARLY)
    started = time.perf_counter()
    method(network, x, y, steps)
    return 1e6 * (time.perf_counter() - started) / steps, reached


def main() -> None:
    peers: dict[str, tuple[Callable[..., float], str]] = {
        "upslope": (ours, "numpy"),
        "plain loop, six Jacobians": (plain_loop, "numpy"),
        "PyTorch": (torch_loop, "torch"),
        "JAX": (jax_loop, "jax"),
    }
    print(f"1-6-7-2 network, {EXAMPLES} examples    µs a step   {STEPS} steps, s   cost after {EARLY}")
    taken: dict[str, float] = {}
    for name, (method, module) in peers.items():
        if find_spec(module) is None:
            print(f"{name:36} not installed")
            continue
        taken[name], reached = microseconds_a_step(method, PLAIN_STEPS)
        print(f"{name:36} {taken[name]:9.1f} {taken[name] * STEPS / 1e6:17.2f} {reached:18.6f}")
    started = time.perf_counter()
    network, x, y = problem()
    train(network, x, y, STEPS, AGGRESSION)
    print(f"upslope, all {STEPS} steps in one call: {time.perf_counter() - started:.2f} s")
    for name in taken:
        print(f"time of {name} over upslope's: {taken[name] / taken['upslope']:.2f}")


if __name__ == "__main__":
    main()
