"""A race: 100 sandpits, the same for every strategy, and what came of the walks over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.walking import PROBES, Walk

PITS = 100
OF_A_KIND = PITS // len(KINDS)


@dataclass(frozen=True)
class PitName:
    """What names a pit: its kind and its seed."""

    kind: str
    seed: int


@dataclass(frozen=True)
class Tally:
    """How a strategy did: ``found`` pits of all, and of each kind in the order of KINDS.

    ``probes`` is the median number of probes where the deepest point was found, ``missed`` the median height
    in metres that was left where it was not; None where there is nothing to take a median of.
    ``found_by[n]`` pits were found with n + 1 probes or fewer.
    """

    walks: int
    found: int
    by_kind: tuple[int, ...]
    probes: float | None
    missed: float | None
    found_by: tuple[int, ...]


def race_pits(number: int) -> tuple[PitName, ...]:
    """Return the 100 pits of a race: 20 of each kind in turn. No two races share a pit."""
    first = OF_A_KIND * (number - 1) + 1
    return tuple(PitName(kind, first + n) for n in range(OF_A_KIND) for kind in KINDS)


def tally(walks: Sequence[Walk]) -> Tally:
    """Return the tally of a strategy's walks over the pits of a race, in their order."""
    found = [walk for walk in walks if walk.found]
    lengths = [len(walk.probes) for walk in found]
    missed = [walk.missed for walk in walks if not walk.found]
    kinds = len(KINDS)
    return Tally(
        walks=len(walks),
        found=len(found),
        by_kind=tuple(sum(walk.found for walk in walks[n::kinds]) for n in range(kinds)),
        probes=median(lengths) if lengths else None,
        missed=median(missed) if missed else None,
        found_by=tuple(sum(length <= n for length in lengths) for n in range(1, PROBES + 1)),
    )
