"""Weights and biases of one layer."""

import numpy as np

from upslope.questions import Draw, distinct, number_part
from upslope.questions.misconceptions import neural_network


def generate(rng: np.random.Generator) -> Draw:
    """Return two different sizes from 2 to 9."""
    m, n = (int(k) for k in rng.choice(np.arange(2, 10), 2, replace=False))
    mistakes = (neural_network.biases_not_counted((m, n)), neural_network.inputs_given_biases((m, n)))
    part = number_part("dials", n * m + n, label="Together:", misconceptions=mistakes)
    return Draw({"m": m, "n": n, "answer": n * m + n}, (distinct(part),))
