"""The links from the cost back to the z of a layer, and how people get them wrong."""

import numpy as np

from upslope.grading.chains import Factor, Slip, Values
from upslope.grading.results import Link

from .network import Array, d_sigma


def miss(v: Values) -> Array:
    return v["a3"] - v["y"]


COST_SLIPS = (
    Slip(
        "sign",
        "The sign is the wrong way round everywhere: it is a3 − y, not y − a3.",
        lambda _, v: -2 * miss(v),
    ),
    Slip(
        "half",
        "It is half of what it should be. Either the 2 is missing that the square brings down, 2 "
        "(a3 − y), or you "
        "divide by y.size, which is 2N: y has two rows.",
        lambda _, v: miss(v),
    ),
    Slip(
        "double",
        "It is twice what it should be: the 2 of 2 (a3 − y) is there twice.",
        lambda _, v: 4 * miss(v),
    ),
    Slip(
        "half, sign",
        "Two things. The sign is the wrong way round: it is a3 − y. And the 2 is missing that the "
        "square brings down.",
        lambda _, v: -miss(v),
    ),
    Slip(
        "z for a",
        "The first link takes z3 where it should take a3: the cost is measured at the outputs, after σ.",
        lambda _, v: 2 * (v["z3"] - v["y"]),
    ),
    Slip(
        "no target",
        "The target is missing from the first link: it is 2 (a3 − y), not 2 a3.",
        lambda _, v: 2 * v["a3"],
    ),
    Slip(
        "squared",
        "The first link still has the square: the derivative of (a3 − y)² is 2 (a3 − y).",
        lambda _, v: miss(v) ** 2,
    ),
    Slip(
        "twice the square",
        "The first link still has the square: the derivative of (a3 − y)² is 2 (a3 − y).",
        lambda _, v: 2 * miss(v) ** 2,
    ),
    Slip(
        "plus",
        "The first link adds the target: the miss is the difference, a3 − y.",
        lambda _, v: 2 * (v["a3"] + v["y"]),
    ),
    Slip(
        "absolute",
        "The first link has lost its signs: use a3 − y as it is, without abs.",
        lambda _, v: 2 * np.abs(miss(v)),
    ),
    Slip(
        "missing",
        "The first link is missing: the chain starts with 2 (a3 − y), how the cost falls back on "
        "the outputs.",
        lambda _, v: np.ones_like(v["y"]),
    ),
    Slip(
        "outputs added",
        "The two outputs were added up in the first link. Keep one row for each.",
        lambda _, v: 2 * np.sum(miss(v), axis=0, keepdims=True),
    ),
)


def cost_slope() -> Factor:
    return Factor(
        Link(r"\frac{\partial C}{\partial a^{(3)}}", "2 (a3 − y): how the cost falls back on each output"),
        lambda _, v: 2 * miss(v),
        COST_SLIPS,
    )


def squash(layer: int) -> Factor:
    z, a, slope = f"z{layer}", f"a{layer}", f"slope{layer}"
    others = [other for other in (3, 2, 1) if other != layer]
    return Factor(
        Link(
            rf"\frac{{\partial a^{{({layer})}}}}{{\partial z^{{({layer})}}}}",
            f"σ′({z}): the slope of σ in layer {layer}",
        ),
        lambda J, v: J * v[slope],
        (
            Slip(
                "missing",
                f"The link σ′({z}) is missing: layer {layer} squashes its z, so multiply by d_sigma({z}).",
                lambda J, v: J,
            ),
            Slip(
                "sigma",
                f"Layer {layer} is multiplied by σ({z}), its value. The chain rule wants the slope there: "
                f"d_sigma({z}).",
                lambda J, v: J * v[a],
            ),
            Slip(
                "a for z",
                f"The slope in layer {layer} is taken at {a}; d_sigma wants what went into σ, which is {z}.",
                lambda J, v: J * d_sigma(v[a]),
            ),
            *(
                Slip(
                    f"layer {other}",
                    f"The slope in layer {layer} is taken at z{other}, another layer's: it should be "
                    f"d_sigma({z}).",
                    lambda J, v, other=other: J * v[f"slope{other}"],
                    present=f"z{other}",
                    absent=f"d_sigma({z})",
                )
                for other in others
            ),
            Slip(
                "matrix product",
                f"Every neuron has a slope of its own, so σ′({z}) is multiplied entry by entry: *, not @.",
                lambda J, v: J @ v[slope],
                present="@ d_sigma",
            ),
            Slip(
                "plus",
                f"σ′({z}) is added. Links of a chain are multiplied.",
                lambda J, v: J + v[slope],
            ),
            Slip("twice", f"The link σ′({z}) is there twice.", lambda J, v: J * v[slope] ** 2),
            Slip(
                "one minus",
                f"The slope of σ in layer {layer} is a (1 − a): only 1 − a is there.",
                lambda J, v: J * (1 - v[a]),
            ),
            Slip(
                "bare z",
                f"Layer {layer} is multiplied by {z} itself: the slope of σ there is d_sigma({z}).",
                lambda J, v: J * v[z],
            ),
            Slip(
                "divided",
                f"You divide by σ′({z}). Links of a chain are multiplied.",
                lambda J, v: J / v[slope],
            ),
        ),
    )


def weights(layer: int) -> Factor:
    """From the z of a layer back to the a of the layer before."""
    W = f"W{layer}"
    product = f"The product with {W} is one of matrices: {W}.T @, not *."
    fits = (
        f"The product with {W} does not fit: going back, it is the transpose {W}.T that stands on the left "
        f"of what came from layer {layer}."
    )
    return Factor(
        Link(
            rf"\frac{{\partial z^{{({layer})}}}}{{\partial a^{{({layer - 1})}}}}",
            f"{W}: the weights carry the blame from layer {layer} back to layer {layer - 1}",
        ),
        lambda J, v: v[W].T @ J,
        (
            Slip(
                "missing",
                f"The link {W} is missing: the weights carry the blame from layer {layer} back to layer "
                f"{layer - 1}.",
                lambda J, v: J,
                absent=W,
            ),
            Slip("not transposed", fits, lambda J, v: v[W] @ J, present=W),
            Slip(
                "not turned back",
                f"After J.T @ {W} the examples are the rows: turn it back with .T before you go on.",
                lambda J, v: J.T @ v[W],
                present=W,
            ),
            Slip("wrong side", fits, lambda J, v: J @ v[W], present=W),
            Slip("wrong side, transposed", fits, lambda J, v: J @ v[W].T, present=W),
            Slip("entry by entry", product, lambda J, v: v[W].T * J, present=W),
            Slip("entry by entry, turned", product, lambda J, v: J.T * v[W], present=W),
            *(
                Slip(
                    f"W{other}",
                    f"W{other} stands where {W} should: between layers {layer - 1} and {layer} the weights "
                    f"are {W}.",
                    lambda J, v, other=other: v[f"W{other}"].T @ J,
                    present=f"W{other}",
                    absent=W,
                )
                for other in (3, 2, 1)
                if other != layer
            ),
            Slip(
                "added",
                f"The link {W} is missing: what comes back from layer {layer} is added up, but not weighed "
                f"with {W}.",
                lambda J, v: np.sum(J, axis=0, keepdims=True),
            ),
        ),
    )


def back_to(layer: int) -> tuple[Factor, ...]:
    """The links from the cost to the z of a layer."""
    if layer == 3:
        return cost_slope(), squash(3)
    return *back_to(layer + 1), weights(layer + 1), squash(layer)
