"""The links of a chain of functions, and whether each holds just what the next one gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression, Symbol
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.multivariate.given_functions import named_functions, names_of
from upslope.maths.multivariate.partial_derivative import slope

Layer: TypeAlias = Mapping[str, Expression]
"""Every name that a link gives, as a function of the names that the next link gives."""


@dataclass(frozen=True)
class Link:
    """The functions of one link by name, and the variables it takes: those that the next link gives."""

    functions: Mapping[str, Expression]
    variables: tuple[str, ...]

    @property
    def symbolic(self) -> Expression:
        """The Jacobian in symbols: ∂f/∂x and so on."""
        rows = (tuple(slope(Symbol(f), x, self.variables) for x in self.variables) for f in self.functions)
        return plain(Matrix(tuple(rows)))

    @property
    def shape(self) -> str:
        r"""The shape of the Jacobian in LaTeX: ``2 \times 3``."""
        return rf"{len(self.functions)} \times {len(self.variables)}"


def plain(jacobian: Expression) -> Expression:
    """Return a matrix of one row and one column as the scalar in it, anything else as it is."""
    return jacobian.children[0] if isinstance(jacobian, Matrix) and jacobian.shape == (1, 1) else jacobian


def checked_links(
    layers: Sequence[Layer], variables: tuple[str, ...], constants: frozenset[str]
) -> tuple[Link, ...]:
    """Return the links from the outside in. Raises MathsError where one does not fit the next."""
    if len(layers) < 2:
        raise MathsError(
            f"A chain has two links or more; this one has {len(layers)}.", "Use jacobian for a single one."
        )
    named = [named_functions(layer) for layer in layers]
    _check_names([*(name for layer in named for name in layer), *variables, *sorted(constants)])
    links = tuple(
        Link(layer, tuple(below)) for layer, below in zip(named, [*named[1:], variables], strict=True)
    )
    for place, link in enumerate(links, 1):
        for name, function in link.functions.items():
            unknown = sorted(function.variables.difference(link.variables, constants))
            if unknown:
                raise _unknown(place, len(links), f"{name} = {function}", ", ".join(unknown))
    return links


def _check_names(names: list[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise MathsError(f"Two things in this chain are called {twice}.", "Give each a name of its own.")
    names_of(names)


def _unknown(place: int, count: int, function: str, letters: str) -> MathsError:
    if place == count:
        return MathsError(
            f"In the last link, {function} holds {letters}, by which nothing is differentiated.",
            f"Name {letters} among the variables, or among the constants.",
        )
    return MathsError(
        f"In link {place}, {function} holds {letters}, which link {place + 1} does not give.",
        f"Give a function for {letters} in link {place + 1}, or name {letters} among the constants.",
    )
