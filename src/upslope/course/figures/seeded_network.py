"""The network with which a playground starts: the same numbers here and in the browser, for every seed.

Source: mulberry32, a public-domain generator by Tommy Ettinger; Box and Muller, A note on the generation of
random normal deviates, 1958.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import cos, log, pi, sin, sqrt

import numpy as np

from upslope.maths.networks.neural_network import Network

_ALL = 0xFFFFFFFF  # 32 bits


def seeded_network(sizes: Sequence[int], seed: int) -> Network:
    """Return a logistic network whose weights and biases are normal numbers, halved.

    The flat parameters are drawn in their order: layer by layer, row by row, each row's bias last.
    """
    count = sum(after * (before + 1) for before, after in pairwise(sizes))
    drawn = [number / 2 for number in islice(_normal_numbers(seed), count)]
    return Network(tuple(sizes), ("logistic",) * (len(sizes) - 1), np.array(drawn))


def _normal_numbers(seed: int) -> Iterator[float]:
    even = _even_numbers(seed)
    while True:
        radius = sqrt(-2 * log(1 - next(even)))
        angle = 2 * pi * next(even)
        yield radius * cos(angle)
        yield radius * sin(angle)


def _even_numbers(seed: int) -> Iterator[float]:
    state = seed & _ALL
    while True:
        state = (state + 0x6D2B79F5) & _ALL
        mixed = (state ^ state >> 15) * (state | 1) & _ALL
        mixed ^= mixed + (mixed ^ mixed >> 7) * (mixed | 61) & _ALL
        yield (mixed ^ mixed >> 14) / 2**32
