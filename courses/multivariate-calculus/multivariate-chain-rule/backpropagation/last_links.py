"""The last links, from the z of a layer to its weights or bias, and how people get them wrong."""

from collections.abc import Callable

import numpy as np

from upslope.grading.chains import Factor, Slip, Values
from upslope.grading.results import Link

from .network import Array


def activations(layer: int) -> Factor:
    """From the z of a layer to its weights; the product adds up the examples."""
    a, before = f"a{layer - 1}", layer - 1
    others = [other for other in range(4) if other != before]
    return Factor(
        Link(
            rf"\frac{{\partial z^{{({layer})}}}}{{\partial W^{{({layer})}}}}",
            f"{a}: a weight counts as much as the value it multiplies",
        ),
        lambda J, v: J @ v[a].T,
        (
            Slip(
                "missing",
                f"The last link is missing: z{layer} changes with a weight as fast as the {a} it "
                f"multiplies, so end with @ {a}.T.",
                lambda J, v: J,
            ),
            Slip(
                "like a bias",
                f"This is the sum you need for a bias. For a weight the last link is {a}: multiply by "
                f"{a}.T instead of adding up.",
                lambda J, v: np.sum(J, axis=1, keepdims=True),
            ),
            Slip(
                "not transposed",
                f"The last product does not fit: {a} has one column for each example, so multiply by {a}.T.",
                lambda J, v: J @ v[a],
                present=f"@ {a}",
            ),
            Slip(
                "entry by entry",
                f"The last product is one of matrices: @ {a}.T, not * {a}.",
                lambda J, v: J * v[a],
                present=f"* {a}",
            ),
            Slip(
                "entry by entry, turned",
                f"The last product is one of matrices: @ {a}.T, not * {a}.T.",
                lambda J, v: J * v[a].T,
                present=f"* {a}.T",
            ),
            Slip(
                "own z",
                f"The last link takes z{layer} itself. A weight of layer {layer} multiplies {a}, so end with "
                f"@ {a}.T.",
                lambda J, v: J @ v[f"z{layer}"].T,
            ),
            *(
                Slip(
                    f"a{other}",
                    f"The last link takes a{other}, but the weights of layer {layer} multiply {a}.",
                    lambda J, v, other=other: J @ v[f"a{other}"].T,
                )
                for other in others
            ),
            *(
                [
                    Slip(
                        "z for a",
                        f"The last link takes z{before} where it should take {a}: the weights multiply "
                        "what σ let through.",
                        lambda J, v: J @ v[f"z{before}"].T,
                    ),
                    Slip(
                        "slope of the layer before",
                        f"The last link takes σ′(z{before}) where it should take {a} itself.",
                        lambda J, v: J @ v[f"slope{before}"].T,
                    ),
                ]
                if before
                else []
            ),
        ),
    )


def ones(layer: int) -> Factor:
    """From the z of a layer to its bias."""
    a = f"a{layer - 1}"
    kept = (
        f"The last link has {a} in it. That belongs to the weights: z{layer} changes with its bias at the "
        f"rate 1, so leave @ {a}.T out and add up the examples."
    )
    return Factor(
        Link(
            rf"\frac{{\partial z^{{({layer})}}}}{{\partial b^{{({layer})}}}}", "1: a bias is added as it is"
        ),
        lambda J, _: J,
        (
            Slip("a kept", kept, lambda J, v: J @ v[a].T),
            Slip("a kept, added up", kept, lambda J, v: np.sum(J @ v[a].T, axis=1, keepdims=True)),
            Slip("a kept, entry by entry", kept, lambda J, v: J * v[a], present=f"* {a}"),
            Slip(
                "times b",
                f"The last link has b{layer} in it, but z{layer} changes with its bias at the rate 1.",
                lambda J, v: J * v[f"b{layer}"],
            ),
        ),
    )


def examples(v: Values) -> int:
    return int(v["a0"].size)


def added(J: Array, v: Values) -> Array:
    """The sum over the examples, if they still stand side by side."""
    return np.sum(J, axis=1, keepdims=True) if J.shape[1] == examples(v) else J


def average(adding: Callable[[Array, Values], Array]) -> Factor:
    """1/N; for a bias the examples are added up first."""
    far = (
        "It is N times what it should be: the cost is an average over the N examples, so divide by x.size. "
        "(len(x) and x.shape[0] are 1.)"
    )
    slips = [
        Slip("missing", far, lambda J, v: adding(J, v)),
        Slip(
            "100",
            "You divide by 100. The number of examples is x.size, whatever it is.",
            lambda J, v: adding(J, v) / 100,
        ),
        Slip(
            "twice",
            "It is divided by N twice: np.mean divides already, and so does / x.size.",
            lambda J, v: adding(J, v) / examples(v) ** 2,
        ),
        Slip(
            "half of N",
            "It is N/2 times what it should be. Either the 2 of 2 (a3 − y) and the 1/N are both missing, "
            "or you divide by "
            "len(y) or y.shape[0], which count the two rows of y.",
            lambda J, v: adding(J, v) / 2,
        ),
        Slip(
            "J.size",
            "It is divided by the number of all entries of J. Divide by the number of examples, x.size.",
            lambda J, v: adding(J, v) / (len(J) * examples(v)),
        ),
        Slip(
            "J.size, at the end",
            "It is divided by the number of all entries of J. Divide by the number of examples, x.size.",
            lambda J, v: adding(J, v) / J.size,
        ),
        Slip(
            "rows",
            "It is divided by the number of neurons of the layer. Divide by the number of examples, x.size.",
            lambda J, v: adding(J, v) / len(J),
        ),
    ]
    return Factor(
        Link(r"\frac{1}{N}\sum_{k=1}^{N}", "the average over the N examples"),
        lambda J, v: adding(J, v) / examples(v),
        tuple(slips),
    )


def average_for_bias() -> Factor:
    plain = average(added)
    apart = (
        "The examples have not been added up: the bias is the same for all of them, so sum over axis 1 "
        "(keepdims=True)."
    )
    axis = "The sum runs over the wrong axis: the examples are the columns, so sum over axis 1."
    slips = (
        Slip("not added", apart, lambda J, v: J / examples(v)),
        Slip("not added, not divided", apart + " And divide by their number.", lambda J, v: J),
        Slip("axis 0", axis, lambda J, v: np.sum(J, axis=0) / examples(v)),
        Slip("axis 0, kept", axis, lambda J, v: np.sum(J, axis=0, keepdims=True) / examples(v)),
        Slip(
            "all added",
            "Everything was added up to one number. Sum over axis 1 only: there is one slope for each "
            "neuron.",
            lambda J, v: np.sum(J) / examples(v),
        ),
        Slip(
            "first example",
            "Only the first example is in it. Add up all columns, and divide by their number.",
            lambda J, v: J[:, :1],
        ),
        Slip(
            "first example, divided",
            "Only the first example is in it. Add up all columns.",
            lambda J, v: J[:, :1] / examples(v),
        ),
    )
    return Factor(plain.link, plain.apply, plain.slips + slips)
