"""A derivative as a chain of links that are applied one after another, and every way to get one link wrong.

The right answer and the faulty ones come from the same list, so that no mistake is forgotten: a link is
left out, or one of its slips is put in its place.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from upslope.grading.lab_checks import Fault
from upslope.grading.results import BrokenChain, Link

Values = Mapping[str, Any]
Apply = Callable[[Any, Values], Any]
"""From what the links before have made (1 at first) and every value of the point to what comes next."""


@dataclass(frozen=True)
class Slip:
    """A wrong way to apply one link. ``present`` and ``absent`` are as in a Fault."""

    code: str
    sentence: str
    apply: Apply
    present: str = ""
    absent: str = ""


@dataclass(frozen=True)
class Factor:
    """One link of a chain: how it is shown, how it is applied, and how people get it wrong."""

    link: Link
    apply: Apply
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True)
class Chain:
    """A derivative (LaTeX ``of``) as its factors; ``values(*arguments, **given)`` gives what they need."""

    of: str
    values: Callable[..., Values]
    factors: tuple[Factor, ...]

    def __call__(self, *arguments: Any, **given: Any) -> Any:
        """Return the right answer."""
        return self.followed(self.values(*arguments, **given), {})

    def followed(self, values: Values, slips: Mapping[int, Slip]) -> Any:
        """Return what the chain gives with other ways in place of some of its links."""
        made: Any = 1.0
        for index, factor in enumerate(self.factors):
            made = slips.get(index, factor).apply(made, values)
        return made

    @property
    def picture(self) -> BrokenChain:
        """The whole chain, nothing broken."""
        return BrokenChain(self.of, tuple(factor.link for factor in self.factors), ())

    def faults(self) -> tuple[Fault, ...]:
        """Return every way to get exactly one link wrong, link by link, in the author's order."""
        return tuple(self._fault([one]) for one in self._slips())

    def double_faults(self) -> Iterator[Fault]:
        """Return every way to get two links wrong. There are thousands: the values of a point are kept."""
        remembering = replace(self, values=remembered(self.values))
        for one, other in combinations(self._slips(), 2):
            if one[0] != other[0]:
                yield remembering._fault([one, other])

    def _slips(self) -> list[tuple[int, Slip]]:
        return [(index, slip) for index, factor in enumerate(self.factors) for slip in factor.slips]

    def _fault(self, slips: Sequence[tuple[int, Slip]]) -> Fault:
        instead = dict(slips)
        sentences = [slip.sentence for _, slip in slips]
        return Fault(
            " and ".join(slip.code for _, slip in slips),
            sentences[0] if len(sentences) == 1 else "Two things. " + " ".join(sentences),
            lambda *arguments, **given: self.followed(self.values(*arguments, **given), instead),
            tuple(sorted(instead)),
            slips[0][1].present,
            slips[0][1].absent,
        )


def remembered(values: Callable[..., Values], most: int = 64) -> Callable[..., Values]:
    """Return ``values`` with a memory for the last points it was asked for.

    The functions of a lab are called at the same points, and every fault is tried there. Points are told
    apart by the very arrays they are given as; those are kept, so that no other array gets their identity.
    """
    known: dict[tuple[int, ...], tuple[Any, Values]] = {}

    def remembering(*arguments: Any, **given: Any) -> Values:
        point = (*arguments, *given.values())
        key = tuple(map(id, point))
        found = known.get(key)
        if found is None:
            if len(known) >= most:
                known.clear()
            found = known[key] = point, values(*arguments, **given)
        return found[1]

    return remembering
