"""The whole chain of every parameter."""

from dataclasses import replace

from upslope.grading.chains import Chain, remembered
from upslope.grading.lab_checks import Fault

from .last_links import activations, average, average_for_bias, ones
from .links import back_to
from .network import values

VALUES = remembered(values)


def too_early(parameter: str) -> Fault:
    """The examples are added up before the last slope of σ is multiplied in."""
    chain, layer = chain_of(parameter), int(parameter[1])
    *before, slope, last, adding = chain.factors
    return Fault(
        "added too early",
        f"The examples are added up before σ′(z{layer}) comes in. It differs from example to example: "
        "multiply first, entry by entry, and add up at the very end.",
        replace(chain, factors=(*before, last, adding, slope)),
        (len(before),),
    )


def chain_of(parameter: str) -> Chain:
    letter, layer = parameter[0], int(parameter[1])
    last = (
        (activations(layer), average(lambda J, v: J)) if letter == "W" else (ones(layer), average_for_bias())
    )
    of = rf"\frac{{\partial C}}{{\partial {letter}^{{({layer})}}}}"
    return Chain(of, VALUES, (*back_to(layer), *last))
