import numpy as np
import pytest
from hypothesis import given, settings

from tests.maths.networks.test_neural_network import problems
from tests.maths.oracle import assert_steps_hold
from upslope.maths import MathsError
from upslope.maths.expressions.evaluation import evaluate
from upslope.maths.networks.backpropagation_worked import backpropagation_worked
from upslope.maths.networks.neural_network import Array, Network, backpropagate, random_network, unpacked


@given(problems())
@settings(deadline=None, max_examples=40)
def test_the_equations_hold_the_gradient(problem: tuple[Network, Array, Array]) -> None:
    network, x, y = problem
    worked = backpropagation_worked(network, x[:, :1], y[:, :1])
    slopes = unpacked(network.sizes, backpropagate(network, x[:, :1], y[:, :1]))
    wanted = [part for slope in slopes for part in (slope[:, :-1], slope[:, -1:])]
    for equation, slope in zip(worked.result.children, wanted, strict=True):
        shown = [evaluate(entry, {}) for entry in equation.children[1].children]
        assert np.allclose(shown, slope.ravel(), rtol=1e-4)


def test_every_step_holds_to_the_digits_shown() -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        network = random_network((2, 3, 2), rng, ["tanh", "logistic"])
        x, y = rng.uniform(-1, 1, (2, 1)), rng.uniform(0, 1, (2, 1))
        assert_steps_hold(backpropagation_worked(network, x, y))


def test_the_layers_come_forward_and_then_back() -> None:
    network = random_network((1, 2, 1), np.random.default_rng(1), ["tanh", "identity"])
    worked = backpropagation_worked(network, np.ones((1, 1)), np.ones((1, 1)))
    assert [step.rule for step in worked.steps] == [
        "forward to layer 1",
        "activate layer 1",
        "forward to layer 2",
        "cost",
        "slope of the cost",
        "back to z of layer 2",
        "weights of layer 2",
        "back to layer 1",
        "back to z of layer 1",
        "weights of layer 1",
        "collect",
    ]
    assert "shapes 2×1 times 1×1" in worked.steps[-2].why
    assert worked.steps[-1].end == worked.result


def test_what_nobody_would_read_is_refused() -> None:
    network = random_network((1, 9, 1), np.random.default_rng(1))
    with pytest.raises(MathsError, match="layers of up to 8 neurons"):
        backpropagation_worked(network, np.ones((1, 1)), np.ones((1, 1)))
    small = random_network((1, 1), np.random.default_rng(1))
    with pytest.raises(MathsError, match="Give one example"):
        backpropagation_worked(small, np.ones((1, 2)), np.ones((1, 2)))
