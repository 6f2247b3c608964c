"""The network of this lab, worked out on our side: nothing here depends on a learner's code."""

import numpy as np

Array = np.ndarray


def sigma(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def d_sigma(z: Array) -> Array:
    return sigma(z) * (1 - sigma(z))


def values(x: Array, y: Array, **given: Array) -> dict[str, Array]:
    """Every number of the network: a0 to a3, z1 to z3, the slope of σ at each z, the weights, and y."""
    found = {**given, "a0": x, "y": y}
    for layer in (1, 2, 3):
        found[f"z{layer}"] = given[f"W{layer}"] @ found[f"a{layer - 1}"] + given[f"b{layer}"]
        a = found[f"a{layer}"] = sigma(found[f"z{layer}"])
        found[f"slope{layer}"] = a * (1 - a)
    return found


def cost(x: Array, y: Array, **given: Array) -> float:
    miss = values(x, y, **given)["a3"] - y
    return float(np.sum(miss**2) / x.size)
