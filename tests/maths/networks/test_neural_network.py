from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.maths import MathsError
from upslope.maths.networks.autodiff import Variable, exp, tanh, total
from upslope.maths.networks.neural_network import (
    ACTIVATIONS,
    Array,
    Network,
    backpropagate,
    cost,
    forward,
    logistic,
    noisy,
    random_network,
    train,
    unpacked,
)

SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=4)
ON_VARIABLES: dict[str, Callable[[Variable], Variable]] = {
    "logistic": lambda z: 1 / (1 + exp(-z)),
    "tanh": tanh,
    "identity": lambda z: z,
}
SMOOTH = tuple(ON_VARIABLES)


@st.composite
def problems(draw: st.DrawFn, names: tuple[str, ...] = tuple(ACTIVATIONS)) -> tuple[Network, Array, Array]:
    """A network with random parameters (biases too), inputs and targets."""
    sizes = draw(SIZES)
    activations = [draw(st.sampled_from(names)) for _ in sizes[1:]]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    network = random_network(sizes, rng, activations)
    network = replace(network, parameters=rng.standard_normal(network.parameters.shape))
    examples = draw(st.integers(1, 6))
    return network, rng.standard_normal((sizes[0], examples)), rng.standard_normal((sizes[-1], examples))


@given(problems(SMOOTH))
def test_the_gradient_agrees_with_central_differences(problem: tuple[Network, Array, Array]) -> None:
    network, x, y = problem
    gradient = backpropagate(network, x, y)
    for index in range(gradient.size):
        nudge = np.zeros_like(gradient)
        nudge[index] = 1e-6
        ahead, behind = (
            cost(replace(network, parameters=network.parameters + sign * nudge), x, y) for sign in (1, -1)
        )
        assert gradient[index] == pytest.approx((ahead - behind) / 2e-6, rel=1e-4, abs=1e-5)


@given(problems(SMOOTH))
def test_the_gradient_agrees_with_reverse_mode(problem: tuple[Network, Array, Array]) -> None:
    network, x, y = problem
    layers = [(Variable(w), Variable(b)) for w, b in zip(network.weights, network.biases, strict=True)]
    a = Variable(x)
    for (weights, bias), name in zip(layers, network.activations, strict=True):
        z = weights @ a + bias
        a = ON_VARIABLES[name](z)
    (total((a - y) ** 2) / float(y.shape[1])).backward()
    slopes = unpacked(network.sizes, backpropagate(network, x, y))
    for (weights, bias), slope in zip(layers, slopes, strict=True):
        assert np.allclose(slope, np.hstack([weights.slope, bias.slope]), atol=1e-10)


def the_lab_s_own_formulas(network: Network, x: Array, y: Array) -> list[Array]:
    """The Jacobians of the 1-6-7-2 network as the assignment writes them: J_W1, J_b1, J_W2, …"""
    (w1, w2, w3), (b1, b2, b3) = network.weights, network.biases
    z1 = w1 @ x + b1
    z2 = w2 @ logistic(z1) + b2
    z3 = w3 @ logistic(z2) + b3
    d_sigma = [np.cosh(z / 2) ** -2 / 4 for z in (z1, z2, z3)]
    j3 = 2 * (logistic(z3) - y) * d_sigma[2]
    j2 = (j3.T @ w3).T * d_sigma[1]
    j1 = (j2.T @ w2).T * d_sigma[0]
    n = x.shape[1]
    pairs = ((j1, x), (j2, logistic(z1)), (j3, logistic(z2)))
    return [part / n for j, a in pairs for part in (j @ a.T, j.sum(axis=1, keepdims=True))]


def test_the_lab_network_has_the_slopes_of_the_lab_s_own_formulas() -> None:
    rng = np.random.default_rng(8)
    network = random_network((1, 6, 7, 2), rng)
    x, y = rng.random((1, 50)), rng.random((2, 50))
    wanted = the_lab_s_own_formulas(network, x, y)
    slopes = unpacked(network.sizes, backpropagate(network, x, y))
    for index, slope in enumerate(slopes):
        assert np.allclose(slope, np.hstack(wanted[2 * index : 2 * index + 2]), atol=1e-14)


def test_relu_passes_slopes_only_where_it_is_awake() -> None:
    network = Network((1, 2, 1), ("relu", "identity"), np.array([1.0, 0.0, -1.0, 0.0, 3.0, 5.0, 0.0]))
    gradient = unpacked(network.sizes, backpropagate(network, np.array([[2.0]]), np.array([[0.0]])))
    assert forward(network, np.array([[2.0]]))[1].ravel().tolist() == [2.0, 0.0]
    assert gradient[0].tolist() == [[72.0, 36.0], [0.0, 0.0]]


@given(st.floats(-800, 800))
def test_the_logistic_function_never_overflows(z: float) -> None:
    value = logistic(np.array(z))
    assert 0 <= value <= 1
    assert value + logistic(np.array(-z)) == pytest.approx(1)


def test_training_learns_a_curve() -> None:
    rng = np.random.default_rng(3)
    x = np.linspace(0, 1, 40)[None]
    y = 0.5 + 0.3 * np.vstack([np.cos(2 * np.pi * x), np.sin(2 * np.pi * x)])
    network = random_network((1, 6, 7, 2), rng, ["tanh", "tanh", "identity"])
    training = train(network, x, y, 3000, 0.2)
    assert training.costs.shape == (3001,)
    assert training.costs[0] == pytest.approx(cost(network, x, y))
    assert training.costs[-1] == pytest.approx(cost(training.network, x, y))
    assert training.costs[-1] < 0.01 < training.costs[0]


def test_a_step_of_training_is_downhill_along_the_gradient() -> None:
    rng = np.random.default_rng(5)
    network = random_network((2, 3, 1), rng, "tanh")
    x, y = rng.standard_normal((2, 9)), rng.standard_normal((1, 9))
    stepped = train(network, x, y, 1, 0.25).network.parameters
    assert np.allclose(stepped, network.parameters - 0.25 * backpropagate(network, x, y), atol=1e-15)


def test_training_leaves_the_network_it_began_with() -> None:
    rng = np.random.default_rng(5)
    network = random_network((1, 2, 1), rng)
    before = network.parameters.copy()
    train(network, np.ones((1, 3)), np.zeros((1, 3)), 5, 1.0)
    assert np.array_equal(network.parameters, before)


def test_far_too_much_aggression_ends_early_instead_of_going_on_with_nothing() -> None:
    rng = np.random.default_rng(2)
    network = random_network((1, 4, 1), rng, "identity")
    training = train(network, np.ones((1, 3)), np.zeros((1, 3)), 10_000, 50.0)
    assert len(training.costs) < 10_000
    assert not np.isfinite(training.costs[-1])


def test_noise_changes_slopes_around_their_own_value() -> None:
    jitter = noisy(0.5, np.random.default_rng(1))
    drawn = np.array([jitter(np.array([4.0, 0.0])) for _ in range(4000)])
    assert drawn[:, 0].mean() == pytest.approx(4, abs=0.1)
    assert drawn[:, 0].std() == pytest.approx(2, rel=0.05)
    assert not drawn[:, 1].any()


def test_what_is_no_network_is_refused() -> None:
    rng = np.random.default_rng(1)
    with pytest.raises(MathsError, match=r"Layers of the sizes \[3\] make no network"):
        random_network([3], rng)
    with pytest.raises(MathsError, match=r"Layers of the sizes \[3, 0\] make no network"):
        random_network([3, 0], rng)
    with pytest.raises(MathsError, match="cannot be the activations of 1 layers"):
        random_network([3, 1], rng, "sine")
    with pytest.raises(MathsError, match="cannot be the activations of 2 layers"):
        random_network([3, 1, 1], rng, ["tanh"])


def test_data_of_another_shape_is_refused() -> None:
    network = random_network((2, 1), np.random.default_rng(1))
    with pytest.raises(MathsError, match=r"Inputs of shape \(3, 5\) do not fit this network"):
        forward(network, np.ones((3, 5)))
    with pytest.raises(MathsError, match=r"Targets of shape \(1, 4\) do not fit .* 1 rows and 5 columns"):
        train(network, np.ones((2, 5)), np.ones((1, 4)), 1, 1.0)
