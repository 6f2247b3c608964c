"""The weights and biases of a network with one hidden layer, counted."""

import numpy as np

from upslope.questions import Draw, FollowThrough, Misconception, distinct, number_part
from upslope.questions.misconceptions import neural_network

SCENES = (
    "A network tells barley from weeds.",
    "A network guesses when the bread is done.",
    "A network listens for the tread of a badger.",
    "A network plays noughts and crosses, badly.",
    "A network sorts buttons.",
)
SIZES_MULTIPLIED = (
    "You multiplied all the sizes. Lines run between neighbouring layers only: count each gap alone, then "
    "add."
)
SHORTCUTS = (
    "You counted lines from the inputs straight to the outputs as well. Each layer hears only the one before."
)
ONE_A_LAYER = "You counted one bias for each layer. Every neuron that adds up has a bias of its own."
NEURONS = "You counted the neurons. The weights are the lines between them."


def generate(rng: np.random.Generator) -> Draw:
    """Return three sizes of layers from 2 to 6, the hidden one unlike the others."""
    n0, n1, n2 = (int(n) for n in rng.choice(np.arange(2, 7), 3, replace=False))
    layers, biases = (n0, n1, n2), n1 + n2
    weights = n1 * n0 + n2 * n1
    parts = (
        number_part(
            "weights",
            weights,
            label="Weights:",
            misconceptions=(
                Misconception("sizes-multiplied", SIZES_MULTIPLIED, str(n0 * n1 * n2)),
                Misconception("lines-past-the-hidden-layer", SHORTCUTS, str(weights + n0 * n2)),
                Misconception("neurons-counted", NEURONS, str(sum(layers))),
            ),
        ),
        number_part(
            "total",
            weights + biases,
            label="Weights and biases together:",
            misconceptions=(
                neural_network.biases_not_counted(layers),
                neural_network.inputs_given_biases(layers),
                Misconception("one-bias-a-layer", ONE_A_LAYER, str(weights + 2)),
            ),
            follow_through=FollowThrough(f"weights + {biases}"),
        ),
    )
    sizes = {"n0": n0, "n1": n1, "n2": n2, "weights": weights, "biases": biases, "total": weights + biases}
    return Draw({"scene": str(rng.choice(SCENES)), **sizes}, tuple(distinct(part) for part in parts))
