"""The links from the cost back to a weight or bias of either layer, in order, some of them to be left out."""

import numpy as np

from upslope.questions import Draw, Misconception, ordering_part

LINKS = {
    "cost": (r"\partial C / \partial a^{(2)}", r"2\,(a^{(2)} - y)"),
    "bend2": (r"\partial a^{(2)} / \partial z^{(2)}", r"\sigma'(z^{(2)})"),
    "between": (r"\partial z^{(2)} / \partial a^{(1)}", "w^{(2)}"),
    "bend1": (r"\partial a^{(1)} / \partial z^{(1)}", r"\sigma'(z^{(1)})"),
    "w1": (r"\partial z^{(1)} / \partial w^{(1)}", "a^{(0)}"),
    "b1": (r"\partial z^{(1)} / \partial b^{(1)}", "1"),
    "w2": (r"\partial z^{(2)} / \partial w^{(2)}", "a^{(1)}"),
    "b2": (r"\partial z^{(2)} / \partial b^{(2)}", "1"),
}
DEEP = ("cost", "bend2", "between", "bend1")
WAYS = {
    "w1": (*DEEP, "w1"),
    "b1": (*DEEP, "b1"),
    "w2": ("cost", "bend2", "w2"),
    "b2": ("cost", "bend2", "b2"),
}
FORWARD = (
    "Your order follows the network from the front. The chain is walked back: it begins with how the cost "
    "changes with the answer."
)
TOO_FAR = (
    "You walked past the place. What you look for sits in the last layer, so the way ends there and never "
    "comes to the hidden neuron."
)
WRONG_END = (
    "One of your links ends at a number that you were not asked about. The last link has to end at the one "
    "you look for."
)
WRONG_LAYER = (
    "One of your links ends at a number of the last layer. The way has to go on to the first: look at the "
    "small numbers in brackets."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return one of the four weights and biases, and all eight links, mixed."""
    of = str(rng.choice(list(WAYS)))
    way = WAYS[of]
    letter, layer = of[0], of[1]
    sibling = ("b" if letter == "w" else "w") + layer
    mistakes = [
        Misconception("chain-walked-forward", FORWARD, f"{way[-1]}, cost"),
        Misconception("link-to-another-number", WRONG_END, sibling),
        Misconception("chain-too-long", TOO_FAR, "bend1")
        if layer == "2"
        else Misconception("chain-ends-too-early", WRONG_LAYER, f"{letter}2"),
    ]
    part = ordering_part(
        "links",
        [{"id": name, "text": f"${LINKS[name][0]}$"} for name in LINKS],
        list(way),
        rng=rng,
        misconceptions=mistakes,
    )
    chain = [_fraction(LINKS[name][0]) for name in way]
    shown = {"of": f"{letter}^{{({layer})}}", "first": chain[0], "second": chain[1]}
    product = {"chain": r" \cdot ".join(chain), "values": r" \cdot ".join(LINKS[name][1] for name in way)}
    left = (
        "The hidden neuron does not occur: the last layer hears it, but its own numbers do not change it."
        if layer == "2"
        else "The links that end at a number of the last layer are side roads: they lead away from the way."
    )
    return Draw({**shown, **product, "left_out": left}, (part,))


def _fraction(link: str) -> str:
    top, bottom = link.split(" / ")
    return rf"\dfrac{{{top}}}{{{bottom}}}"
