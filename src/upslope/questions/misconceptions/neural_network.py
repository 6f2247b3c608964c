"""Mistakes with a neuron a = σ(z), z = w·a₀ + b, and with the chain from its cost back to a weight.

``activation`` is σ as an expression in ``z``; ``weighted`` is w·a₀.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import prod

from upslope.maths import Expression, Matrix, derivative, number, tidy
from upslope.questions.variant import Misconception

Number = int | float | Fraction | Expression


def bias_forgotten(activation: Expression, weighted: Number, z: str = "z") -> Misconception:
    """σ(w·a₀)."""
    return Misconception(
        "bias-forgotten",
        "The bias is missing. It shifts the place where the neuron switches: add it before the activation.",
        str(activation.substitute({z: weighted})),
    )


def activation_forgotten(weighted: Number, bias: Number) -> Misconception:
    """w·a₀ + b."""
    return Misconception(
        "activation-forgotten",
        "This is $z$, what goes into the neuron. What comes out has passed through the activation.",
        str(number(weighted) + number(bias)),
    )


def bias_added_outside(activation: Expression, weighted: Number, bias: Number, z: str = "z") -> Misconception:
    """σ(w·a₀) + b."""
    return Misconception(
        "bias-added-outside",
        "You added the bias after the activation, and the output could leave the range that the activation "
        "keeps it in. The bias belongs inside.",
        str(activation.substitute({z: weighted}) + number(bias)),
    )


def link_forgotten(factors: Sequence[Number], missing: int) -> Misconception:
    """The product of the chain's ``factors`` without number ``missing``, counted from 0."""
    kept = [number(factor) for place, factor in enumerate(factors) if place != missing]
    return Misconception(
        "chain-link-forgotten",
        "A link of the chain is missing. Walk back from the cost to the weight and name every quantity on "
        "the way: each step is a factor.",
        str(prod(kept, start=number(1))),
    )


def activation_slope_forgotten(others: Sequence[Number]) -> Misconception:
    """The chain without σ′; ``others`` are its other factors."""
    return Misconception(
        "activation-slope-forgotten",
        "The chain jumps over the activation. It stands between what goes into the neuron and what comes "
        "out, and its slope is a factor.",
        str(prod(map(number, others), start=number(1))),
    )


def slope_taken_at_the_output(
    activation: Expression, at: Number, others: Sequence[Number], z: str = "z"
) -> Misconception:
    """The chain with σ′(a) in place of σ′(z), z being ``at``."""
    output = activation.substitute({z: at})
    slope = derivative(activation, z).substitute({z: output})
    return Misconception(
        "slope-taken-at-the-output",
        "You took the slope of the activation at what comes out of it. A slope is taken where you stand "
        "before the function acts: at $z$.",
        str(prod(map(number, others), start=slope)),
    )


def error_turned_round(a: Number, y: Number, others: Sequence[Number]) -> Misconception:
    """2·(y − a) times the other factors, for the cost (a − y)²."""
    return Misconception(
        "error-turned-round",
        "The size is right, the sign is not. The cost grows when the output moves away from its target, so "
        "its slope holds output minus target.",
        str(prod(map(number, others), start=2 * (number(y) - number(a)))),
    )


def weights_transposed(weights: Matrix, inputs: Matrix) -> Misconception:
    """Wᵀ·a, for a square W and a column a."""
    return Misconception(
        "weights-transposed",
        "You went down the columns of the weights. Each row holds the weights of one neuron: multiply the "
        "rows with the inputs.",
        str(tidy(weights.transpose * inputs)),
    )


def biases_not_counted(layers: Sequence[int]) -> Misconception:
    """Σ nᵢ·nᵢ₊₁ for layers of n₀, n₁, … neurons."""
    pairs = pairwise(layers)
    return Misconception(
        "biases-not-counted",
        "You counted a weight for every line between two neurons. Each neuron after the inputs has a bias "
        "too.",
        str(sum(before * after for before, after in pairs)),
    )


def inputs_given_biases(layers: Sequence[int]) -> Misconception:
    """Σ nᵢ·nᵢ₊₁ + Σ nᵢ, the inputs counted among those with a bias."""
    pairs = pairwise(layers)
    return Misconception(
        "inputs-given-biases",
        "Your count gives the inputs a bias. They only hold what comes in; biases begin with the next layer.",
        str(sum(before * after for before, after in pairs) + sum(layers)),
    )
