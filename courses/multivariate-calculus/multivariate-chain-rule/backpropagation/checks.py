"""How the six functions of this lab are judged. What is right and what is wrong comes from the same chain."""

from collections.abc import Callable
from typing import Any

import numpy as np

from upslope.grading.lab_checks import Fault, FunctionCheck, Home, Scene, Situation

from .network import Array, cost, d_sigma, sigma
from .parameter_chains import chain_of, too_early

PARAMETERS = ("W1", "W2", "W3", "b1", "b2", "b3")
CHAINS = {parameter: chain_of(parameter) for parameter in PARAMETERS}


def draw(rng: np.random.Generator, n1: int = 6, n2: int = 7, examples: int = 100) -> Scene:
    shapes = {"W1": (n1, 1), "W2": (n2, n1), "W3": (2, n2), "b1": (n1, 1), "b2": (n2, 1), "b3": (2, 1)}
    given = {name: rng.normal(0, 0.9, shape) for name, shape in shapes.items()}
    counted = {2: "outputs", n1: "neurons of layer 1", n2: "neurons of layer 2", examples: "examples"}
    return Scene((rng.uniform(0, 1, (1, examples)), rng.uniform(0, 1, (2, examples))), given, counted)


def draw_sizes(rng: np.random.Generator) -> Scene:
    n1, n2 = (int(n) for n in rng.choice([3, 4, 5, 8, 9, 10, 11], 2, replace=False))
    return draw(rng, n1, n2, int(rng.integers(12, 40)))


SITUATIONS = (
    Situation(
        "for another number of examples",
        lambda rng: draw(rng, examples=int(rng.integers(12, 60))),
        "Is 100 written in it, or something made for 100 examples? x.size is their number.",
    ),
    Situation(
        "for a single example",
        lambda rng: draw(rng, examples=1),
        "Does something drop an axis there? squeeze and a sum without keepdims=True do.",
    ),
    Situation(
        "for layers of other sizes",
        draw_sizes,
        "Is 6 or 7 written in it? Take the sizes from the arrays themselves: W2.shape.",
    ),
)

HOME_GIVEN = {
    **{
        f"W{k}": np.cos(np.arange(1.0, 1 + m * n)).reshape(m, n)
        for k, m, n in ((1, 6, 1), (2, 7, 6), (3, 2, 7))
    },
    **{f"b{k}": np.sin(np.arange(1.0, 1 + n)).reshape(n, 1) for k, n in ((1, 6), (2, 7), (3, 2))},
}
HOME = Scene((np.array([[0.2, 0.7]]), np.array([[0.9, 0.3], [0.1, 0.6]])), HOME_GIVEN)
HOME_CODE = """\
# A small point to try: two examples, and fixed weights. Your own network comes back at the end.
kept = W1, W2, W3, b1, b2, b3
W1, W2, W3 = [np.cos(np.arange(1.0, 1 + m * n)).reshape(m, n) for m, n in [(6, 1), (7, 6), (2, 7)]]
b1, b2, b3 = [np.sin(np.arange(1.0, 1 + n)).reshape(n, 1) for n in (6, 7, 2)]
x_try, y_try = np.array([[0.2, 0.7]]), np.array([[0.9, 0.3], [0.1, 0.6]])

print(f"yours:    {np.array(J_NAME(x_try, y_try))ENTRY:.5g}")
nudge = 1e-5
NAMEENTRY += nudge
above = cost(x_try, y_try)
NAMEENTRY -= 2 * nudge
below = cost(x_try, y_try)
print(f"measured: {(above - below) / (2 * nudge):.5g}")
W1, W2, W3, b1, b2, b3 = kept
"""


def measured(parameter: str) -> Array:
    """The slopes of the cost at home, found by nudging one entry after another."""
    slopes = np.empty(HOME_GIVEN[parameter].shape)
    for entry in np.ndindex(*slopes.shape):
        costs = []
        for nudge in (1e-5, -1e-5):
            moved = {name: value.copy() for name, value in HOME_GIVEN.items()}
            moved[parameter][entry] += nudge
            costs.append(cost(*HOME.arguments, **moved))
        slopes[entry] = (costs[0] - costs[1]) / 2e-5
    return slopes


def others(parameter: str) -> tuple[Fault, ...]:
    """The Jacobians of the other parameters, handed back under this name."""
    return tuple(
        Fault(
            f"J_{other}",
            f"These are the numbers of J_{other}: the chain ends at {other} and not at {parameter}.",
            CHAINS[other],
            links_between(other, parameter),
        )
        for other in PARAMETERS
        if other != parameter
    )


def links_between(other: str, parameter: str) -> tuple[int, ...]:
    """The links that a chain which ends at ``other`` has not got; the last one if it goes too far."""
    reached, wanted = (2 * (4 - int(name[1])) for name in (other, parameter))
    return tuple(range(reached, wanted)) or (wanted,)


def given_check(name: str, function: Callable[[Array], Any]) -> FunctionCheck:
    return FunctionCheck(name, lambda rng: (rng.normal(0, 2, (3, 5)),), function, draws=1)


GIVEN = (given_check("sigma", sigma), given_check("d_sigma", d_sigma))


def check_of(parameter: str) -> FunctionCheck:
    chain = CHAINS[parameter]
    return FunctionCheck(
        f"J_{parameter}",
        draw,
        chain,
        (*chain.faults(), too_early(parameter), *others(parameter)),
        draws=1,
        usual="for 100 examples",
        situations=SITUATIONS,
        watched=PARAMETERS,
        shape=f"the shape of {parameter}",
        chain=chain.picture,
        double_faults=chain.double_faults,
        home=Home(HOME, lambda: measured(parameter), HOME_CODE.replace("NAME", parameter)),
        stands_on=GIVEN,
    )


CHECKS = tuple(check_of(parameter) for parameter in ("W3", "b3", "W2", "b2", "W1", "b1"))
